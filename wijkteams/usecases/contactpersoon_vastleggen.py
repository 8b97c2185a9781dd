"""Whom a school or GP talks to: a team, and in it a colleague by name or the team itself."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Organisatie
from toegang.permissions import check_rol
from toegang.rechten import Rol
from wijkteams.models import Lidmaatschap, VasteContactpersoon


@transaction.atomic
def contactpersoon_vastleggen(
    *, organisatie_id, wijkteam_id: int, medewerker_id: int | None, door: Actor, vandaag: datetime.date
) -> VasteContactpersoon:
    """From today; who it was until today ends today. The colleague is a member of that team."""
    check_rol(door, Rol.BEHEERDER)
    organisatie = Organisatie.objects.vergrendelen(organisatie_id)
    if medewerker_id is not None:
        leden = Lidmaatschap.objects.filter(wijkteam_id=wijkteam_id, medewerker_id=medewerker_id)
        if not leden.op(vandaag).exists():
            raise ValidationError(
                {"medewerker": "Deze collega werkt niet in dit wijkteam. Kies een collega van dit team"}
            )
    huidig = VasteContactpersoon.objects.filter(organisatie=organisatie, tot_op=None).first()
    if huidig and (huidig.wijkteam_id, huidig.medewerker_id) == (wijkteam_id, medewerker_id):
        return huidig
    if huidig:
        huidig.tot_op = vandaag
        huidig.bewaren(door=door, reden="andere contactpersoon")
    return VasteContactpersoon(
        organisatie=organisatie, wijkteam_id=wijkteam_id, medewerker_id=medewerker_id, vanaf_op=vandaag
    ).bewaren(door=door, reden="contactpersoon vastgelegd")
