"""Tariffs by period; what was proposed keeps the tariff of that day."""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from voorzieningen.models import Product, Tarief
from voorzieningen.usecases.aanbieder_vastleggen import CONTRACTBEHEER
from voorzieningen.usecases.periode import nieuwe_periode, periode_beeindigen


@transaction.atomic
def tarief_vastleggen(
    *, product_id, bedrag: Decimal, eenheid: str, vanaf_op: datetime.date, door: Actor,
    laatste_dag: datetime.date | None = None, bron: str = "",
) -> Tarief:  # fmt: skip
    """Euros per unit; two at once for one product are refused in words."""
    check_rol(door, *CONTRACTBEHEER)
    product = Product.objects.vergrendelen(product_id)
    if bedrag <= 0:
        raise ValidationError({"bedrag": "Vul een bedrag in dat groter is dan 0"})
    andere = Tarief.objects.filter(product=product).order_by("vanaf_op")
    periode = nieuwe_periode("tarief voor dit product", vanaf_op, laatste_dag, andere)
    return Tarief(product=product, bedrag=bedrag, eenheid=eenheid, bron=bron, **periode).bewaren(
        door=door, reden="tarief vastgelegd"
    )


@transaction.atomic
def tarief_beeindigen(*, tarief_id, laatste_dag: datetime.date, door: Actor) -> Tarief:
    """After this day another tariff can begin."""
    check_rol(door, *CONTRACTBEHEER)
    tarief = Tarief.objects.vergrendelen(tarief_id)
    periode_beeindigen(tarief, laatste_dag, door=door, reden="tarief beëindigd")
    return tarief
