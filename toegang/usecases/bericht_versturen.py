"""Send the e-mails that were asked for: each at most once, whatever happens to the worker or the mail server.

PostgreSQL cannot take back what a mail server took. So the row says `onzeker`, committed, before the talk, and
`verzonden` after it; a row that stays `onzeker` is a question for a person. Only what certainly was not handed over
is tried again.
"""

import datetime
from collections.abc import Callable

import structlog
from django.db import transaction
from django.utils import timezone

from toegang import e_mail, gebeurtenissen
from toegang.berichtsoorten import berichtsoort, zonder_gevolg
from toegang.brieven.geadresseerde import e_mailadres
from toegang.models import Actor, Bericht, Taak, Zaak
from toegang.rechten import Rol
from toegang.statussen import BERICHT_OVERGANGEN, BerichtStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.bericht_klaarzetten import laten_vervallen

TAAK = "bericht_onzeker"
NIET_BEREIKT = "De mailserver was niet bereikbaar."
ER_GAAT_EEN_BRIEF = "Er gaat een brief."
GEWEIGERD = "De mailserver weigerde dit adres."
NIET_MEER_NODIG = "Het ging intussen langs een andere weg."
GEEN_ANTWOORD = "De mailserver gaf geen antwoord."
ANDERE_WEG = "E-mail is niet meer de afgesproken weg."
OP = "De mailserver was te vaak niet bereikbaar."
log = structlog.get_logger("toegang.berichten")


def berichten_versturen(*, nu: datetime.datetime, doorgaan: Callable[[], bool] = lambda: True) -> int:
    """Send what waits, and ask a person about what is not known. How many the mail server took."""
    verzonden, systeem = 0, Actor.objects.systeem()
    _onzekere_melden(nu, systeem)
    while doorgaan():
        bericht = _nemen(nu, systeem)
        if bericht is None:
            break
        verzonden += _een(bericht, nu, systeem)
    return verzonden


def bericht_versturen(*, bericht_id, nu: datetime.datetime) -> bool:
    """Send this one now; False when it was not its turn, or when the mail server did not take it."""
    systeem = Actor.objects.systeem()
    bericht = _nemen(nu, systeem, pk=bericht_id)
    return bericht is not None and _een(bericht, nu, systeem)


def _nemen(nu: datetime.datetime, systeem: Actor, pk=None) -> Bericht | None:
    """The next one, marked and committed; still `gevraagd` when e-mail is not the way any more."""
    with transaction.atomic(durable=True):
        rijen = Bericht.objects.te_versturen(nu).select_related("zaak__dossier__inwoner")
        if pk is not None:
            rijen = rijen.filter(pk=pk)
        bericht = rijen.select_for_update(skip_locked=True, of=("self",), no_key=True).first()
        if bericht is None:
            return None
        adres = e_mailadres(bericht.zaak.dossier.inwoner, timezone.localdate(nu))
        if adres and not bericht.is_op and berichtsoort(bericht.soort).nog_nodig(bericht):
            check_overgang(BERICHT_OVERGANGEN, bericht.status, BerichtStatus.ONZEKER)
            bericht.status, bericht.begonnen_om, bericht.aan = BerichtStatus.ONZEKER, nu, adres
            bericht.bewaren(door=systeem, reden="wordt aangeboden")
    return bericht


def _een(bericht: Bericht, nu: datetime.datetime, systeem: Actor) -> bool:
    if bericht.status == BerichtStatus.GEVRAAGD and not berichtsoort(bericht.soort).nog_nodig(bericht):
        _vervalt(bericht, systeem)
        return False
    if bericht.status == BerichtStatus.GEVRAAGD:
        _wordt_brief(bericht, OP if bericht.is_op else ANDERE_WEG, nu, systeem)
        return False
    try:
        e_mail.versturen(
            aan=bericht.aan, onderwerp=bericht.onderwerp, tekst=bericht.tekst, kenmerk=bericht.pk.hex
        )
    except e_mail.Geweigerd:
        _wordt_brief(bericht, GEWEIGERD, nu, systeem)
    except e_mail.NietAangeboden as fout:
        log.warning("bericht_niet_aangeboden", bericht=str(bericht.pk), fout=type(fout.__cause__).__name__)
        _later(bericht, nu, systeem)
    except Exception as fout:  # perhaps it was taken: the row stays as it is
        log.warning("bericht_onzeker", bericht=str(bericht.pk), fout=type(fout).__name__)
        _geen_antwoord(bericht, systeem)
    else:
        return _verzonden(bericht, nu, systeem)
    return False


