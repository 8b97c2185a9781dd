"""The reminder ladder: seven rungs before help ends, and what each asks for. Pure Python: dates in, dates out.

A rung is known by its place, not by its weeks, so that other weeks (a setting by product and day) never repeat one.
What was missed comes along with the latest rung that is due: one task, one letter, nothing twice.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

WEKEN = (16, 10, 8, 4, 2)  # before the last day, when the beheerder set nothing else
HOOGSTENS_WEKEN = 52
NIEUWE_VRAAG = datetime.timedelta(
    weeks=8
)  # six for the onderzoek and two for the besluit (Wmo 2015 art. 2.3.2, 2.3.5)
TERUGKIJKEN = datetime.timedelta(weeks=26)  # so long after the end it is still said that nobody acted
EEN_DAG = datetime.timedelta(days=1)


class Sport(IntEnum):
    """A rung, by its place."""

    EERSTE, TWEEDE, DERDE, VIERDE, VIJFDE, LAATSTE_DAG, VOORBIJ = range(1, 8)


MET_BRIEF = frozenset({Sport.EERSTE, Sport.TWEEDE})  # the inwoner is told
MET_TEAMLEIDER = frozenset({Sport.VIERDE, Sport.VIJFDE, Sport.LAATSTE_DAG, Sport.VOORBIJ})


def dagen_ervoor(weken: Sequence[int]) -> dict[Sport, int]:
    """How many days before the last day each rung comes; minus one is the day after."""
    vooraf = {Sport(plek): aantal * 7 for plek, aantal in enumerate(weken, 1)}
    return vooraf | {Sport.LAATSTE_DAG: 0, Sport.VOORBIJ: -1}


def over_dagen(vandaag: datetime.date, aantal: int) -> datetime.date:
    """The day that lies so many days after this one."""
    return vandaag + datetime.timedelta(days=aantal)


def dag_van(sport: Sport, einddatum: datetime.date, weken: Sequence[int]) -> datetime.date:
    """The day of this rung; one that would lie before the calendar begins is its first day."""
    return einddatum - datetime.timedelta(days=dagen_ervoor(weken)[sport])


def aan_de_beurt(
    vandaag: datetime.date, ingangsdatum: datetime.date, einddatum: datetime.date, weken: Sequence[int]
) -> Sport | None:
    """The latest rung whose day has come, while help ran on that day; None when there is none.

    The database asks the same (`IndicatieQuerySet.te_herinneren`); a test holds them together.
    """
    if vandaag > einddatum + TERUGKIJKEN:
        return None
    gekomen = [sport for sport in Sport if dag_van(sport, einddatum, weken) <= vandaag]
    if not gekomen or dag_van(gekomen[-1], einddatum, weken) < ingangsdatum:
        return None
    return gekomen[-1]


@dataclass(frozen=True)
class Beurt:
    """What one run does for one indicatie: the rung, and those that were missed and come along with it."""

    sport: Sport
    samen: tuple[Sport, ...] = ()

    @property
    def alle(self) -> frozenset[Sport]:
        return frozenset((self.sport, *self.samen))

    def aan_inwoner(self, vandaag: datetime.date, einddatum: datetime.date) -> bool:
        """A letter, when one of these rungs has it; not on the last day or after it: then a colleague calls."""
        return bool(self.alle & MET_BRIEF) and vandaag < einddatum

    @property
    def aan_teamleider(self) -> bool:
        return bool(self.alle & MET_TEAMLEIDER)


def beurt_van(sport: Sport, gedaan: Iterable[int]) -> Beurt | None:
    """The turn of this rung with the earlier ones that were never done; None when it was done already."""
    al = set(gedaan)
    if sport in al:
        return None
    return Beurt(sport, tuple(s for s in Sport if s < sport and s not in al))


def waarom_geen_weken(weken: Sequence[int]) -> str:
    """Why these weeks cannot be a ladder; empty when they can."""
    if len(weken) != len(WEKEN):
        return f"Een ladder heeft {len(WEKEN)} herinneringen vooraf."
    if any(b >= a for a, b in pairwise(weken)):
        return "Elke herinnering komt later dan de vorige. Vul minder weken in dan in het veld erboven."
    if weken[-1] < 1 or weken[0] > HOOGSTENS_WEKEN:
        return f"Kies voor elke herinnering 1 tot en met {HOOGSTENS_WEKEN} weken."
    return ""


def naam_van(sport: int, weken: Sequence[int]) -> str:
    """As people say it: '16 weken voor het einde', 'op de laatste dag', 'voorbij zonder vervolg'."""
    if sport == Sport.LAATSTE_DAG:
        return "Op de laatste dag"
    if sport == Sport.VOORBIJ:
        return "Voorbij zonder vervolg"
    aantal = weken[sport - 1]
    return f"{aantal} {'week' if aantal == 1 else 'weken'} voor het einde"
