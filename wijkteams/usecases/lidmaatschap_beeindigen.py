"""A colleague leaves a team; the rights are gone at the next request."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Lidmaatschap
from wijkteams.usecases.teamrechten_projecteren import teamrechten_projecteren


@transaction.atomic
def lidmaatschap_beeindigen(*, lidmaatschap_id, door: Actor, vandaag: datetime.date) -> Lidmaatschap:
    """Not a member any more from today on."""
    check_rol(door, Rol.BEHEERDER)
    lid = Lidmaatschap.objects.vergrendelen(lidmaatschap_id)
    if lid.tot_op is not None and lid.tot_op <= vandaag:
        raise OngeldigeOvergang("Dit lidmaatschap is al beëindigd.")
    lid.tot_op = max(vandaag, lid.vanaf_op)
    lid.bewaren(door=door, reden="weg uit het team")
    teamrechten_projecteren(lid.medewerker, vandaag=vandaag)
    return lid
