"""The conditions of a persoonsgebonden budget per law, and what a plan costs in a year. Pure Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from toegang.rechten import Wet
from voorzieningen.regels import CENT, Geprijsd, bedrag_per_jaar


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


def kosten_per_jaar(regels: Iterable[Geprijsd]) -> Decimal:
    """Euros in a full year of everything the inwoner wants to buy."""
    return sum((bedrag_per_jaar(r) for r in regels), Decimal(0)).quantize(CENT)
