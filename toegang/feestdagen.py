"""Days on which a term does not end: Algemene termijnenwet (ATW, BWBR0002448) art. 1 and 3.

Everything is dated data: a row says which day, from which year to which year, and by which rule. Days of decrees that
came later are kept by the beheerder; `feestdagentabel.py` hands them over with `gelijkstellen`, so that nothing here
asks the database.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

ZATERDAG, ZONDAG = 5, 6


@dataclass(frozen=True, slots=True)
class Feestdag:
    """A feast day that comes back each year; `tot` is its last year, None for "still so"."""

    naam: str
    dag: Callable[[int], date]
    van: int
    tot: int | None
    bron: str


@dataclass(frozen=True, slots=True)
class KbDag:
    """One single day, equated with a feast day by royal decree (ATW art. 3 lid 3)."""

    dag: date
    bron: str


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


def _vast(maand: int, dag: int) -> Callable[[int], date]:
    return lambda jaar: date(jaar, maand, dag)


def _na_pasen(dagen: int) -> Callable[[int], date]:
    return lambda jaar: eerste_paasdag(jaar) + timedelta(days=dagen)


def _verjaardag_gevierd(maand: int, dag: int) -> Callable[[int], date]:
    """The birthday of the King is kept a day earlier when it falls on a Sunday (2014, 2025, 2031)."""

    def gevierd(jaar: int) -> date:
        verjaardag = date(jaar, maand, dag)
        return verjaardag - timedelta(days=1) if verjaardag.weekday() == ZONDAG else verjaardag

    return gevierd


ATW_3_1, ATW_3_2 = "Algemene termijnenwet art. 3 lid 1", "Algemene termijnenwet art. 3 lid 2"

FEESTDAGEN = (
    Feestdag("Nieuwjaarsdag", _vast(1, 1), 1965, None, ATW_3_1),
    Feestdag("Goede Vrijdag", _na_pasen(-2), 1965, None, ATW_3_2),
    Feestdag("Tweede Paasdag", _na_pasen(1), 1965, None, ATW_3_1),
    Feestdag("Koninginnedag", _verjaardag_gevierd(4, 30), 1980, 2013, ATW_3_1),
    Feestdag("Koningsdag", _verjaardag_gevierd(4, 27), 2014, None, ATW_3_1),
    Feestdag("Bevrijdingsdag", _vast(5, 5), 1990, None, ATW_3_1),
    Feestdag("Hemelvaartsdag", _na_pasen(39), 1965, None, ATW_3_1),
    Feestdag("Tweede Pinksterdag", _na_pasen(50), 1965, None, ATW_3_1),
    Feestdag("Eerste Kerstdag", _vast(12, 25), 1965, None, ATW_3_1),
    Feestdag("Tweede Kerstdag", _vast(12, 26), 1965, None, ATW_3_1),
)

# The decrees cover three years each. Days before 2023 are not held: no term of this system starts there.
KB_2023_2025 = (
    "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 "
    "met een algemeen erkende feestdag"
)
KB_2026_2028 = (
    "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 "
    "met een algemeen erkende feestdag"
)

KB_DAGEN = (
    KbDag(date(2023, 4, 28), KB_2023_2025),
    KbDag(date(2023, 5, 19), KB_2023_2025),
    KbDag(date(2024, 5, 10), KB_2023_2025),
    KbDag(date(2024, 12, 27), KB_2023_2025),
    KbDag(date(2025, 5, 30), KB_2023_2025),
    KbDag(date(2026, 1, 2), KB_2026_2028),
    KbDag(date(2026, 5, 15), KB_2026_2028),
    KbDag(date(2027, 5, 7), KB_2026_2028),
    KbDag(date(2028, 4, 28), KB_2026_2028),
    KbDag(date(2028, 5, 26), KB_2026_2028),
)


_bijgehouden: dict[date, str] = {}


def gelijkstellen(dagen: Mapping[date, str]) -> None:
    """The days that the beheerder keeps, with their decree: they count from now on in this process."""
    if _bijgehouden != dict(dagen):
        _bijgehouden.clear()
        _bijgehouden.update(dagen)
        _feestdagen.cache_clear()


def gelijkgesteld(jaar: int) -> dict[date, str]:
    """Day -> decree, of the days of this year that a decree equates with a feast day (ATW art. 3 lid 3)."""
    dagen = {kb.dag: kb.bron for kb in KB_DAGEN} | _bijgehouden
    return {dag: dagen[dag] for dag in sorted(dagen) if dag.year == jaar}


def laatste_jaar_met_kb_dagen() -> int:
    """The last year whose decree is held. A later term may still move: warn."""
    return max(dag.year for dag in (*(kb.dag for kb in KB_DAGEN), *_bijgehouden))


@cache
def _feestdagen(jaar: int) -> dict[date, str]:
    dagen: dict[date, str] = {}
    for feestdag in FEESTDAGEN:
        if feestdag.van <= jaar and (feestdag.tot is None or jaar <= feestdag.tot):
            dagen.setdefault(feestdag.dag(jaar), feestdag.naam)  # 5 May 2016 is also Hemelvaartsdag
    for dag in gelijkgesteld(jaar):
        dagen.setdefault(dag, "Gelijkgesteld met een feestdag")
    return dict(sorted(dagen.items()))


def feestdagen(jaar: int) -> dict[date, str]:
    """Day -> name, in order, of every recognised or equated feast day of the year (ATW art. 3)."""
    return dict(_feestdagen(jaar))


def is_werkdag(dag: date) -> bool:
    """Neither Saturday, Sunday nor a recognised or equated feast day (ATW art. 1)."""
    return dag.weekday() < ZATERDAG and dag not in _feestdagen(dag.year)


def eerstvolgende_werkdag(dag: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_werkdag(dag):
        dag += timedelta(days=1)
    return dag
