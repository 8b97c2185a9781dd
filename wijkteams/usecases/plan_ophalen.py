"""How each act on a plan begins."""

from toegang.models import Actor, Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams.models import Leefzorgplan
from wijkteams.permissions import check_in_behandeling
from wijkteams.statussen import PlanStatus


def plan_vergrendelen(plan_id, *, zaak_id, door: Actor) -> tuple[Zaak, Leefzorgplan]:
    """Reached through a zaak that the Actor may write, of the same dossier; locked in that order."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    plan = Leefzorgplan.objects.select_for_update(of=("self",), no_key=True).get(
        pk=plan_id, dossier_id=zaak.dossier_id
    )
    if plan.status == PlanStatus.AFGESLOTEN:
        raise OngeldigeOvergang("Dit plan is afgesloten. Begin een nieuw plan.")
    return zaak, plan


def opnieuw_open(plan: Leefzorgplan, *, door: Actor) -> None:
    """An agreed plan that changes must be agreed again."""
    if plan.status == PlanStatus.VASTGESTELD:
        plan.status, plan.vastgesteld_op = PlanStatus.CONCEPT, None
        plan.bewaren(door=door, reden="plan gewijzigd na akkoord")
