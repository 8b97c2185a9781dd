"""A date of the BRP: jjjjmmdd with zeros where the day, the month or all of it is unknown (LO3)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
BESTAAT_NIET = "Deze datum bestaat niet. Controleer de dag en de maand"
VORM = "Schrijf de datum als acht cijfers: jaar, maand en dag"


@dataclass(frozen=True, slots=True, order=True)
class OnvolledigeDatum:
    """Known from left to right; sorts unknown before known. Zero says: unknown."""

    jaar: int = 0
    maand: int = 0
    dag: int = 0

    def __post_init__(self) -> None:
        onbekend_gat = (self.dag and not self.maand) or (self.maand and not self.jaar)
        if onbekend_gat or not (0 <= self.jaar <= 9999 and 0 <= self.maand <= 12 and 0 <= self.dag <= 31):
            raise ValueError(BESTAAT_NIET)
        if self.dag:
            try:
                date(self.jaar, self.maand, self.dag)
            except ValueError:
                raise ValueError(BESTAAT_NIET) from None

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """From '19220900'; ValueError carries a sentence for the screen."""
        if not re.fullmatch(r"[0-9]{8}", tekst):
            raise ValueError(VORM)
        return cls(int(tekst[:4]), int(tekst[4:6]), int(tekst[6:]))

    @classmethod
    def van(cls, dag: date) -> Self:
        """From a date that is known in full."""
        return cls(dag.year, dag.month, dag.day)

    @property
    def volledig(self) -> date | None:
        """The date, when year, month and day are known."""
        return date(self.jaar, self.maand, self.dag) if self.dag else None

    @property
    def onbekend(self) -> bool:
        return not self.jaar

    def leeftijd(self, vandaag: date) -> int | None:
        """Age in whole years, None where the unknown part decides it. Born 29 February: older on 1 March."""
        if not self.maand or (not self.dag and self.maand == vandaag.month):
            return None
        jaren = vandaag.year - self.jaar - ((vandaag.month, vandaag.day) < (self.maand, self.dag))
        return jaren if jaren >= 0 else None

    def minstens(self, jaren: int, vandaag: date) -> bool | None:
        """Whether somebody has this age; None where nobody can say (never guess a child's age)."""
        if not self.jaar:
            return None
        jongst, oudst = vandaag.year - self.jaar - 1, vandaag.year - self.jaar
        leeftijd = self.leeftijd(vandaag)
        if leeftijd is not None:
            return leeftijd >= jaren
        return True if jongst >= jaren else False if oudst < jaren else None

    @property
    def tekst(self) -> str:
        """'25 september 1922', 'september 1922 (dag onbekend)', '1922 (dag en maand onbekend)'."""
        if not self.jaar:
            return "onbekend"
        if not self.maand:
            return f"{self.jaar} (dag en maand onbekend)"
        maand = MAANDEN[self.maand - 1]
        return f"{self.dag} {maand} {self.jaar}" if self.dag else f"{maand} {self.jaar} (dag onbekend)"

    def __str__(self) -> str:
        return f"{self.jaar:04}{self.maand:02}{self.dag:02}"


ONBEKEND = OnvolledigeDatum()
