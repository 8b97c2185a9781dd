"""Contracts by period: begun, ended, and what the provider says about waiting and room."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from voorzieningen.models import Aanbieder, Contract, Product
from voorzieningen.usecases.aanbieder_vastleggen import CONTRACTBEHEER
from voorzieningen.usecases.periode import nieuwe_periode, periode_beeindigen


@transaction.atomic
def contract_vastleggen(
    *,
    aanbieder_id,
    product_id,
    vanaf_op: datetime.date,
    laatste_dag: datetime.date | None = None,
    door: Actor,
) -> Contract:
    """This provider gives this product in this period; two at once are refused in words."""
    check_rol(door, *CONTRACTBEHEER)
    aanbieder, product = Aanbieder.objects.vergrendelen(aanbieder_id), Product.objects.get(pk=product_id)
    andere = Contract.objects.filter(aanbieder=aanbieder, product=product).order_by("vanaf_op")
    periode = nieuwe_periode("contract voor dit product", vanaf_op, laatste_dag, andere)
    return Contract(aanbieder=aanbieder, product=product, **periode).bewaren(
        door=door, reden="contract vastgelegd"
    )


@transaction.atomic
def contract_beeindigen(*, contract_id, laatste_dag: datetime.date, door: Actor) -> Contract:
    """Help that runs goes on; no new help begins after this day."""
    check_rol(door, *CONTRACTBEHEER)
    contract = Contract.objects.vergrendelen(contract_id)
    periode_beeindigen(contract, laatste_dag, door=door, reden="contract beëindigd")
    return contract


@transaction.atomic
def contract_opgave(
    *, contract_id, wachttijd: int | None, capaciteit: int | None, opgegeven_op: datetime.date, door: Actor,
    vandaag: datetime.date,
) -> Contract:  # fmt: skip
    """Weeks of waiting and how many people can begin, with the day the provider said it."""
    check_rol(door, *CONTRACTBEHEER, Rol.ADMINISTRATIE)
    contract = Contract.objects.vergrendelen(contract_id)
    if wachttijd is None and capaciteit is None:
        raise ValidationError({"wachttijd": "Vul de wachttijd in, of voor hoeveel mensen er plaats is"})
    if opgegeven_op > vandaag:
        raise ValidationError({"opgegeven_op": "Deze dag ligt na vandaag"})
    if contract.opgegeven_op and opgegeven_op < contract.opgegeven_op:
        raise ValidationError({"opgegeven_op": "Er is al een latere opgave. Kijk de dag na"})
    contract.wachttijd, contract.capaciteit, contract.opgegeven_op = wachttijd, capaciteit, opgegeven_op
    return contract.bewaren(door=door, reden="wachttijd en plaats opgegeven")
