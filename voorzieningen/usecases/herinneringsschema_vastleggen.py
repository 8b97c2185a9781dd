"""Other weeks for the reminders, for one product or for all, from a day on; what was done is not repeated."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.permissions import check_rol
from toegang.rechten import Rol
from voorzieningen.ladder import waarom_geen_weken
from voorzieningen.models import Herinneringsschema, Product


@transaction.atomic
def herinneringsschema_vastleggen(
    *, product_id, weken: tuple[int, ...], vanaf_op: datetime.date, door: Actor, vandaag: datetime.date
) -> Herinneringsschema:
    """What held before ends on that day. The same product and day again: those weeks are mended."""
    check_rol(door, Rol.BEHEERDER)
    if reden := waarom_geen_weken(weken):
        raise ValidationError({"week_1": reden})
    if vanaf_op < vandaag:
        raise ValidationError(
            {"vanaf_op": "Kies vandaag of een latere dag. Wat al is verstuurd, verandert niet."}
        )
    if product_id:
        Product.objects.vergrendelen(product_id)
    eigen = list(
        Herinneringsschema.objects.filter(product_id=product_id)
        .order_by("vanaf_op")
        .select_for_update(no_key=True)
    )
    if later := [s for s in eigen if s.vanaf_op > vanaf_op and s.tot_op != s.vanaf_op]:
        raise ValidationError(
            {"vanaf_op": f"Er staan al weken vanaf {datum(later[0].vanaf_op)}. Kies die dag, of een latere."}
        )
    for schema in eigen:
        if schema.vanaf_op == vanaf_op and schema.tot_op is None:
            schema.weken = list(weken)
            return schema.bewaren(door=door, reden="weken verbeterd")
        if schema.vanaf_op < vanaf_op and (schema.tot_op is None or schema.tot_op > vanaf_op):
            schema.tot_op = vanaf_op
            schema.bewaren(door=door, reden="er komen andere weken")
    return Herinneringsschema(product_id=product_id, weken=list(weken), vanaf_op=vanaf_op).bewaren(
        door=door, reden="weken vastgelegd"
    )