def _vergrendeld(bericht: Bericht) -> Bericht | None:
    """Zaak first, then the row; None when somebody else decided about this try."""
    zaak = (
        Zaak.objects.select_related("dossier__inwoner", "regisseur", "wijkteam")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=bericht.zaak_id)
    )
    nu = Bericht.objects.vergrendelen(bericht.pk)
    nu.zaak = zaak
    return nu if (nu.status, nu.begonnen_om) == (bericht.status, bericht.begonnen_om) else None


@transaction.atomic
def _verzonden(bericht: Bericht, nu: datetime.datetime, systeem: Actor) -> bool:
    rij = _vergrendeld(bericht)
    if rij is not None:
        afronden(rij, door=systeem)
    return rij is not None


def afronden(bericht: Bericht, *, door: Actor) -> None:
    """The e-mail arrived at the mail server: what a letter does when it is sent. The caller holds zaak and row."""
    check_overgang(BERICHT_OVERGANGEN, bericht.status, BerichtStatus.VERZONDEN)
    bericht.status, bericht.verzonden_om, bericht.fout = BerichtStatus.VERZONDEN, bericht.begonnen_om, ""
    bericht.opnieuw_om = None
    bericht.bewaren(door=door, reden="verzonden")
    op = timezone.localdate(bericht.verzonden_om)
    gebeurtenissen.bericht_verzonden(bericht, op=op, door=door)
    berichtsoort(bericht.soort).na_verzending(bericht.zaak, door=door, op=op)


@transaction.atomic
def _later(bericht: Bericht, nu: datetime.datetime, systeem: Actor) -> None:
    rij = _vergrendeld(bericht)
    if rij is not None:
        check_overgang(BERICHT_OVERGANGEN, rij.status, BerichtStatus.GEVRAAGD)
        rij.status, rij.fout, rij.pogingen = BerichtStatus.GEVRAAGD, NIET_BEREIKT, rij.pogingen + 1
        rij.opnieuw_om = nu + datetime.timedelta(minutes=2**rij.pogingen)
        rij.bewaren(door=systeem, reden="niet aangeboden")


@transaction.atomic
def _geen_antwoord(bericht: Bericht, systeem: Actor) -> None:
    rij = _vergrendeld(bericht)
    if rij is not None:
        rij.fout = GEEN_ANTWOORD
        rij.bewaren(door=systeem, reden="geen antwoord")


@transaction.atomic
def _vervalt(bericht: Bericht, systeem: Actor) -> None:
    """What it was about is done another way: nothing more has to be said."""
    rij = _vergrendeld(bericht)
    if rij is not None:
        laten_vervallen(rij, NIET_MEER_NODIG, door=systeem)


@transaction.atomic
def _wordt_brief(bericht: Bericht, waarom: str, nu: datetime.datetime, systeem: Actor) -> None:
    rij = _vergrendeld(bericht)
    if rij is not None:
        soort = berichtsoort(rij.soort)
        laten_vervallen(rij, f"{waarom} {ER_GAAT_EEN_BRIEF}" if soort.telt else waarom, door=systeem)
        soort.als_brief(rij.zaak, door=systeem, vandaag=timezone.localdate(nu))


@transaction.atomic
def _onzekere_melden(nu: datetime.datetime, systeem: Actor) -> None:
    """One task a zaak for the administratie about what no worker is busy with any more."""
    onzeker = Bericht.objects.onzeker(nu).exclude(soort__in=zonder_gevolg()).select_related("zaak")
    sleutels = {f"{TAAK}:{b.zaak_id}": b for b in onzeker}
    gemeld = set(Taak.objects.open().filter(sleutel__in=sleutels).values_list("sleutel", flat=True))
    for sleutel, bericht in sleutels.items():
        if sleutel not in gemeld:
            taken.klaarzetten(
                TAAK, "Zoek uit of een e-mail is aangekomen", door=systeem, uiterlijk=timezone.localdate(nu),
                adres="toegang:documenten", adres_pk=bericht.zaak_id, zaak=bericht.zaak, rol=Rol.ADMINISTRATIE,
            )  # fmt: skip
