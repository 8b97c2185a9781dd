"""Contracts and tariffs hold from a day until a day: begun and ended in the same way, refused in words."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError

from toegang.models import Actor
from voorzieningen.contractregels import EEN_DAG, Periode, waarom_geen_einde, waarom_overlapt
from voorzieningen.models import Contract, Tarief


def nieuwe_periode(
    wat: str, vanaf_op: datetime.date, laatste_dag: datetime.date | None, andere: Iterable[Periode]
) -> dict[str, datetime.date | None]:
    """The first day, and the first on which it holds no more; two at once are refused."""
    if laatste_dag is not None and laatste_dag < vanaf_op:
        raise ValidationError({"laatste_dag": "De laatste dag ligt voor de eerste. Kijk beide dagen na"})
    tot_op = laatste_dag + EEN_DAG if laatste_dag else None
    if zin := waarom_overlapt(wat, vanaf_op, tot_op, andere):
        raise ValidationError({"vanaf_op": zin})
    return {"vanaf_op": vanaf_op, "tot_op": tot_op}


def periode_beeindigen(
    rij: Contract | Tarief, laatste_dag: datetime.date, *, door: Actor, reden: str
) -> Contract | Tarief:
    """A locked row; the same last day again changes nothing."""
    if rij.tot_op == laatste_dag + EEN_DAG:
        return rij
    if zin := waarom_geen_einde(laatste_dag, rij):
        raise ValidationError({"laatste_dag": zin})
    rij.tot_op = laatste_dag + EEN_DAG
    return rij.bewaren(door=door, reden=reden)
