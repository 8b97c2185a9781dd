"""A casemanager beside the regisseur: several professionals, and nobody at home who can keep it together."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.rechten import Grond, Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.uitzonderingen import intrekken, verlenen
from wijkteams import gebeurtenissen
from wijkteams.models import Casemanager
from wijkteams.opschaalregels import check_kijkdag
from wijkteams.permissions import IN_BEHANDELING, check_mag_casemanager_kiezen
from wijkteams.regels import ontbreekt_voor_casemanager
from wijkteams.usecases.waarneming import begin_van
from wijkteams.verdeling import consulenten

TAAK = "casemanager_bekijken"
AFGESCHERMD = "Dit dossier is afgeschermd. Wie casemanager wordt, moet eerst zijn genoemd bij de afscherming."


@transaction.atomic
def casemanager_kiezen(
    *,
    zaak_id,
    medewerker_id,
    hulpverleners: str,
    geen_eigen_regie: str,
    bekijken_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
) -> Casemanager:
    """By the regisseur or who divides; one at a time, a colleague of the team and the law, with both reasons."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_casemanager_kiezen(door, zaak)
    if zaak.status not in IN_BEHANDELING:
        raise OngeldigeOvergang("Een casemanager kiest u zolang er een regisseur aan werkt.")
    if zaak.casemanagers.lopend().exists():
        raise OngeldigeOvergang("Er is al een casemanager. Laat die eerst stoppen.")
    if fouten := ontbreekt_voor_casemanager(hulpverleners, geen_eigen_regie):
        raise ValidationError(fouten)
    check_kijkdag("bekijken_op", bekijken_op, vandaag)
    wie = (
        consulenten(zaak.wijkteam_id, zaak.wet, vandaag)
        .exclude(pk=zaak.regisseur_id)
        .filter(pk=medewerker_id)
    )
    medewerker = wie.first()
    if medewerker is None:
        raise ValidationError({"medewerker": "Kies een collega van dit team, een ander dan de regisseur"})
    if zaak.afgeschermd:
        raise OngeldigeOvergang(AFGESCHERMD)
    rij = Casemanager(
        zaak=zaak, medewerker=medewerker, hulpverleners=hulpverleners, geen_eigen_regie=geen_eigen_regie,
        vanaf_op=vandaag, bekijken_op=bekijken_op,
    ).bewaren(door=door, reden="casemanager gekozen")  # fmt: skip
    tot = begin_van(bekijken_op + datetime.timedelta(days=1))
    verlenen(zaak, medewerker.pk, Grond.CASEMANAGER, vanaf=nu, tot=tot, door=door)
    gebeurtenissen.casemanager_gekozen(rij, door=door)
    taken.klaarzetten(
        TAAK, "Kijk of een casemanager nog nodig is", door=door, zaak=zaak, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else Rol.CONSULENT, uiterlijk=bekijken_op, adres="wijkteams:casemanager",
    )  # fmt: skip
    return rij


@transaction.atomic
def casemanager_verlengen(
    *, zaak_id, bekijken_op: datetime.date, door: Actor, vandaag: datetime.date, nu: datetime.datetime
) -> Casemanager:
    """Looked at: it is still needed, until another day."""
    zaak, rij = _lopend(zaak_id, door)
    check_kijkdag("bekijken_op", bekijken_op, vandaag)
    rij.bekijken_op = bekijken_op
    rij.bewaren(door=door, reden="casemanager blijft")
    tot = begin_van(bekijken_op + datetime.timedelta(days=1))
    intrekken(zaak, Grond.CASEMANAGER)
    verlenen(zaak, rij.medewerker_id, Grond.CASEMANAGER, vanaf=nu, tot=tot, door=door)
    taken.verzetten(TAAK, zaak.pk, bekijken_op, door=door)
    return rij


@transaction.atomic
def casemanager_stoppen(*, zaak_id, reden: str, door: Actor, vandaag: datetime.date) -> Casemanager:
    """No longer needed; what the casemanager held on this zaak is gone at once."""
    zaak, rij = _lopend(zaak_id, door)
    casemanagers_beeindigen([zaak], reden=reden, door=door, vandaag=vandaag)
    rij.refresh_from_db()
    return rij


def _lopend(zaak_id, door: Actor) -> tuple[Zaak, Casemanager]:
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    rij = zaak.casemanagers.lopend().select_related("medewerker").first()
    if rij is None or rij.medewerker_id != door.medewerker_id:
        check_mag_casemanager_kiezen(door, zaak)
    if rij is None:
        raise OngeldigeOvergang("Er is geen casemanager (meer). Ververs de pagina.")
    rij.zaak = zaak
    return zaak, rij


def casemanagers_beeindigen(
    zaken: Iterable[Zaak],
    *,
    reden: str,
    door: Actor,
    vandaag: datetime.date,
    medewerker_id: int | None = None,
) -> None:
    """Of these zaken (of this colleague): stopped, went to another team, or left the team."""
    rijen = Casemanager.objects.lopend().filter(zaak__in=list(zaken)).select_related("zaak", "medewerker")
    if medewerker_id is not None:
        rijen = rijen.filter(medewerker_id=medewerker_id)
    for rij in rijen.order_by("pk"):
        rij.beeindigd_op, rij.beeindigd_omdat = max(vandaag, rij.vanaf_op), reden
        rij.bewaren(door=door, reden="casemanager gestopt")
        intrekken(rij.zaak, Grond.CASEMANAGER)
        taken.afhandelen(TAAK, rij.zaak_id, door=door)
        gebeurtenissen.casemanager_gestopt(rij, door=door)
