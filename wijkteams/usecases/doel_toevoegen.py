"""A goal in the plan."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Leefgebied
from wijkteams import gebeurtenissen
from wijkteams.models import Doel, Doelzaak
from wijkteams.usecases.plan_ophalen import opnieuw_open, plan_vergrendelen


@transaction.atomic
def doel_toevoegen(
    *,
    plan_id,
    zaak_id,
    door: Actor,
    leefgebied: str,
    ik_wil: str,
    uiterlijk_op: datetime.date,
    score_nu: int | None = None,
    score_straks: int | None = None,
) -> Doel:
    """In the inwoner's words, dated, with start and target score; it belongs to this zaak."""
    zaak, plan = plan_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    if score_nu is not None and score_straks is not None and score_straks < score_nu:
        raise ValidationError({"score_straks": f"Het doel is {score_nu} of hoger"})
    if uiterlijk_op < plan.opgesteld_op:
        raise ValidationError({"uiterlijk_op": "Kies een dag die nog komt"})
    doel = Doel(
        plan=plan, leefgebied=Leefgebied(leefgebied), ik_wil=ik_wil, uiterlijk_op=uiterlijk_op, score_nu=score_nu,
        score_straks=score_straks,
    ).bewaren(door=door, reden="doel toegevoegd")  # fmt: skip
    Doelzaak(doel=doel, zaak=zaak).bewaren(door=door, reden="doel toegevoegd")
    opnieuw_open(plan, door=door)
    gebeurtenissen.doel_toegevoegd(zaak, door=door)
    return doel
