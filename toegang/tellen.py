"""How many rows, for several lists at once and never further than what a screen says."""

from django.core.exceptions import EmptyResultSet
from django.db import connection

HOOGSTENS = 1001  # "meer dan 1.000"
GROEP_TOT = 100  # beside the name of a group: "meer dan 100"


def tellen(*vragen, hoogstens: int = HOOGSTENS) -> list[int]:
    """The number of rows of each queryset, in one statement; counting stops at `hoogstens`.

    In list order, so that the index of the list answers it: without an order a whole table may be read to find a few.
    """
    delen, waarden, plek = [], [], []
    for nummer, vraag in enumerate(vragen):
        try:
            sql, params = vraag.values("pk")[:hoogstens].query.sql_with_params()
        except EmptyResultSet:
            continue
        delen.append(f"(SELECT count(*) FROM ({sql}) t)")  # nosec B608: Django's own SQL, values apart
        waarden += params
        plek.append(nummer)
    uit = [0] * len(vragen)
    if delen:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(delen)}", waarden)
            for nummer, aantal in zip(plek, cursor.fetchone(), strict=True):
                uit[nummer] = aantal
    return uit
