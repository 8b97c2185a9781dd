"""A party agrees with the plan."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor
from wijkteams.models import Deelnemer
from wijkteams.usecases.plan_ophalen import plan_vergrendelen


@transaction.atomic
def akkoord_vastleggen(
    *, deelnemer_id, zaak_id, door: Actor, vandaag: datetime.date, akkoord_op: datetime.date, wijze: str
) -> Deelnemer:
    """When, and on paper, by word or digitally."""
    deelnemer = Deelnemer.objects.get(pk=deelnemer_id)
    plan_vergrendelen(deelnemer.plan_id, zaak_id=zaak_id, door=door)
    if akkoord_op > vandaag:
        raise ValidationError({"akkoord_op": f"De datum moet op of voor {opmaak.datum(vandaag)} liggen"})
    deelnemer = Deelnemer.objects.vergrendelen(deelnemer_id)
    deelnemer.akkoord_op, deelnemer.akkoord_wijze = akkoord_op, wijze
    return deelnemer.bewaren(door=door, reden="akkoord")
