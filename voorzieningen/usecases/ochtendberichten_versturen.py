"""One e-mail for each colleague on a morning: asked for once (a row), handed over at most once."""

import datetime
from collections.abc import Callable

import structlog
from django.db import transaction
from django.utils import timezone

from toegang import e_mail
from toegang.models import Actor, Taak
from toegang.models.bulk import bulk_met_historie
from toegang.statussen import BERICHT_OVERGANGEN, BerichtStatus, check_overgang
from voorzieningen import ochtend
from voorzieningen.models import Ochtendbericht
from voorzieningen.usecases.herinneringen_doen import PAGINA
from wijkteams.models import Medewerker

TOT_UUR = 12  # later it is no morning any more: tomorrow's e-mail counts it too
HOOGSTENS_POGINGEN = 5
log = structlog.get_logger("voorzieningen.ochtend")


def ochtendberichten_versturen(*, nu: datetime.datetime, doorgaan: Callable[[], bool] = lambda: True) -> int:
    """Ask for those of today, then hand over what waits. How many the mail server took."""
    if not e_mail.staat_aan() or timezone.localtime(nu).hour >= TOT_UUR:
        return 0
    systeem = Actor.objects.systeem()
    klaarzetten(timezone.localdate(nu), door=systeem)
    verzonden = 0
    while doorgaan():
        bericht = _nemen(nu, systeem)
        if bericht is None:
            break
        verzonden += _een(bericht, nu, systeem)
    return verzonden


@transaction.atomic
def klaarzetten(vandaag: datetime.date, *, door: Actor) -> int:
    """A row for each colleague with something new; the key (colleague, day) holds when two do this at once."""
    list(Actor.objects.filter(pk=door.pk).select_for_update())  # one at a time: who waits finds the rows
    nieuw = ochtend.nieuw_voor(vandaag)
    al = set(Ochtendbericht.objects.filter(op=vandaag).values_list("medewerker", flat=True))
    mensen = Medewerker.objects.filter(pk__in=set(nieuw) - al).select_related("actor").order_by("pk")
    rijen = [Ochtendbericht(medewerker=m, op=vandaag, nieuw=nieuw[m.pk], open=_open(m)) for m in mensen]
    bulk_met_historie(rijen, door=door, reden="ochtendbericht gevraagd")
    return len(rijen)


def _open(medewerker: Medewerker) -> int:
    return Taak.objects.voor(medewerker.actor).open().filter(adres=PAGINA).count()


def _nemen(nu: datetime.datetime, systeem: Actor) -> Ochtendbericht | None:
    """The next one of today, marked as uncertain and committed before the talk with the mail server."""
    with transaction.atomic(durable=True):
        rijen = Ochtendbericht.objects.te_versturen(nu).filter(op=timezone.localdate(nu))
        bericht = (
            rijen.select_related("medewerker")
            .select_for_update(skip_locked=True, of=("self",), no_key=True)
            .first()
        )
        if bericht is not None:
            _naar(bericht, BerichtStatus.ONZEKER, systeem, "wordt aangeboden", begonnen_om=nu)
    return bericht


def _een(bericht: Ochtendbericht, nu: datetime.datetime, systeem: Actor) -> bool:
    try:
        e_mail.versturen(
            aan=bericht.medewerker.email, onderwerp=ochtend.onderwerp(bericht), tekst=ochtend.tekst(bericht),
            kenmerk=bericht.pk.hex,
        )  # fmt: skip
    except e_mail.Geweigerd:
        _klaar(
            bericht, BerichtStatus.VERVALLEN, systeem, "geweigerd", fout="De mailserver weigerde dit adres."
        )
    except e_mail.NietAangeboden as fout:
        log.warning("ochtendbericht_niet_aangeboden", fout=type(fout.__cause__).__name__)
        _later(bericht, nu, systeem)
    except Exception as fout:  # perhaps it was taken: never a second time
        log.warning("ochtendbericht_onzeker", bericht=str(bericht.pk), fout=type(fout).__name__)
    else:
        _klaar(bericht, BerichtStatus.VERZONDEN, systeem, "verzonden", verzonden_om=nu, fout="")
        return True
    return False


def _later(bericht: Ochtendbericht, nu: datetime.datetime, systeem: Actor) -> None:
    pogingen = bericht.pogingen + 1
    weer = nu + datetime.timedelta(minutes=2**pogingen)
    op = pogingen >= HOOGSTENS_POGINGEN
    status = BerichtStatus.VERVALLEN if op else BerichtStatus.GEVRAAGD
    _klaar(bericht, status, systeem, "niet aangeboden", pogingen=pogingen, opnieuw_om=None if op else weer)


def _klaar(bericht: Ochtendbericht, status: BerichtStatus, systeem: Actor, reden: str, **velden) -> None:
    with transaction.atomic():
        _naar(Ochtendbericht.objects.vergrendelen(bericht.pk), status, systeem, reden, **velden)


def _naar(bericht: Ochtendbericht, status: BerichtStatus, systeem: Actor, reden: str, **velden) -> None:
    if status != bericht.status:
        check_overgang(BERICHT_OVERGANGEN, bericht.status, status)
    bericht.status = status
    for naam, waarde in velden.items():
        setattr(bericht, naam, waarde)
    bericht.bewaren(door=systeem, reden=reden)
