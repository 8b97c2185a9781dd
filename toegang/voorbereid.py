"""A statement that PostgreSQL parses and plans once a connection (PREPARE): planning costs more than looking up.

What is constant stands in the text as a literal, so that the planner can use the partial indexes; what differs from
call to call is a parameter. `DATABASE_PLANNEN_BEWAREN = False` for a pooler that hands out one connection to many.
"""

import itertools
import re
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Any, Self
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import IntegrityError, connection
from psycopg2.extensions import AsIs

Plek = tuple[bool, Any]  # a mark and its name, or a constant
NAAM = re.compile(r"%\((\w+)\)s")
SCHRIJFT = re.compile(
    r'^\s*(?:WITH\s+\w+\s+AS\s*\(\s*)?(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+"?(\w+)"?'
    r"|^(?:PREPARE|EXECUTE)\s+schrijf_(\w+?)_\d+\b",
    re.IGNORECASE,
)
_nummers = itertools.count(1)
# On each connection: which statements it holds, and by what name.
_bekend: WeakKeyDictionary[Any, dict["Voorbereid", str]] = WeakKeyDictionary()


class Voorbereid:
    """One statement with the places of its parameters."""

    def __init__(self, naam: str, sql: str, plekken: list[Plek]):
        self.naam, self.sql, self.plekken = naam, sql, plekken
        if schrijft_in(sql) and not isinstance(self, Schrijfopdracht):
            raise TypeError(f"What writes is a Schrijfopdracht: {sql[:100]}")
        self.namen: list[Hashable] = list(dict.fromkeys(naam for merk, naam in plekken if merk))

    @classmethod
    def met_namen(cls, naam: str, sql: str) -> Self:
        """From a statement that is written out, with `%(name)s` for its parameters."""
        return cls(naam, NAAM.sub("%s", sql), [(True, gevonden) for gevonden in NAAM.findall(sql)])

    def rijen(self, waarden: dict[Hashable, Any]) -> list[tuple]:
        """Send it, and read all rows."""
        with self._gestuurd(waarden) as cursor:
            return cursor.fetchall()

    @contextmanager
    def _gestuurd(self, waarden: dict[Hashable, Any]) -> Iterator[Any]:
        with self.anders_vergeten(), connection.cursor() as cursor:
            cursor.execute(*self.opdracht(waarden))
            yield cursor

    def params(self, waarden: dict[Hashable, Any]) -> tuple:
        """The parameters as Django itself would send them."""
        return tuple(waarden[naam] if merk else naam for merk, naam in self.plekken)

    def opdracht(self, waarden: dict[Hashable, Any]) -> tuple[str, tuple]:
        """What to send: the name of the plan and the values; the first time on a connection its text goes before."""
        if not settings.DATABASE_PLANNEN_BEWAREN:
            return self.sql, self.params(waarden)
        connection.ensure_connection()
        hier = _bekend.setdefault(connection.connection, {})
        vooraf = ""
        if self not in hier:
            hier[self] = f"{self.naam}_{next(_nummers)}"
            vooraf = f"PREPARE {hier[self]} AS {self._tekst()}; "
        plaatsen = f"({', '.join(['%s'] * len(self.namen))})" if self.namen else ""
        return f"{vooraf}EXECUTE {hier[self]}{plaatsen}", tuple(waarden[naam] for naam in self.namen)

    @contextmanager
    def anders_vergeten(self) -> Iterator[None]:
        """When sending it fails, whether it is known on this connection is not certain: it gets a new name."""
        try:
            yield
        except IntegrityError:  # a row was refused: the statement itself ran, so it is known here
            raise
        except (
            Exception
        ):  # of the database, or before it (a NUL in a text): it goes on to the caller as it came
            if connection.connection is not None:
                _bekend.get(connection.connection, {}).pop(self, None)
            raise

    def _tekst(self) -> str:
        nummers = {naam: AsIs(f"${nummer}") for nummer, naam in enumerate(self.namen, start=1)}
        with connection.cursor() as cursor:
            tekst = cursor.mogrify(self.sql, [nummers[w] if merk else w for merk, w in self.plekken])
        return tekst.decode().replace("%", "%%")


class Schrijfopdracht(Voorbereid):
    """A statement that writes; its name says in which table, for an EXECUTE does not (`schrijft_in`)."""

    def __init__(self, tabel: str, sql: str, plekken: list[Plek]):
        if schrijft_in(sql) != tabel:
            raise TypeError(f"This does not write in {tabel}: {sql[:100]}")
        super().__init__(f"schrijf_{tabel}", sql, plekken)

    def doen(self, waarden: dict[Hashable, Any]) -> int:
        """Send it; the number of rows written."""
        with self._gestuurd(waarden) as cursor:
            return cursor.rowcount


def schrijft_in(sql: str) -> str:
    """The table that this statement writes in; '' when it reads."""
    gevonden = SCHRIJFT.match(sql)
    return (gevonden[1] or gevonden[2]).lower() if gevonden else ""
