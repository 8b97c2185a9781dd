"""The arithmetic of figures: median, p90, shares, net days, small numbers. Pure Python."""

import datetime
from collections.abc import Iterable, Mapping
from math import floor

MINSTENS = 5  # fewer people than this are not counted out loud outside the own team
BUITEN_TEAM = f"minder dan {MINSTENS}"
# How long somebody waits, in days: up to and including; the last one has no end.
WACHTVAKKEN: tuple[tuple[int | None, str], ...] = (
    (7, "0-1 week"),
    (14, "1-2 weken"),
    (28, "2-4 weken"),
    (42, "4-6 weken"),
    (None, "meer dan 6 weken"),
)
Periode = tuple[datetime.date, datetime.date | None]


def percentiel(verdeling: Mapping[int, int], deel: float) -> float | None:
    """The value that this part of the counted ones (value -> how many) stays below, as percentile_cont does."""
    aantal = sum(verdeling.values())
    if not aantal:
        return None
    plek = deel * (aantal - 1)
    onder = floor(plek)
    laag, hoog = _op_plek(verdeling, onder), _op_plek(verdeling, min(onder + 1, aantal - 1))
    return laag + (hoog - laag) * (plek - onder)


def _op_plek(verdeling: Mapping[int, int], plek: int) -> int:
    gezien = 0
    for waarde in sorted(verdeling):
        gezien += verdeling[waarde]
        if plek < gezien:
            return waarde
    raise ValueError(plek)


def mediaan(verdeling: Mapping[int, int]) -> float | None:
    """The middle one."""
    return percentiel(verdeling, 0.5)


def p90(verdeling: Mapping[int, int]) -> float | None:
    """Nine of ten are at most this."""
    return percentiel(verdeling, 0.9)


def aandeel(deel: int, geheel: int) -> int | None:
    """In whole percents, a half upwards; None of nothing."""
    return None if not geheel else (200 * deel + geheel) // (2 * geheel)


def stil_dagen(begin: datetime.date, einde: datetime.date, perioden: Iterable[Periode]) -> int:
    """Days between begin and end on which the clock stood still; days that two share count once."""
    totaal, tot_nu = 0, begin
    for van, tot in sorted((van, tot or einde) for van, tot in perioden):
        van, tot = max(van, tot_nu), min(tot, einde)
        if tot > van:
            totaal += (tot - van).days
            tot_nu = tot
    return totaal


def netto_dagen(begin: datetime.date, einde: datetime.date, perioden: Iterable[Periode]) -> int:
    """From begin to end, without the days on which the clock stood still."""
    return (einde - begin).days - stil_dagen(begin, einde, perioden)


def wachtvak(dagen: int) -> int:
    """The number of the row of WACHTVAKKEN for so many days."""
    return next(nr for nr, (tot, _) in enumerate(WACHTVAKKEN) if tot is None or dagen <= tot)


def buiten_team(aantal: int) -> str:
    """A number of people of another team; small ones could be recognised."""
    return BUITEN_TEAM if aantal < MINSTENS else str(aantal)


def maanden_terug(vandaag: datetime.date, aantal: int) -> list[datetime.date]:
    """The first day of this month and of so many before it, oldest first."""
    nu = vandaag.year * 12 + vandaag.month - 1
    return [datetime.date(m // 12, m % 12 + 1, 1) for m in range(nu - aantal, nu + 1)]


def maand_erna(eerste: datetime.date) -> datetime.date:
    """The first day of the next month."""
    return datetime.date(eerste.year + eerste.month // 12, eerste.month % 12 + 1, 1)
