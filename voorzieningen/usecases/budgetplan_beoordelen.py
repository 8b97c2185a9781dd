"""Each of the three conditions of a pgb is met or not, with the reason; or the inwoner wants no pgb after all."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.budgetregels import voorwaarden
from voorzieningen.models import Budgetplan, Weigergrond
from voorzieningen.permissions import waarom_niet_budgetplan


def _vergrendelen(plan_id, *, door: Actor) -> Budgetplan:
    zaak_id = (
        Budgetplan.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=plan_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    plan = Budgetplan.objects.vergrendelen(plan_id)
    plan.zaak = zaak
    return plan


@transaction.atomic
def budgetplan_beoordelen(
    *,
    plan_id,
    door: Actor,
    vandaag: datetime.date,
    oordelen: dict[str, bool],
    redenen: dict[str, str],
    weigergrond: str = "",
    weigerreden: str = "",
    versie: int | None = None,
) -> Budgetplan:
    """`oordelen` and `redenen` by the name of the condition. The reasons stand in the letter (Awb art. 3:46)."""
    plan = _vergrendelen(plan_id, door=door)
    if waarom := waarom_niet_budgetplan(plan.zaak, plan):
        raise OngeldigeOvergang(waarom)
    plan.check_versie(versie)
    drie = voorwaarden(plan.zaak.wet)
    fouten = {v.voldaan: "Kies ja of nee" for v in drie if oordelen.get(v.naam) is None}
    fouten |= {v.reden: "Schrijf op waarom" for v in drie if not redenen.get(v.naam, "").strip()}
    if weigergrond and not weigerreden.strip():
        fouten["weigerreden"] = "Schrijf op waarom u het pgb om deze reden weigert"
    if fouten:
        raise ValidationError(fouten)
    for v in drie:
        setattr(plan, v.voldaan, oordelen[v.naam])
        setattr(plan, v.reden, redenen[v.naam].strip())
    plan.weigergrond = Weigergrond(weigergrond) if weigergrond else ""
    plan.weigerreden = weigerreden.strip() if weigergrond else ""
    plan.beoordeeld_op, plan.beoordeeld_door = vandaag, door
    plan.bewaren(door=door, reden="voorwaarden van het pgb beoordeeld")
    gebeurtenissen.budgetplan_beoordeeld(plan, door=door)
    return plan


@transaction.atomic
def budgetplan_intrekken(*, plan_id, door: Actor, vandaag: datetime.date) -> Budgetplan:
    """The inwoner wants no pgb after all; a second click changes nothing."""
    plan = _vergrendelen(plan_id, door=door)
    if plan.ingetrokken_op is not None:
        return plan
    if waarom := waarom_niet_budgetplan(plan.zaak, plan):
        raise OngeldigeOvergang(waarom)
    plan.ingetrokken_op = vandaag
    plan.bewaren(door=door, reden="de inwoner wil geen pgb meer")
    gebeurtenissen.budgetplan_ingetrokken(plan, door=door)
    return plan
