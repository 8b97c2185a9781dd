"""The plan is agreed by every party."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Zaak
from toegang.statussen import check_overgang
from toegang.usecases import taken
from wijkteams import gebeurtenissen
from wijkteams.models import Plandeel
from wijkteams.planlezen import ontbreekt
from wijkteams.statussen import PLAN_OVERGANGEN, PlanStatus
from wijkteams.usecases.plan_ophalen import plandeel_vergrendelen

EVALUATIE_NA = datetime.timedelta(days=182)  # half a year, unless agreed otherwise
EVALUEREN = "plan_evalueren"


@transaction.atomic
def plan_vaststellen(
    *,
    plan_id,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    evaluatie_op: datetime.date | None = None,
    versie: int | None = None,
) -> Plandeel:
    """Complete: each low score has a goal or a reason, each goal an action, each party of this part agreed."""
    zaak, deel = plandeel_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    check_overgang(PLAN_OVERGANGEN, deel.status, PlanStatus.VASTGESTELD)
    deel.check_versie(versie)
    zinnen = ontbreekt(deel)
    if zinnen:
        raise ValidationError(zinnen)
    deel.evaluatie_op = evaluatie_op or vandaag + EVALUATIE_NA
    check_evaluatiedag("evaluatie_op", deel.evaluatie_op, vandaag)
    deel.status, deel.vastgesteld_op = PlanStatus.VASTGESTELD, vandaag
    deel.bewaren(door=door, reden="plan afgesproken")
    gebeurtenissen.plan_vastgesteld(zaak, door=door)
    evaluatie_klaarzetten(zaak, deel.evaluatie_op, door=door)
    return deel


def check_evaluatiedag(veld: str, dag: datetime.date, vandaag: datetime.date) -> None:
    """After today, and within a year: P34, the consulent guards the goals."""
    if not vandaag < dag <= vandaag + datetime.timedelta(days=366):
        raise ValidationError({veld: f"Kies een dag na {opmaak.datum(vandaag)}, binnen een jaar"})


def evaluatie_klaarzetten(zaak: Zaak, op: datetime.date, *, door: Actor) -> None:
    """The task for the day on which the plan is looked at again; the last one is done or was never needed."""
    taken.afhandelen(EVALUEREN, zaak.pk, door=door)
    taken.klaarzetten(
        EVALUEREN, "Plan samen bekijken", zaak=zaak, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else "consulent", door=door, uiterlijk=op, adres="wijkteams:evaluatie",
    )  # fmt: skip
