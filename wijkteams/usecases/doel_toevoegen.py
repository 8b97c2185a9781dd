"""A goal in the plan."""

import datetime
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Leefgebied
from wijkteams import gebeurtenissen
from wijkteams.models import Doel, Doelzaak, Plandeel
from wijkteams.planlezen import schrijfbare_zaken
from wijkteams.usecases.plan_ophalen import delen_van, opnieuw_afspreken, plandeel_vergrendelen


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
    ook_van: Collection = (),
) -> Doel:
    """In the inwoner's words, dated, with start and target score; it names this zaak, and those of `ook_van`."""
    zaak, deel = plandeel_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    _check(deel, uiterlijk_op, score_nu, score_straks)
    anderen = {str(z.pk): z for z in schrijfbare_zaken(door, deel.plan, zaak)} if ook_van else {}
    if not {str(pk) for pk in ook_van} <= set(anderen):
        raise ValidationError(
            {"ook_van": "Bij een van deze vragen kunt u geen doel meer toevoegen. Kies opnieuw"}
        )
    doel = Doel(
        plan=deel.plan, leefgebied=Leefgebied(leefgebied), ik_wil=ik_wil, uiterlijk_op=uiterlijk_op, score_nu=score_nu,
        score_straks=score_straks,
    ).bewaren(door=door, reden="doel toegevoegd")  # fmt: skip
    for bij in (zaak, *(anderen[str(pk)] for pk in ook_van)):
        Doelzaak(doel=doel, zaak=bij).bewaren(door=door, reden="doel toegevoegd")
        gebeurtenissen.doel_toegevoegd(bij, door=door)
    opnieuw_afspreken(delen_van(doel), door=door)
    return doel


def _check(deel: Plandeel, uiterlijk_op, score_nu, score_straks) -> None:
    fouten = {}
    if score_straks is not None and score_nu is None:
        fouten["score_nu"] = "Vul ook in hoe het nu is"
    if score_nu is not None and score_straks is not None and score_straks < score_nu:
        fouten["score_straks"] = f"Het doel is {score_nu} of hoger"
    if uiterlijk_op < deel.begonnen_op:
        fouten["uiterlijk_op"] = "Kies een dag die nog komt"
    if fouten:
        raise ValidationError(fouten)
