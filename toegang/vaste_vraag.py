"""A query whose statement is built once a process: from call to call only its parameters change.

Building the statements of a dossier page costs more than answering them. `@vaste_vraag` stands on a function that
gives a queryset. It is called with marks (values that occur nowhere else) instead of the real arguments, and twice,
with other marks: both must give the same statement, and a parameter that differs must itself be a mark. What stays
fixed may be a word, a number or yes/no; a date or a key that did not come in as an argument is refused.

A reader takes part with the shape of his rights: which roles, which laws in how many teams, whether there are
exceptions. His teams and exceptions themselves are parameters, filled from the rights of this request. Nothing of a
person or of a right is kept between requests.
"""

import copy
from collections.abc import Callable, Hashable, Sequence
from enum import Enum
from functools import partial, update_wrapper
from types import SimpleNamespace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet
from django.db.models.query import ModelIterable

from toegang.merken import Merken, NietVast, Waarden, lezersvorm, lezerswaarden, sleutel_van
from toegang.rijlezer import Rijlezer
from toegang.voorbereid import Plek, Voorbereid

HOOGSTENS = 1000  # statements kept; above it all of them are built anew
VAST = (str, int, bool, float, type(None))


class Vorm:
    """A kind of argument that shapes the statement: frozen, hashable by its value, few different ones in a process."""


class Statement(Voorbereid):
    """One shape of one query, with Django's own way from a row to an object."""

    def __init__(self, naam: str, bouwen: Callable[[Merken], QuerySet]):
        gebouwd: list[tuple[Any, Any]] = []

        def sql_van(merken: Merken) -> tuple[str, tuple]:
            rijen = bouwen(merken)
            gebouwd.append((rijen, rijen.query.get_compiler(DEFAULT_DB_ALIAS)))
            return _bouw(gebouwd[-1][1])

        super().__init__(naam, *vastgezet(sql_van))
        self.bron, self.compiler = gebouwd[0]
        self.lezer = None
        if self.sql and self.bron._iterable_class is ModelIterable:
            self.lezer = Rijlezer(self.compiler)
        elif self.sql:
            omzetters = self.compiler.get_converters([kolom for kolom, _, _ in self.compiler.select])
            self.compiler.get_converters = partial(_gegeven, omzetters)

    def lezen(self, waarden: Waarden) -> list:
        """The rows for these values; none when nothing can ever be found."""
        if not self.sql:
            return []
        return self.lezer.lezen(self.rijen(waarden)) if self.lezer else self._als_waarden(waarden)

    def _als_waarden(self, waarden: Waarden) -> list:
        """What asks for values instead of objects, read as Django does."""
        compiler, query = copy.copy(self.compiler), copy.copy(self.bron.query)
        compiler.connection = connection
        compiler.as_sql = partial(_gegeven, self.opdracht(waarden))
        query.get_compiler = partial(_gegeven, compiler)
        bron: Any = SimpleNamespace(
            db=DEFAULT_DB_ALIAS, query=query, model=self.bron.model, _known_related_objects={},
            _fields=self.bron._fields,
        )  # fmt: skip
        with self.anders_vergeten():
            return list(self.bron._iterable_class(bron))


def vastgezet(sql_van: Callable[[Merken], tuple[str, Sequence]]) -> tuple[str, list[Plek]]:
    """The statement, and of each parameter its mark or its constant; refused when that is not certain."""
    een, twee = Merken(0), Merken(1)
    sql, params = sql_van(een)
    sql_twee, params_twee = sql_van(twee)
    if sql != sql_twee or len(params) != len(params_twee):
        raise NietVast(f"The statement depends on the value of an argument: {sql}")
    return sql, [_plek(a, b, een, twee) for a, b in zip(params, params_twee, strict=True)]


def _gegeven(antwoord, *_, **__):
    return antwoord


def _bouw(compiler) -> tuple[str, tuple]:
    """Statement and parameters; an empty statement when nothing can ever be found."""
    try:
        return compiler.as_sql()
    except EmptyResultSet:
        return "", ()


def _plek(een: Any, twee: Any, merken_een: Merken, merken_twee: Merken) -> tuple[bool, Any]:
    naam = merken_een.namen.get(sleutel_van(een))
    if naam is not None and merken_twee.namen.get(sleutel_van(twee)) == naam:
        return True, naam
    if naam is None and sleutel_van(een) == sleutel_van(twee) and isinstance(een, VAST):
        return False, een
    raise NietVast(f"A parameter of the statement is no argument and no plain constant: {een!r}")


class VasteVraag:
    """`@vaste_vraag` on `def naam(lezer, pk, …) -> QuerySet`; called with keywords it gives the list of rows.

    An argument is a reader (something with `rechten`), a key, a word, a number, a date or a moment; a member of an
    enumeration, a `Vorm`, a tuple of them, or a bool is part of the shape.
    """

    soort: type = Statement

    def __init__(self, bouwer: Callable[..., QuerySet]):
        if bouwer.__closure__:
            raise NietVast(f"{bouwer.__qualname__} uses values from outside its arguments")
        self.bouwer = bouwer
        self.statements: dict[Hashable, Any] = {}
        update_wrapper(self, bouwer)

    def __call__(self, **argumenten) -> list:
        statement, waarden = self.voorbereiden(argumenten)
        return statement.lezen(waarden)

    def voorbereiden(self, argumenten: dict[str, Any]) -> tuple[Any, Waarden]:
        """The statement of this shape, built when it is new, and the values for its parameters."""
        vorm: list[Hashable] = []
        waarden: Waarden = {}
        for naam, waarde in argumenten.items():
            if hasattr(waarde, "rechten"):
                vorm.append((naam, lezersvorm(waarde)))
                waarden |= lezerswaarden(naam, waarde)
            elif _is_vorm(waarde):
                vorm.append((naam, waarde))
            else:
                vorm.append((naam, type(waarde)))
                waarden[naam] = waarde
        sleutel = tuple(vorm)
        if sleutel not in self.statements:
            if len(self.statements) >= HOOGSTENS:
                self.statements.clear()
            bouwen = partial(self._met_merken, argumenten)
            self.statements[sleutel] = self.soort(self.bouwer.__name__.strip("_"), bouwen)
        return self.statements[sleutel], waarden

    def _met_merken(self, argumenten: dict[str, Any], merken: Merken) -> QuerySet:
        ingevuld = {}
        for naam, waarde in argumenten.items():
            if hasattr(waarde, "rechten"):
                ingevuld[naam] = merken.lezer(naam, waarde)
            else:
                ingevuld[naam] = waarde if _is_vorm(waarde) else merken.maak(naam, type(waarde))
        return self.bouwer(**ingevuld)


def _is_vorm(waarde: Any) -> bool:
    if isinstance(waarde, tuple):
        return all(_is_vorm(deel) for deel in waarde)
    return isinstance(waarde, (Enum, Vorm, bool))


def vaste_vraag(bouwer: Callable[..., QuerySet]) -> VasteVraag:
    """The statement of this query is built once for each shape."""
    return VasteVraag(bouwer)
