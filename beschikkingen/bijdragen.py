"""The eigen bijdrage of the Wmo per year: data, each with its source (Wmo 2015 art. 2.1.4; Uitvoeringsbesluit 3.8)."""

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Bijdrage:
    """What a household pays a month, all provisions together; the CAK sets and collects it."""

    vanaf_op: datetime.date
    per_maand: Decimal
    bron: str


BIJDRAGEN = (
    Bijdrage(datetime.date(2020, 1, 1), Decimal("19.00"), "gemeentelijke verordeningen 2020-2023"),
    Bijdrage(datetime.date(2024, 1, 1), Decimal("20.60"), "gemeentelijke publicaties 2024"),
    Bijdrage(datetime.date(2025, 1, 1), Decimal("21.00"), "gemeentelijke publicaties 2025"),
    Bijdrage(datetime.date(2026, 1, 1), Decimal("21.80"), "hetcak.nl, 2026"),
)
LAATST_BEKEND = 2026  # of a later year the letter says that the CAK will tell


def bijdrage_in(jaar: int) -> Bijdrage | None:
    """The amount of this year, or None when it is not known yet (or was before the table)."""
    if jaar > LAATST_BEKEND:
        return None
    geldig = [b for b in BIJDRAGEN if b.vanaf_op.year <= jaar]
    return geldig[-1] if geldig else None
