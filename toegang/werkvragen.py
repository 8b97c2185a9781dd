"""What the werkvoorraad asks: how many in each group, and one page of one group.

Without a filter each is a statement that is built once (`toegang/vaste_vraag.py`), for the first page as for the
hundredth; what a filter asks is built when it is asked.
"""

import datetime
import uuid
from enum import StrEnum

from django.db.models import QuerySet

from toegang.tellen import VasteTelling
from toegang.vaste_vraag import vaste_vraag
from toegang.werkfilter import gefilterd
from toegang.werkorde import Lezen, Plek, uit_vraag
from toegang.werkvoorraad import Groep, groepen_voor


class Van(StrEnum):
    """Whose rows."""

    ALLES = "alles"
    MIJN = "mijn"
    ZONDER = "zonder"


def aantallen(lezer, vandaag: datetime.date, van: dict[str, str]) -> list[int]:
    """The number of rows of each group of this reader; `van`: whose, by the name of the group."""
    return _aantallen(lezer=lezer, vandaag=vandaag, van=tuple(Van(v) for v in van.values()))


def bladen(groep: Groep, lezer, vandaag: datetime.date, van: str) -> Lezen:
    """How to read the pages of this group."""

    def lezen(plek: Plek | None, nummer: int, terug: bool) -> list:
        if plek is None:
            return _eerste(lezer=lezer, vandaag=vandaag, groep=groep, van=Van(van))
        vlag, op, pk = plek
        return _verder(
            lezer=lezer, vandaag=vandaag, groep=groep, van=Van(van), vlag=vlag, op=op, pk=pk, tweede=nummer == 1,
            terug=terug,
        )  # fmt: skip

    return lezen


def _vraag(groep: Groep, lezer, vandaag, van: str) -> QuerySet:
    return gefilterd(groep, groep.lijst(lezer, vandaag), {}, van, lezer, vandaag)


@VasteTelling
def _aantallen(lezer, vandaag, van):
    groepen = groepen_voor(lezer)
    return [_vraag(groep, lezer, vandaag, wie) for groep, wie in zip(groepen, van, strict=True)]


@vaste_vraag
def _eerste(lezer, vandaag, groep, van):
    return uit_vraag(_vraag(groep, lezer, vandaag, van), groep.orde, None, 0, False)


@vaste_vraag
def _verder(
    lezer, vandaag, groep, van, vlag: bool, op: datetime.date, pk: uuid.UUID, tweede: bool, terug: bool
):
    vraag = _vraag(groep, lezer, vandaag, van)
    return uit_vraag(vraag, groep.orde, (vlag, op, pk), int(tweede), terug)
