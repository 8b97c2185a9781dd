"""Tariffs by period; what was proposed keeps the tariff of that day."""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from voorzieningen.contractregels import EEN_DAG, waarom_geen_einde, waarom_overlapt
from voorzieningen.models import Product, Tarief
from voorzieningen.usecases.aanbieder_vastleggen import CONTRACTBEHEER


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
    if laatste_dag is not None and laatste_dag < vanaf_op:
        raise ValidationError({"laatste_dag": "De laatste dag ligt voor de eerste. Kijk beide dagen na"})
    tot_op = laatste_dag + EEN_DAG if laatste_dag else None
    andere = Tarief.objects.filter(product=product).order_by("vanaf_op")
    if zin := waarom_overlapt("tarief voor dit product", vanaf_op, tot_op, andere):
        raise ValidationError({"vanaf_op": zin})
    return Tarief(
        product=product, bedrag=bedrag, eenheid=eenheid, vanaf_op=vanaf_op, tot_op=tot_op, bron=bron
    ).bewaren(door=door, reden="tarief vastgelegd")


@transaction.atomic
def tarief_beeindigen(*, tarief_id, laatste_dag: datetime.date, door: Actor) -> Tarief:
    """After this day another tariff can begin."""
    check_rol(door, *CONTRACTBEHEER)
    tarief = Tarief.objects.vergrendelen(tarief_id)
    if tarief.tot_op == laatste_dag + EEN_DAG:
        return tarief
    if zin := waarom_geen_einde(laatste_dag, tarief):
        raise ValidationError({"laatste_dag": zin})
    tarief.tot_op = laatste_dag + EEN_DAG
    return tarief.bewaren(door=door, reden="tarief beëindigd")
