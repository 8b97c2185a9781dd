"""How many rows, for several lists at once and never further than what a screen says."""

from collections.abc import Callable, Iterable

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from toegang.merken import Merken, Waarden
from toegang.vaste_vraag import VasteVraag, vastgezet
from toegang.voorbereid import Voorbereid

HOOGSTENS = 1001  # "meer dan 1.000"
GROEP_TOT = 100  # beside the name of a group: "meer dan 100"


def tellen(*vragen, hoogstens: int = HOOGSTENS) -> list[int]:
    """The number of rows of each queryset, in one statement; counting stops at `hoogstens`.

    In list order, so that the index of the list answers it: without an order a whole table may be read to find a few.
    """
    sql, waarden, plek = opdracht(vragen, hoogstens)
    if not sql:
        return [0] * len(vragen)
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)
        return _verdeeld(cursor.fetchone(), plek, len(vragen))


class Telling(Voorbereid):
    """The counts of several lists as one statement that is built once, each up to what stands beside a group."""

    def __init__(self, naam: str, bouwen: Callable[[Merken], Iterable[QuerySet]]):
        def sql_van(merken: Merken) -> tuple[str, list]:
            vragen = list(bouwen(merken))
            sql, waarden, self.welke = opdracht(vragen, GROEP_TOT + 1)
            self.hoeveel = len(vragen)
            return sql, waarden

        super().__init__(naam, *vastgezet(sql_van))

    def lezen(self, waarden: Waarden) -> list[int]:
        if not self.sql:
            return [0] * self.hoeveel
        return _verdeeld(self.rijen(waarden)[0], self.welke, self.hoeveel)


class VasteTelling(VasteVraag):
    """`@VasteTelling` on a function that gives querysets; called with keywords it gives their numbers of rows."""

    soort = Telling


def opdracht(vragen: Iterable[QuerySet], hoogstens: int) -> tuple[str, list, list[int]]:
    """Statement, parameters, and which of the querysets are in it: not those that can never hold a row."""
    delen, waarden, plek = [], [], []
    for nummer, vraag in enumerate(vragen):
        try:
            sql, params = vraag.values("pk")[:hoogstens].query.sql_with_params()
        except EmptyResultSet:
            continue
        delen.append(f"(SELECT count(*) FROM ({sql}) t)")  # nosec B608: Django's own SQL, values apart
        waarden += params
        plek.append(nummer)
    return f"SELECT {', '.join(delen)}" if delen else "", waarden, plek


def _verdeeld(aantallen: Iterable[int], plek: list[int], hoeveel: int) -> list[int]:
    gevonden = dict(zip(plek, aantallen, strict=True))
    return [gevonden.get(nummer, 0) for nummer in range(hoeveel)]
