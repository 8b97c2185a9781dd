"""A zaak gets its regisseur."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.rechten import Recht, Rol
from toegang.statussen import ZAAK_OVERGANGEN, ZaakStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden
from wijkteams import gebeurtenissen
from wijkteams.models import Medewerker, Toewijzing, Wijkteam
from wijkteams.permissions import wacht_op_regisseur
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.waarneming import waarneming_bijhouden
from wijkteams.usecases.wachten_vastleggen import wachten_eindigt
from wijkteams.verdeling import consulenten

EERSTE_STAP = datetime.timedelta(days=7)  # by then a visit is planned
LEZEN_BINNEN = datetime.timedelta(days=3)  # by then what others began is read
OVERGEDRAGEN = "overgedragen"
NIEUW_VOOR_U = "Nieuw voor u: overgedragen dossier. Lees het en bel de inwoner."


@transaction.atomic
def zaak_toewijzen(
    *,
    zaak_id,
    regisseur_id: int,
    reden: str,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    wijkteam_id: int | None = None,
) -> Zaak:
    """A consulent of the team and the law becomes regisseur; the onderzoek can begin (Wmo 2015 art. 2.3.2)."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.VERDELEN)
    if not wacht_op_regisseur(zaak):
        check_overgang(ZAAK_OVERGANGEN, zaak.status, ZaakStatus.ONDERZOEK)
    team_id = wijkteam_id or zaak.wijkteam_id
    if team_id is None:
        raise ValidationError("Deze zaak heeft nog geen team. Kies eerst een team.")
    regisseur = consulenten(team_id, zaak.wet, vandaag).filter(pk=regisseur_id).first()
    if regisseur is None:
        raise ValidationError(
            f"Kies een consulent van dit team voor de {zaak.get_wet_display()}. Deze collega is dat niet."
        )
    for vorige in zaak.toewijzingen.filter(tot_om=None):
        vorige.tot_om = nu
        vorige.bewaren(door=door, reden="opnieuw toegewezen")
    Toewijzing(
        zaak=zaak, wijkteam_id=team_id, regisseur=regisseur, reden=reden[:200], vanaf_om=nu
    ).bewaren(door=door, reden=reden[:200])  # fmt: skip
    zaak.wijkteam = Wijkteam.objects.get(pk=team_id)
    nieuw = zaak.status == ZaakStatus.TE_VERDELEN
    zaak.regisseur = regisseur
    if nieuw:
        zaak.status = ZaakStatus.ONDERZOEK
    gebeurtenissen.zaak_toegewezen(zaak, door=door)
    taken.afhandelen("toewijzen", zaak.pk, door=door)
    wachten_eindigt(zaak, door=door, vandaag=vandaag)
    _werk_overnemen(zaak, regisseur, door=door)
    waarneming_bijhouden([zaak], van=regisseur, vandaag=vandaag, door=door)
    toestemmingen_bijhouden([zaak], door=door, nu=nu)
    _eerste_taak(zaak, nieuw=nieuw, door=door, vandaag=vandaag)
    return zaak.bewaren(door=door, reden="toegewezen")


def _werk_overnemen(zaak: Zaak, regisseur: Medewerker, *, door: Actor) -> None:
    """What waited for a regisseur, and the visits that were planned."""
    for taak in zaak.taken.open().filter(medewerker=None, rol=Rol.CONSULENT).order_by("pk"):
        taak.medewerker = regisseur
        taak.bewaren(door=door, reden="zaak toegewezen")
    for bezoek in zaak.huisbezoeken.filter(status=HuisbezoekStatus.GEPLAND).order_by("pk"):
        bezoek.consulent = regisseur
        bezoek.bewaren(door=door, reden="zaak toegewezen")


def _eerste_taak(zaak: Zaak, *, nieuw: bool, door: Actor, vandaag: datetime.date) -> None:
    if nieuw and not zaak.huisbezoeken.exists():
        taken.klaarzetten(
            "huisbezoek_plannen", "Nieuw voor u: plan het huisbezoek", zaak=zaak, medewerker=zaak.regisseur,
            door=door, uiterlijk=vandaag + EERSTE_STAP, adres="wijkteams:huisbezoek",
        )  # fmt: skip
        return
    taken.klaarzetten(
        OVERGEDRAGEN, NIEUW_VOOR_U, zaak=zaak, medewerker=zaak.regisseur, door=door,
        uiterlijk=vandaag if zaak.spoed else vandaag + LEZEN_BINNEN, adres="toegang:zaak",
    )  # fmt: skip
