"""Rows read along with another row, in its one query: as JSON there, as objects here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

M = TypeVar("M", bound=Model)


def rijen(bron: QuerySet, *velden: str, via: str = "") -> ArraySubquery:
    """The rows of a subquery as one value, each with its id; `via`: the path to the model of the fields.

    A field of a row that hangs on it is written `medewerker__last_name`, beside `medewerker_id`; of a row that points
    back at it `levering__begonnen_op`, beside `levering__id`.
    """
    return ArraySubquery(bron.values(rij=JSONObject(**{veld: via + veld for veld in ("id", *velden)})))


def als(model: type[M], gelezen: list[dict[str, Any]]) -> list[M]:
    """What `rijen` read, as objects of this model with only these fields loaded; what is no field is set on top."""
    return [_als_rij(model, waarden) for waarden in gelezen]


@dataclass(frozen=True)
class Leeswijze:
    """How the values of one kind of row become an object; the same for each row, so found once."""

    velden: list[str]  # in the order of `from_db`
    naar_python: list[Callable[[Any], Any]]
    erbij: list[str]  # no field of the model
    # the relation, the name of its key, and its values by field
    verwant: list[tuple[Any, str, dict[str, str]]]


def _als_rij(model: type[M], waarden: dict[str, Any]) -> M:
    wijze = _leeswijze(model, tuple(waarden))
    eigen = [naar(waarden[veld]) for veld, naar in zip(wijze.velden, wijze.naar_python, strict=True)]
    rij = model.from_db(None, wijze.velden, eigen)
    for naam in wijze.erbij:
        setattr(rij, naam, waarden[naam])
    for relatie, sleutel, delen in wijze.verwant:
        ander = None
        if waarden[sleutel] is not None:
            van_ander = {"id": waarden[sleutel], **{veld: waarden[naam] for veld, naam in delen.items()}}
            ander = _als_rij(relatie.related_model, van_ander)
        relatie.set_cached_value(rij, ander)
    return rij


@cache
def _leeswijze(model: type[Model], namen: tuple[str, ...]) -> Leeswijze:
    velden = [veld for veld in model._meta.concrete_fields if veld.attname in namen]
    erbij = [n for n in namen if "__" not in n and n not in {veld.attname for veld in velden}]
    relaties = dict.fromkeys(n.partition("__")[0] for n in namen if "__" in n)
    verwant = []
    for relatie in relaties:
        delen = {n.partition("__")[2]: n for n in namen if n.startswith(f"{relatie}__")}
        sleutel = delen.pop("id", f"{relatie}_id")
        verwant.append((model._meta.get_field(relatie), sleutel, delen))
    return Leeswijze([v.attname for v in velden], [v.to_python for v in velden], erbij, verwant)
