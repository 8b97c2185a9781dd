"""Who does what for a goal."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from wijkteams.models import Actie, Doel
from wijkteams.usecases.plan_ophalen import opnieuw_open, plan_vergrendelen


@transaction.atomic
def actie_toevoegen(
    *,
    doel_id,
    zaak_id,
    door: Actor,
    soort: str,
    omschrijving: str,
    wie: str = "",
    uiterlijk_op: datetime.date | None = None,
) -> Actie:
    """By the inwoner, family, something in the neighbourhood, or the municipality."""
    doel = Doel.objects.voor(door, Recht.INHOUD_INZIEN).get(pk=doel_id)
    _, plan = plan_vergrendelen(doel.plan_id, zaak_id=zaak_id, door=door)
    actie = Actie(
        doel=doel, soort=Actie.Soort(soort), omschrijving=omschrijving, wie=wie, uiterlijk_op=uiterlijk_op
    ).bewaren(door=door, reden="actie toegevoegd")  # fmt: skip
    opnieuw_open(plan, door=door)
    return actie
