"""The conditions of a persoonsgebonden budget per law, and what a plan costs in a year. Pure Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from toegang.rechten import Wet
from voorzieningen.regels import CENT, KEER_PER_JAAR


@dataclass(frozen=True)
class Voorwaarde:
    """One of the three: the field it is kept in, its letter in the article, and what is asked."""

    naam: str
    letter: str
    vraag: str

    @property
    def voldaan(self) -> str:
        return f"{self.naam}_voldaan"

    @property
    def reden(self) -> str:
        return f"{self.naam}_reden"


KAN = Voorwaarde("beheer", "a", "Kan de inwoner het pgb beheren, alleen of met hulp?")
JEUGD_KAN = Voorwaarde(
    "beheer", "a", "Kunnen de jeugdige of zijn ouders het pgb beheren, alleen of met hulp?"
)
WMO = (
    KAN,
    Voorwaarde("wens", "b", "Zegt de inwoner waarom hij de hulp als pgb wil?"),
    Voorwaarde("kwaliteit", "c", "Is de hulp veilig, doeltreffend en cliëntgericht?"),
)
JEUGDWET = (
    JEUGD_KAN,
    Voorwaarde("wens", "b", "Zeggen zij waarom hulp van een aanbieder van de gemeente niet past?"),
    Voorwaarde("kwaliteit", "c", "Is de hulp van goede kwaliteit?"),
)
ANDERS = "Deze wet kent geen persoonsgebonden budget. Stel zorg in natura voor."
_VOORWAARDEN = {Wet.WMO: WMO, Wet.JEUGDWET: JEUGDWET}
ARTIKEL = {Wet.WMO: "Wmo 2.3.6 lid 2", Wet.JEUGDWET: "Jeugdwet 8.1.1 lid 2"}
WEIGERARTIKEL = {Wet.WMO: "Wmo 2.3.6 lid 5", Wet.JEUGDWET: "Jeugdwet 8.1.1 lid 4"}


def voorwaarden(wet: str) -> tuple[Voorwaarde, ...]:
    """The three conditions of this law; none where it knows no pgb."""
    return _VOORWAARDEN.get(Wet(wet), ())


def artikel(wet: str, letter: str = "") -> str:
    """Wmo 2.3.6 lid 2 a."""
    return f"{ARTIKEL.get(Wet(wet), '')} {letter}".strip()


class Planregel(Protocol):
    """A line of the plan: its tariff is per unit of its own extent."""

    @property
    def volume(self) -> Decimal: ...
    @property
    def frequentie(self) -> str: ...
    @property
    def tarief(self) -> Decimal: ...


def kosten_per_jaar(regels: Iterable[Planregel]) -> Decimal:
    """Euros in a full year of everything the inwoner wants to buy."""
    som = sum((r.volume * r.tarief * KEER_PER_JAAR.get(r.frequentie, Decimal(1)) for r in regels), Decimal(0))
    return som.quantize(CENT, ROUND_HALF_UP)
