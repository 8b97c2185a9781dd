"""Where the delivery of one indicatie stands: the word, its look, and the sentence. Pure."""

import datetime
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from toegang.opmaak import datum, datum_lang


@dataclass(frozen=True)
class Stand:
    """A badge and what it means; `soort` as the tag `status` knows it."""

    woord: str
    soort: str
    zin: str


def stand_van(levering: Any, vandaag: datetime.date, onderbreking: Any = None, geldend: bool = True) -> Stand:
    """`onderbreking`: the one that holds today, if any. `geldend`: the help was granted and has not ended."""
    if levering is None:
        return Stand("Niet bekend", "rustig", "Er is nog niet vastgelegd of de aanbieder deze hulp geeft.")
    if levering.gestopt_op:
        zin = f"Laatste dag {datum(levering.gestopt_op)}. {levering.get_stopreden_display()}."
        return Stand("Gestopt", "rustig" if not geldend else "terug", zin)
    if levering.begonnen_op:
        if onderbreking is not None:
            tot = f" tot {datum(onderbreking.tot_op)}" if onderbreking.tot_op else ""
            return Stand("Onderbroken", "wacht", f"Staat stil vanaf {datum(onderbreking.vanaf_op)}{tot}.")
        return Stand("Begonnen", "klaar", f"De aanbieder begon op {datum(levering.begonnen_op)}.")
    if not geldend:
        return Stand("Niet begonnen", "rustig", "De hulp eindigde zonder dat de aanbieder begon.")
    if vandaag > levering.uiterlijk_begin_op:
        return Stand(
            "Verleend, niet geleverd", "fout",
            f"De aanbieder moest uiterlijk {datum_lang(levering.uiterlijk_begin_op)} beginnen. Dat is niet gemeld.",
        )  # fmt: skip
    if levering.toegewezen_op:
        zin = f"Besteld op {datum(levering.toegewezen_op)}. Begint uiterlijk {datum_lang(levering.uiterlijk_begin_op)}."
        return Stand("Toegewezen", "bezig", zin)
    return Stand("Nog niet toegewezen", "wacht", "De aanbieder weet nog niet dat de hulp is toegekend.")


def stand_op_regel(indicatie: Any, vandaag: datetime.date) -> Stand | None:
    """For a line of a list (`met_levering`); nothing where nobody follows it: a pgb, a proposal, help from before."""
    levering = getattr(indicatie, "levering", None)
    if levering is None:
        return None
    stil = SimpleNamespace(vanaf_op=indicatie.stil_vanaf, tot_op=None) if indicatie.stil_vanaf else None
    return stand_van(levering, vandaag, stil, indicatie.status in ("toegekend", "lopend"))
