"""Where the marks of a chart stand, in percents or points of the drawing. Pure Python."""

from collections.abc import Sequence
from dataclasses import dataclass

from toegang.cijfers import Staaf, Stippen

BREED, HOOG = 960, 246  # points of the line chart
LINKS, RECHTS, BOVEN, ONDER = 36, 96, 26, 50  # below zero: the number of the lower line, then the month


def staaf(waarde: float, hoogste: float, *, norm: float | None = None) -> Staaf:
    """A bar from zero; what lies above the norm is a piece of its own."""
    if not hoogste:
        return Staaf(0, norm=None)
    gewoon = waarde if norm is None else min(waarde, norm)
    return Staaf(
        _procent(gewoon, hoogste),
        over=_procent(waarde - gewoon, hoogste),
        norm=None if norm is None else _procent(norm, hoogste),
    )


def stippen(mediaan: float, p90: float, norm: float, hoogste: float) -> Stippen:
    """Two marks and the line of the norm."""
    return Stippen(_procent(mediaan, hoogste), _procent(p90, hoogste), _procent(norm, hoogste))


def _procent(waarde: float, hoogste: float) -> float:
    return round(100 * min(waarde, hoogste) / hoogste, 1)


@dataclass(frozen=True)
class Punt:
    """A mark with its number, which stands above it or below it."""

    x: float
    y: float
    waarde: int
    boven: bool

    @property
    def getal_y(self) -> float:
        return self.y - 9 if self.boven else self.y + 19


@dataclass(frozen=True)
class Lijn:
    """One line with its name at the end."""

    naam: str
    punten: tuple[Punt, ...]
    naam_y: float = 0

    @property
    def pad(self) -> str:
        return " ".join(f"{p.x},{p.y}" for p in self.punten)

    @property
    def naam_x(self) -> float:
        return self.punten[-1].x + 12


@dataclass(frozen=True)
class Lijnen:
    """At most two lines over the same months, from zero."""

    titel: str
    beschrijving: str
    maanden: tuple[tuple[float, str], ...]
    lijnen: tuple[Lijn, ...]
    streep: float = HOOG - ONDER
    breed: int = BREED
    hoog: int = HOOG
    maand_y: int = HOOG - 10


def lijnen(titel: str, maanden: Sequence[str], reeksen: dict[str, Sequence[int]]) -> Lijnen:
    """The drawing of these rows of numbers; of two marks the higher has its number above it, the lower below it."""
    hoogste = max((w for reeks in reeksen.values() for w in reeks), default=0) or 1
    stap = (BREED - LINKS - RECHTS) / max(1, len(maanden) - 1)
    xs = [round(LINKS + nr * stap, 1) for nr in range(len(maanden))]

    def y(waarde: int) -> float:
        return round(HOOG - ONDER - (HOOG - ONDER - BOVEN) * waarde / hoogste, 1)

    namen = _uit_elkaar({naam: y(reeks[-1]) for naam, reeks in reeksen.items()})
    getekend = []
    for nummer, (naam, reeks) in enumerate(reeksen.items()):
        anderen = [andere for ander, andere in reeksen.items() if ander != naam]
        punten = tuple(
            Punt(x, y(w), w, boven=all(w > a[plek] or (w == a[plek] and nummer == 0) for a in anderen))
            for plek, (x, w) in enumerate(zip(xs, reeks, strict=True))
        )
        getekend.append(Lijn(naam, punten, namen[naam]))
    zin = "; ".join(
        f"{naam.lower()}: " + ", ".join(f"{m} {w}" for m, w in zip(maanden, reeks, strict=True))
        for naam, reeks in reeksen.items()
    )
    return Lijnen(titel, f"Per maand {zin}.", tuple(zip(xs, maanden, strict=True)), tuple(getekend))


def _uit_elkaar(plekken: dict[str, float], ruimte: float = 18) -> dict[str, float]:
    """Two names at least so far apart, around where they would meet."""
    if len(plekken) < 2:
        return plekken
    (boven, y1), (onder, y2) = sorted(plekken.items(), key=lambda plek: plek[1])
    tekort = max(0.0, ruimte - (y2 - y1)) / 2
    return {boven: y1 - tekort + 4, onder: y2 + tekort + 4}
