"""The expert gives advice, or the question is taken back: he may read no longer."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.rechten import Grond, Recht
from toegang.regels import werkdagen_later
from toegang.statussen import check_overgang
from toegang.usecases import taken
from toegang.usecases.collega_inlichten import inlichten
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.uitzonderingen import intrekken
from wijkteams import gebeurtenissen
from wijkteams.models import Consult
from wijkteams.statussen import CONSULT_OVERGANGEN, ConsultStatus

LEZEN_BINNEN = 2  # working days
NIET_MEER_NODIG = "Een collega heeft uw advies niet meer nodig. U kunt dit dossier niet meer openen."


@transaction.atomic
def consult_beantwoorden(*, consult_id, advies: str, door: Actor, vandaag: datetime.date) -> Consult:
    """By who was asked and nobody else."""
    zaak, consult = _vergrendelen(consult_id, door, Recht.INHOUD_INZIEN)
    if consult.deskundige_id != door.medewerker_id:
        raise PermissionDenied(f"Alleen {consult.deskundige.naam} geeft dit advies.")
    check_overgang(CONSULT_OVERGANGEN, consult.status, ConsultStatus.BEANTWOORD)
    consult.status, consult.advies, consult.klaar_op = ConsultStatus.BEANTWOORD, advies, vandaag
    _klaar(zaak, consult, door, "advies gegeven")
    taken.klaarzetten(
        "consult_lezen", "Lees het advies van de deskundige", door=door, zaak=zaak, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else "consulent", uiterlijk=werkdagen_later(vandaag, LEZEN_BINNEN),
        adres="wijkteams:consulten",
    )  # fmt: skip
    return consult


@transaction.atomic
def consult_intrekken(*, consult_id, reden: str, door: Actor, vandaag: datetime.date) -> Consult:
    """By who writes on the zaak: no longer needed, or the wrong person."""
    zaak, consult = _vergrendelen(consult_id, door, Recht.INHOUD_BEWERKEN)
    check_overgang(CONSULT_OVERGANGEN, consult.status, ConsultStatus.INGETROKKEN)
    return _intrekken(zaak, consult, reden, door, vandaag)


def consulten_beeindigen(zaak: Zaak, *, reden: str, door: Actor, vandaag: datetime.date) -> None:
    """Every question that is still open on this zaak, which `door` holds locked."""
    rijen = Consult.objects.filter(zaak=zaak, status=ConsultStatus.GEVRAAGD)
    for consult in (
        rijen.select_for_update(of=("self",), no_key=True).select_related("deskundige").order_by("pk")
    ):
        consult.zaak = zaak
        _intrekken(zaak, consult, reden, door, vandaag)


def _intrekken(zaak: Zaak, consult: Consult, reden: str, door: Actor, vandaag: datetime.date) -> Consult:
    consult.status, consult.ingetrokken_omdat, consult.klaar_op = ConsultStatus.INGETROKKEN, reden, vandaag
    _klaar(zaak, consult, door, "consult ingetrokken")
    inlichten([consult.deskundige.actor], zaak, NIET_MEER_NODIG, door=door, vandaag=vandaag)
    return consult


def _vergrendelen(consult_id, door: Actor, recht: Recht) -> tuple[Zaak, Consult]:
    zaak_id = (
        Consult.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=consult_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht)
    consult = (
        Consult.objects.select_for_update(of=("self",), no_key=True)
        .select_related("deskundige")
        .get(pk=consult_id)
    )
    consult.zaak = zaak
    return zaak, consult


def _klaar(zaak: Zaak, consult: Consult, door: Actor, reden: str) -> None:
    consult.bewaren(door=door, reden=reden)
    intrekken(zaak, Grond.CONSULT, medewerker_id=consult.deskundige_id)
    taken.afhandelen("consult", consult.pk, door=door)
    gebeurtenissen.consult_klaar(consult, door=door)
