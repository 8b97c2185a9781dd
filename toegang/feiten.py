"""Rows read along with another row, in its one query: as JSON there, as objects here."""

from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

M = TypeVar("M", bound=Model)


def rijen(bron: QuerySet, *velden: str, via: str = "") -> ArraySubquery:
    """The rows of a subquery as one value, each with its id; `via`: the path to the model of the fields.

    A field of a row that hangs on it is written `medewerker__last_name`, beside `medewerker_id`.
    """
    return ArraySubquery(bron.values(rij=JSONObject(**{veld: via + veld for veld in ("id", *velden)})))


def als(model: type[M], gelezen: list[dict[str, Any]]) -> list[M]:
    """What `rijen` read, as objects of this model with only these fields loaded; what is no field is set on top."""
    return [_als_rij(model, waarden) for waarden in gelezen]


def _als_rij(model: type[M], waarden: dict[str, Any]) -> M:
    velden = [veld for veld in model._meta.concrete_fields if veld.attname in waarden]
    eigen = {
        veld.attname: veld.to_python(waarden[veld.attname]) for veld in velden
    }  # in the order of `from_db`
    rij = model.from_db(None, list(eigen), list(eigen.values()))
    verwant: dict[str, dict[str, Any]] = {}
    for naam in waarden.keys() - eigen.keys():
        relatie, streep, veld = naam.partition("__")
        if streep:
            verwant.setdefault(relatie, {})[veld] = waarden[naam]
        else:
            setattr(rij, naam, waarden[naam])
    for relatie, delen in verwant.items():
        setattr(rij, relatie, _verwant(model, relatie, eigen[f"{relatie}_id"], delen))
    return rij


def _verwant(model: type[Model], relatie: str, sleutel: Any, delen: dict[str, Any]) -> Model | None:
    """The row that this one points at; None when it points at none."""
    ander: Any = model._meta.get_field(relatie).related_model
    return None if sleutel is None else _als_rij(ander, {"id": sleutel, **delen})
