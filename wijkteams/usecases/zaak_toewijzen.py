"""A zaak gets its regisseur."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.rechten import Recht
from toegang.statussen import ZAAK_OVERGANGEN, ZaakStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Toewijzing, Wijkteam
from wijkteams.verdeling import consulenten

EERSTE_STAP = datetime.timedelta(days=7)  # by then a visit is planned


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
    zaak.regisseur, zaak.status = regisseur, ZaakStatus.ONDERZOEK
    gebeurtenissen.zaak_toegewezen(zaak, door=door)
    taken.afhandelen("toewijzen", zaak.pk, door=door)
    taken.klaarzetten(
        "huisbezoek_plannen", "Nieuw voor u: plan het huisbezoek", zaak=zaak, medewerker=regisseur, door=door,
        uiterlijk=vandaag + EERSTE_STAP, adres="wijkteams:huisbezoek",
    )  # fmt: skip
    return zaak.bewaren(door=door, reden="toegewezen")
