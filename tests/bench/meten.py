"""Measuring in turns, counting statements, reading plans."""

import json
import re
import statistics
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection

RONDEN = 24
GROTE_TABEL = 10_000
TRANSACTIE = re.compile(r"^\s*(SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SET )", re.IGNORECASE)


def _duur(doen: Callable, keer: int) -> float:
    begin = time.perf_counter()
    for _ in range(keer):
        doen()
    return (time.perf_counter() - begin) / keer


@dataclass(frozen=True)
class Meting:
    """The median of the ratios, and both medians in milliseconds."""

    ratio: float
    ms: float
    grens_ms: float


def naast_elkaar(
    werk: Callable, grens: Callable, *, ronden: int = RONDEN, keer: int = 3, voor_werk=None, voor_grens=None
) -> Meting:
    """Subject and limit in turns, who goes first alternating; `voor_…` runs before each turn, off the clock."""
    voor = {werk: voor_werk, grens: voor_grens}

    def een(doen: Callable) -> float:
        if voor[doen]:
            voor[doen]()
        return _duur(doen, keer)

    een(werk), een(grens)  # caches warm, on both sides
    paren = []
    for ronde in range(ronden):
        if ronde % 2:
            g = een(grens)
            paren.append((een(werk), g))
        else:
            w = een(werk)
            paren.append((w, een(grens)))
    return Meting(
        ratio=statistics.median(w / g for w, g in paren),
        ms=statistics.median(w for w, _ in paren) * 1000,
        grens_ms=statistics.median(g for _, g in paren) * 1000,
    )


@contextmanager
def vragen_tellen():
    """Every statement but transaction control, with its parameters."""
    gezien: list[tuple[str, object]] = []

    def onthouden(execute, sql, params, many, context):
        if not TRANSACTIE.match(sql):
            gezien.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(onthouden):
        yield gezien


def volle_scans(vragen: list[tuple[str, object]]) -> list[str]:
    """Tables above 10,000 rows that a captured SELECT reads whole, by its plan."""
    gevonden = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, reltuples FROM pg_class WHERE relkind IN ('r', 'p')")
        rijen = dict(cursor.fetchall())
        for sql, params in vragen:
            if not sql.lstrip(" (\n\t").upper().startswith(("SELECT", "WITH", "EXECUTE")):
                continue
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
            plan = cursor.fetchone()[0]
            plan = json.loads(plan) if isinstance(plan, str) else plan
            gevonden += [
                f"{tabel} ({sql[:60]}…)"
                for tabel in _gelezen(plan[0]["Plan"])
                if rijen.get(tabel, 0) > GROTE_TABEL
            ]
    return gevonden


def _gelezen(knoop: dict) -> list[str]:
    eigen = [knoop["Relation Name"]] if knoop["Node Type"] == "Seq Scan" else []
    return eigen + [tabel for kind in knoop.get("Plans", []) for tabel in _gelezen(kind)]
