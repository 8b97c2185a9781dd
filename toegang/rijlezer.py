"""From the rows of a fixed statement to objects, as Django does it; what is the same for every row is found once."""

from collections.abc import Iterable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models.query import get_related_populators


class Rijlezer:
    """Django's ModelIterable for one statement: the object, its `select_related`, its annotations."""

    def __init__(self, compiler):
        soort, kolommen = compiler.klass_info, compiler.select
        self.model = soort["model"]
        self.eigen = slice(soort["select_fields"][0], soort["select_fields"][-1] + 1)
        self.namen = [kolom.target.attname for kolom, _, _ in kolommen[self.eigen]]
        self.verwant = get_related_populators(soort, kolommen, DEFAULT_DB_ALIAS)
        self.erbij = list((compiler.annotation_col_map or {}).items())
        self.omzetters = list(compiler.get_converters([kolom for kolom, _, _ in kolommen]).items())

    def lezen(self, rijen: Iterable[tuple]) -> list:
        """An object for each row."""
        uit = []
        for ruw in rijen:
            rij = self._omgezet(ruw) if self.omzetters else ruw
            ding = self.model.from_db(DEFAULT_DB_ALIAS, self.namen, rij[self.eigen])
            for verwant in self.verwant:
                verwant.populate(rij, ding)
            for naam, plek in self.erbij:
                setattr(ding, naam, rij[plek])
            uit.append(ding)
        return uit

    def _omgezet(self, ruw: tuple) -> list[Any]:
        """With the values as Python writes them: JSON, encrypted text, keys."""
        rij = list(ruw)
        for plek, (omzetters, uitdrukking) in self.omzetters:
            for omzetter in omzetters:
                rij[plek] = omzetter(rij[plek], uitdrukking, connection)
        return rij
