"""E-mails to colleagues about signing in: handed over at most once, and marked as uncertain before that."""

import datetime
from collections.abc import Callable

import structlog
from django.db import transaction

from toegang import e_mail
from toegang.models import Actor
from toegang.statussen import BERICHT_OVERGANGEN, BerichtStatus, check_overgang
from wijkteams import collegapost
from wijkteams.models import Collegabericht

HOOGSTENS_POGINGEN = 5
GEEN_LINK = "De link werkte al niet meer."
GEWEIGERD = "De mailserver weigerde dit adres."
NIET_GELUKT = "De mailserver was niet te bereiken."
ONBEKEND = "De mailserver gaf geen antwoord."
log = structlog.get_logger("wijkteams.collegapost")


def collegaberichten_versturen(*, nu: datetime.datetime, doorgaan: Callable[[], bool] = lambda: True) -> int:
    """How many the mail server took."""
    if not e_mail.staat_aan():
        return 0
    systeem, verzonden = Actor.objects.systeem(), 0
    while doorgaan():
        bericht = _nemen(nu, systeem)
        if bericht is None:
            break
        verzonden += _een(bericht, nu, systeem)
    return verzonden


def _nemen(nu: datetime.datetime, systeem: Actor) -> Collegabericht | None:
    """The next one, committed as uncertain before the talk with the mail server."""
    with transaction.atomic(durable=True):
        bericht = (
            Collegabericht.objects.te_versturen(nu)
            .select_related("dienstverband__medewerker")
            .select_for_update(skip_locked=True, of=("self",), no_key=True)
            .first()
        )
        if bericht is not None:
            _naar(bericht, BerichtStatus.ONZEKER, systeem, "wordt aangeboden", fout=ONBEKEND)
    return bericht


def _een(bericht: Collegabericht, nu: datetime.datetime, systeem: Actor) -> bool:
    dienst = bericht.dienstverband
    if bericht.met_link and dienst.link_om != bericht.gevraagd_om:  # used, or a newer one was asked for
        _klaar(bericht, BerichtStatus.VERVALLEN, systeem, "link werkt niet meer", fout=GEEN_LINK)
        return False
    try:
        e_mail.versturen(
            aan=dienst.medewerker.email, onderwerp=collegapost.ONDERWERP[bericht.soort],
            tekst=collegapost.tekst(bericht), kenmerk=bericht.pk.hex,
        )  # fmt: skip
    except e_mail.Geweigerd:
        _klaar(bericht, BerichtStatus.VERVALLEN, systeem, "geweigerd", fout=GEWEIGERD)
    except e_mail.NietAangeboden as fout:
        log.warning("collegabericht_niet_aangeboden", fout=type(fout.__cause__).__name__)
        _later(bericht, nu, systeem)
    except Exception as fout:  # perhaps it was taken: never a second time
        log.warning("collegabericht_onzeker", bericht=str(bericht.pk), fout=type(fout).__name__)
    else:
        _klaar(bericht, BerichtStatus.VERZONDEN, systeem, "verzonden", verzonden_om=nu, fout="")
        return True
    return False


def _later(bericht: Collegabericht, nu: datetime.datetime, systeem: Actor) -> None:
    pogingen = bericht.pogingen + 1
    op = pogingen >= HOOGSTENS_POGINGEN
    _klaar(
        bericht, BerichtStatus.VERVALLEN if op else BerichtStatus.GEVRAAGD, systeem, "niet aangeboden",
        pogingen=pogingen, opnieuw_om=None if op else nu + datetime.timedelta(minutes=2**pogingen), fout=NIET_GELUKT,
    )  # fmt: skip


def _klaar(bericht: Collegabericht, status: BerichtStatus, systeem: Actor, reden: str, **velden) -> None:
    with transaction.atomic():
        _naar(Collegabericht.objects.vergrendelen(bericht.pk), status, systeem, reden, **velden)


def _naar(bericht: Collegabericht, status: BerichtStatus, systeem: Actor, reden: str, **velden) -> None:
    check_overgang(BERICHT_OVERGANGEN, bericht.status, status)
    bericht.status = status
    for naam, waarde in velden.items():
        setattr(bericht, naam, waarde)
    bericht.bewaren(door=systeem, reden=reden)
