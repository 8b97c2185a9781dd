"""Every fixed statement that a test sends is compared with what Django would build for the same call.

The first calls of each, and after those one in seven: what Django builds costs more than what it asks.
"""

from collections import Counter

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from toegang.tellen import GROEP_TOT, Telling, opdracht
from toegang.vaste_vraag import Statement, VasteVraag

ALTIJD, DAARNA = 7, 7
voorbereiden = VasteVraag.voorbereiden
keren: Counter[Statement | Telling] = Counter()


def narekenen(statement: Statement | Telling, waarden: dict, rijen: QuerySet | list[QuerySet]) -> bool:
    """What is sent is what Django would send."""
    if isinstance(statement, Telling):
        sql, params = opdracht(rijen, GROEP_TOT + 1)[:2]
        return (statement.sql, statement.params(waarden)) == (sql, tuple(params))
    try:
        verwacht = rijen.query.sql_with_params()
    except EmptyResultSet:
        verwacht = ("", ())
    return (statement.sql, statement.params(waarden)) == verwacht


def voorbereiden_en_narekenen(vraag: VasteVraag, argumenten: dict):
    """In the place of `VasteVraag.voorbereiden` during the tests."""
    statement, waarden = voorbereiden(vraag, argumenten)
    keren[statement] += 1
    if keren[statement] <= ALTIJD or keren[statement] % DAARNA == 0:
        assert narekenen(statement, waarden, vraag.bouwer(**argumenten)), vraag.__qualname__
    return statement, waarden
