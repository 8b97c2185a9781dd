"""Periods of contracts and tariffs, and what a provider said about waiting: pure, with sentences."""

import datetime
from collections.abc import Iterable
from typing import Protocol

from toegang.opmaak import aantal, datum

EEN_DAG = datetime.timedelta(days=1)
OUD = datetime.timedelta(days=42)  # a setting of the municipality: after six weeks ask the provider again


class Periode(Protocol):
    """From a day until a day (the first on which it holds no more); without an end it goes on."""

    @property
    def vanaf_op(self) -> datetime.date: ...
    @property
    def tot_op(self) -> datetime.date | None: ...


def periode_in_woorden(p: Periode) -> str:
    """'vanaf 1 januari 2026' or '1 januari 2026 tot en met 31 december 2026'."""
    if p.tot_op is None:
        return f"vanaf {datum(p.vanaf_op)}"
    return f"{datum(p.vanaf_op)} tot en met {datum(p.tot_op - EEN_DAG)}"


def waarom_overlapt(
    wat: str, vanaf_op: datetime.date, tot_op: datetime.date | None, andere: Iterable[Periode]
) -> str:
    """'Er is al een contract …'; the database refuses it as well. A period of no day is no period."""
    for p in andere:
        leeg = p.tot_op is not None and p.tot_op <= p.vanaf_op
        if (
            leeg
            or (p.tot_op is not None and p.tot_op <= vanaf_op)
            or (tot_op is not None and tot_op <= p.vanaf_op)
        ):
            continue
        return f"Er is al een {wat}: {periode_in_woorden(p)}. Kies een andere periode, of beëindig dat eerst"
    return ""


def waarom_geen_einde(laatste_dag: datetime.date, p: Periode) -> str:
    """An end lies on or after the first day, and is not later than the end that stands."""
    if laatste_dag < p.vanaf_op - EEN_DAG:
        return f"Kies een dag op of na {datum(p.vanaf_op)}"
    if p.tot_op is not None and laatste_dag >= p.tot_op:
        return f"Het eindigt al op {datum(p.tot_op - EEN_DAG)}. Maak voor daarna een nieuw"
    return ""


def wachten_in_woorden(
    wachttijd: int | None, capaciteit: int | None, opgegeven_op: datetime.date | None
) -> str:
    """'3 weken wachten, plaats voor 4 (gezegd op 1 december 2026)'; empty when the provider said nothing."""
    if opgegeven_op is None:
        return ""
    delen = []
    if wachttijd is not None:
        delen.append(f"{aantal(wachttijd, 'week,weken')} wachten" if wachttijd else "geen wachttijd")
    if capaciteit is not None:
        delen.append(f"plaats voor {capaciteit}" if capaciteit else "geen plaats")
    return f"{', '.join(delen)} (gezegd op {datum(opgegeven_op)})"


def is_oud(opgegeven_op: datetime.date | None, vandaag: datetime.date) -> bool:
    """What was said long ago is asked again."""
    return opgegeven_op is None or opgegeven_op < vandaag - OUD
