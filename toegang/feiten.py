"""Rows read along with another row, in its one query: as JSON there, as objects here."""

from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

M = TypeVar("M", bound=Model)


def rijen(bron: QuerySet, *velden: str, via: str = "") -> ArraySubquery:
    """The rows of a subquery as one value, each with its id; `via`: the path to the model of the fields."""
    return ArraySubquery(bron.values(rij=JSONObject(**{veld: via + veld for veld in ("id", *velden)})))


def als(model: type[M], gelezen: list[dict[str, Any]]) -> list[M]:
    """What `rijen` read, as objects of this model with only these fields loaded; what is no field is set on top."""
    velden = model._meta.concrete_fields
    uit = []
    for waarden in gelezen:
        eigen = {
            veld.attname: veld.to_python(waarden[veld.attname]) for veld in velden if veld.attname in waarden
        }
        rij = model.from_db(None, list(eigen), list(eigen.values()))
        for naam in waarden.keys() - eigen.keys():
            setattr(rij, naam, waarden[naam])
        uit.append(rij)
    return uit
