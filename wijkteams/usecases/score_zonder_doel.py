"""A low score without a goal, and why."""

from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams.models import ZrmScore
from wijkteams.permissions import check_kan_plannen


@transaction.atomic
def score_zonder_doel(*, score_id, zaak_id, door: Actor, geen_doel_omdat: str) -> ZrmScore:
    """The inwoner does not want to work on it now, or someone else does: the reason stands in the plan's place."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_kan_plannen(zaak)
    score = ZrmScore.objects.select_for_update(of=("self",), no_key=True).get(
        pk=score_id, onderzoek__zaak=zaak
    )
    score.geen_doel_omdat = geen_doel_omdat
    return score.bewaren(door=door, reden="geen doel bij lage score")
