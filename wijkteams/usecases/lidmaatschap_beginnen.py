"""A colleague joins a team; the rights hold from the next request on."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from wijkteams.models import Lidmaatschap, Medewerker
from wijkteams.usecases.teamrechten_projecteren import teamrechten_projecteren


@transaction.atomic
def lidmaatschap_beginnen(
    *, medewerker_id: int, wijkteam_id: int, rol: str, discipline: str, door: Actor, vandaag: datetime.date
) -> Lidmaatschap:
    """Member from today on with this role and discipline; an equal membership that runs is given back."""
    check_rol(door, Rol.BEHEERDER)
    medewerker = Medewerker.objects.select_for_update(no_key=True).get(pk=medewerker_id)
    zelfde = Lidmaatschap.objects.filter(
        medewerker=medewerker, wijkteam_id=wijkteam_id, rol=Rol(rol), discipline=discipline
    )
    lid = zelfde.op(vandaag).first()
    if lid is None:
        lid = Lidmaatschap(
            medewerker=medewerker, wijkteam_id=wijkteam_id, rol=Rol(rol), discipline=discipline,
            vanaf_op=vandaag,
        ).bewaren(door=door, reden="lid van het team")  # fmt: skip
    teamrechten_projecteren(medewerker, vandaag=vandaag)
    return lid
