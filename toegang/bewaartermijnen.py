"""How long a closed zaak is kept, per law and result: data with its source, and the first day on which it may go.

Pure. Two clocks in one system: Wmo 2015 art. 5.3.4 counts per item from receipt or making, Jeugdwet art. 7.3.8 from the
last change. A zaak goes as a whole, so both count here from its last item: never too early. The selectielijst 2020 of
the VNG lets what was refused go after 5 years (8.2) and what was broken off after 42 days (8.4.1); the two laws know
no such exception, so those rows count only where the municipality switches them on (`BEWAREN_NAAR_UITKOMST`).
No row for leerlingenvervoer: none was found, so it is never proposed by term.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from toegang.regels import Afsluitreden, maanden_later

VERZOEK_MAANDEN = 3  # Wmo 2015 art. 5.3.5 lid 1, Jeugdwet art. 7.3.9 lid 1
VERZOEK_AVG_MAANDEN = 1  # AVG art. 12 lid 3, for the laws without a rule of their own


class Uitkomst(TextChoices):
    """What the selectielijst asks about a zaak."""

    VERSTREKT = "verstrekt", "Verstrekt of anders"
    GEWEIGERD = "geweigerd", "Geweigerd"
    AFGEBROKEN = "afgebroken", "Afgebroken"


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """One row: of this law and result, so long after the last item, by this source, since when."""

    wet: str
    uitkomst: Uitkomst
    bron: str
    geldig_vanaf: date
    jaren: int = 0
    dagen: int = 0

    def vanaf(self, laatste_op: date) -> date:
        """The first day after the term; years end on the same date."""
        return maanden_later(laatste_op, 12 * self.jaren) + timedelta(days=self.dagen + 1)

    @property
    def in_woorden(self) -> str:
        return f"{self.jaren} jaar" if self.jaren else f"{self.dagen} dagen"


class GeenBewaartermijn(LookupError):
    """Nothing is known for this law: it goes on request only."""


_2015, _2020 = date(2015, 1, 1), date(2020, 1, 1)
_WETTEN = ("wmo", "jeugdwet", "participatiewet", "schuldhulp", "gpk")
REGELS: tuple[Bewaarregel, ...] = (
    Bewaarregel("wmo", Uitkomst.VERSTREKT, "Wmo 2015 art. 5.3.4", _2015, jaren=15),
    Bewaarregel("jeugdwet", Uitkomst.VERSTREKT, "Jeugdwet art. 7.3.8 lid 3", _2015, jaren=20),
    Bewaarregel("participatiewet", Uitkomst.VERSTREKT, "Selectielijst 2020, 8.1", _2020, jaren=10),
    Bewaarregel("schuldhulp", Uitkomst.VERSTREKT, "Selectielijst 2020, 8.1.9", _2020, jaren=5),
    Bewaarregel("gpk", Uitkomst.VERSTREKT, "Selectielijst 2020, 8.1.14", _2020, jaren=1),
    *(Bewaarregel(w, Uitkomst.GEWEIGERD, "Selectielijst 2020, 8.2", _2020, jaren=5) for w in _WETTEN),
    *(Bewaarregel(w, Uitkomst.AFGEBROKEN, "Selectielijst 2020, 8.4.1", _2020, dagen=42) for w in _WETTEN),
)


def uitkomst_van(afsluitreden: str) -> Uitkomst:
    """Only what the exit itself says; a refusal stands in the besluit, and counts as `verstrekt`: never too early."""
    return Uitkomst.AFGEBROKEN if afsluitreden == Afsluitreden.INGETROKKEN else Uitkomst.VERSTREKT


def bewaarregel(wet: str, afsluitreden: str, op: date, *, naar_uitkomst: bool = False) -> Bewaarregel:
    """The row in force on a day; the long one of the law unless results count."""
    uitkomst = uitkomst_van(afsluitreden) if naar_uitkomst else Uitkomst.VERSTREKT
    geldig = [r for r in REGELS if (r.wet, r.uitkomst) == (wet, uitkomst) and r.geldig_vanaf <= op]
    if not geldig:
        raise GeenBewaartermijn(f"Voor {wet} is geen bewaartermijn bekend.")
    return max(geldig, key=lambda r: r.geldig_vanaf)


def verzoekregel(wet: str) -> tuple[int, str]:
    """Within how many months a written request is answered, and by which article."""
    if wet == "wmo":
        return VERZOEK_MAANDEN, "Wmo 2015 art. 5.3.5"
    if wet == "jeugdwet":
        return VERZOEK_MAANDEN, "Jeugdwet art. 7.3.9"
    return VERZOEK_AVG_MAANDEN, "AVG art. 12 lid 3 en 17"
