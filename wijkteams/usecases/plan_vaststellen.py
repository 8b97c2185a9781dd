"""The plan is agreed by every party."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import check_overgang
from toegang.usecases import taken
from wijkteams import gebeurtenissen
from wijkteams.models import Actie, Deelnemer, Doel, Leefzorgplan, ZrmScore
from wijkteams.regels import ontbreekt_in_plan
from wijkteams.statussen import PLAN_OVERGANGEN, PlanStatus
from wijkteams.usecases.plan_ophalen import plan_vergrendelen

EVALUATIE_NA = datetime.timedelta(days=182)  # half a year, unless agreed otherwise


def ontbreekt(plan: Leefzorgplan, *, zaak_id, lezer: Actor) -> list[str]:
    """What this plan still needs, by what this reader may see of it."""
    doelen = list(
        Doel.objects.voor(lezer, Recht.INHOUD_INZIEN).filter(plan=plan).order_by("uiterlijk_op", "pk")
    )
    zonder = list(
        Doel.objects.voor(lezer, Recht.INHOUD_INZIEN)
        .filter(~Exists(Actie.objects.filter(doel=OuterRef("pk"))), plan=plan)
        .order_by("uiterlijk_op", "pk")
    )
    scores = ZrmScore.objects.filter(onderzoek__zaak_id=zaak_id).order_by("domein")
    deelnemers = list(Deelnemer.objects.filter(plan=plan).order_by("naam", "pk"))
    return ontbreekt_in_plan(scores, doelen, zonder, deelnemers)


@transaction.atomic
def plan_vaststellen(
    *, plan_id, zaak_id, door: Actor, vandaag: datetime.date, evaluatie_op: datetime.date | None = None
) -> Leefzorgplan:
    """Complete: each low score has a goal or a reason, each goal an action, each party agreed."""
    zaak, plan = plan_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    check_overgang(PLAN_OVERGANGEN, plan.status, PlanStatus.VASTGESTELD)
    zinnen = ontbreekt(plan, zaak_id=zaak.pk, lezer=door)
    if zinnen:
        raise ValidationError(zinnen)
    plan.status, plan.vastgesteld_op = PlanStatus.VASTGESTELD, vandaag
    plan.evaluatie_op = evaluatie_op or vandaag + EVALUATIE_NA
    plan.bewaren(door=door, reden="plan afgesproken")
    gebeurtenissen.plan_vastgesteld(zaak, door=door)
    taken.klaarzetten(
        "plan_evalueren", "Plan samen bekijken", zaak=zaak, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else "consulent", door=door, uiterlijk=plan.evaluatie_op, adres="wijkteams:plan",
    )  # fmt: skip
    return plan
