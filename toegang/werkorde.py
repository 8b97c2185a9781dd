"""Paging a list of work by its key, forward and back: each row once, however deep the page."""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

PER = 25


@dataclass(frozen=True)
class Orde:
    """The order of a list: first the rows with the flag `eerst` (if any), then by date, then by key."""

    datum: str
    eerst: str = ""

    def gesorteerd(self, vraag: QuerySet, *, terug: bool = False) -> QuerySet:
        velden = [f"-{self.eerst}"] * bool(self.eerst) + [self.datum, "pk"]
        return vraag.order_by(*(_andersom(veld) if terug else veld for veld in velden))

    def stukken(self, plek: tuple[bool, datetime.date, uuid.UUID], *, terug: bool = False) -> list[Q]:
        """What comes after this place (or before it), as conditions that an index answers, nearest first."""
        vlag, op, pk = plek
        vergelijk = TupleLessThan if terug else TupleGreaterThan
        rest = Q(vergelijk(Tuple(self.datum, "pk"), (op, pk)))
        if not self.eerst:
            return [rest]
        hier = Q(**{self.eerst: vlag}) & rest
        ander = Q(**{self.eerst: not vlag})
        return [hier, ander] if vlag != terug else [hier]

    def sleutel(self, ding: Any) -> str:
        """The place of this row, for the address."""
        vlag = int(bool(self.eerst and getattr(ding, self.eerst)))
        return f"{vlag}_{getattr(ding, self.datum)}_{ding.pk}"


@dataclass
class Bladzijde:
    """At most 25 things; `vorige` and `volgende` are keys, '' where there is no more."""

    dingen: list
    vorige: str = ""
    volgende: str = ""


Plek = tuple[bool, datetime.date, uuid.UUID]
# The first rows; or those of the nth piece behind (or before) a place: (place or None, n, back) -> 26 rows at most.
Lezen = Callable[[Plek | None, int, bool], list]


def uit_vraag(vraag: QuerySet, orde: Orde, plek: Plek | None, nummer: int, terug: bool) -> QuerySet:
    """`Lezen` for this queryset, when the first two are given."""
    if plek:
        vraag = vraag.filter(orde.stukken(plek, terug=terug)[nummer])
    return orde.gesorteerd(vraag, terug=terug)[: PER + 1]


def bladeren(lezen: Lezen, orde: Orde, *, na: str = "", voor: str = "", per: int = PER) -> Bladzijde:
    """The rows after `na` or before `voor`; a key that makes no sense is the first page."""
    if plek := lees_sleutel(voor):
        dingen = _vullen(lezen, orde, plek, per + 1, terug=True)[::-1]
        meer_voor, meer_na, dingen = len(dingen) > per, True, dingen[-per:]
    else:
        plek = lees_sleutel(na)
        dingen = _vullen(lezen, orde, plek, per + 1) if plek else list(lezen(None, 0, False))
        meer_voor, meer_na, dingen = plek is not None, len(dingen) > per, dingen[:per]
    return Bladzijde(
        dingen,
        vorige=orde.sleutel(dingen[0]) if dingen and meer_voor else "",
        volgende=orde.sleutel(dingen[-1]) if dingen and meer_na else "",
    )


def lees_sleutel(tekst: str) -> tuple[bool, datetime.date, uuid.UUID] | None:
    """What `Orde.sleutel` wrote."""
    try:
        vlag, op, pk = tekst.split("_")
        return vlag == "1", datetime.date.fromisoformat(op), uuid.UUID(pk)
    except ValueError:
        return None


def _vullen(lezen: Lezen, orde: Orde, plek: Plek, hoeveel: int, *, terug: bool = False) -> list:
    dingen: list = []
    for nummer in range(len(orde.stukken(plek, terug=terug))):
        if len(dingen) < hoeveel:
            dingen += lezen(plek, nummer, terug)
    return dingen[:hoeveel]


def _andersom(veld: str) -> str:
    return veld[1:] if veld.startswith("-") else f"-{veld}"
