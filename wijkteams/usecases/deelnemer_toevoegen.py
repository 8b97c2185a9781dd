"""Someone takes part in the plan."""

from django.db import transaction

from toegang.models import Actor
from wijkteams.models import Deelnemer
from wijkteams.usecases.plan_ophalen import opnieuw_open, plan_vergrendelen


@transaction.atomic
def deelnemer_toevoegen(*, plan_id, zaak_id, door: Actor, naam: str, rol: str) -> Deelnemer:
    """Daughter, neighbour, provider: whoever must agree."""
    _, plan = plan_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    deelnemer = Deelnemer(plan=plan, naam=naam, rol=rol).bewaren(door=door, reden="deelnemer toegevoegd")
    opnieuw_open(plan, door=door)
    return deelnemer
