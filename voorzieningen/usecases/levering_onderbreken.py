"""The help stands still for a time: a hospital, a holiday, a provider without people; and it goes on again."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.statussen import OngeldigeOvergang
from voorzieningen import gebeurtenissen
from voorzieningen.models import Levering, Onderbreking
from voorzieningen.permissions import waarom_niet_onderbreken
from voorzieningen.usecases.levering_openen import levering_vergrendelen


@transaction.atomic
def levering_onderbreken(
    *, indicatie_id, vanaf_op: datetime.date, tot_op: datetime.date | None, reden: str, door: Actor,
    vandaag: datetime.date,
) -> Onderbreking:  # fmt: skip
    """From a day until the day it goes on again (empty: not known yet). Two at once is refused in words."""
    indicatie, levering = levering_vergrendelen(indicatie_id, door=door)
    waarom = waarom_niet_onderbreken(levering)
    if levering is None or waarom:
        raise OngeldigeOvergang(waarom)
    eerste = levering.begonnen_op
    if eerste is None or not eerste <= vanaf_op <= indicatie.einddatum:
        van = datum(eerste or vandaag)
        raise ValidationError({"vanaf_op": f"Kies een dag van {van} tot en met {datum(indicatie.einddatum)}"})
    if tot_op is not None and tot_op <= vanaf_op:
        raise ValidationError({"tot_op": f"De hulp gaat weer door na {datum(vanaf_op)}. Kies een latere dag"})
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom de hulp stilstaat"})
    for andere in levering.onderbrekingen.order_by("vanaf_op"):
        if (andere.tot_op is None or andere.tot_op > vanaf_op) and (
            tot_op is None or andere.vanaf_op < tot_op
        ):
            zin = f"De hulp staat al stil vanaf {datum(andere.vanaf_op)}. Kies een andere periode"
            raise ValidationError({"vanaf_op": zin})
    onderbreking = Onderbreking(
        levering=levering, vanaf_op=vanaf_op, tot_op=tot_op, reden=reden.strip()
    ).bewaren(door=door, reden="hulp staat stil")
    gebeurtenissen.levering_onderbroken(indicatie, door=door, op=vanaf_op)
    return onderbreking


@transaction.atomic
def levering_hervatten(
    *, indicatie_id, tot_op: datetime.date, door: Actor, vandaag: datetime.date
) -> Levering:
    """The day it went on again; of the interruption without an end."""
    indicatie, levering = levering_vergrendelen(indicatie_id, door=door)
    open_ = levering.onderbrekingen.filter(tot_op=None).first() if levering else None
    if levering is None or open_ is None:
        raise OngeldigeOvergang("De hulp staat niet stil. Ververs de pagina.")
    if not open_.vanaf_op < tot_op <= vandaag:
        raise ValidationError(
            {"tot_op": f"Kies een dag na {datum(open_.vanaf_op)}, tot en met {datum(vandaag)}"}
        )
    open_.tot_op = tot_op
    open_.bewaren(door=door, reden="hulp gaat weer door")
    gebeurtenissen.levering_hervat(indicatie, door=door, op=tot_op)
    return levering
