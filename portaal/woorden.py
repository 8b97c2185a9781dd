"""Words of the desk that a citizen reads, in his language."""

from decimal import Decimal

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from toegang.models import Leefgebied
from voorzieningen import regels
from wijkteams.models import Actie

# iWmo 3.2: eenheid (one, more) and frequentie, in English.
EENHEDEN = {
    regels.MINUUT: ("minute", "minutes"), regels.UUR: ("hour", "hours"),
    regels.ETMAAL: ("day and night", "days and nights"),
    regels.DAGDEEL: ("part of a day", "parts of a day"), regels.STUKS: ("piece", "pieces"),
}  # fmt: skip
HOE_VAAK = {
    regels.DAG: "a day", regels.WEEK: "a week", regels.MAAND: "a month", regels.TOTAAL: "in the whole period",
}  # fmt: skip


def leefgebied(waarde: str) -> str:
    return _(Leefgebied(waarde).label)


def wie_doet(soort: str) -> str:
    return _(Actie.Soort(soort).label)


def omvang(volume: Decimal | None, eenheid: str, frequentie: str) -> str:
    """How much help: 105 minuten per week (1 uur en 45 minuten); 105 minutes a week (1 hour and 45 minutes)."""
    if volume is None:
        return pgettext("omvang", "zoveel als nodig is")
    if not (get_language() or "nl").startswith("en"):
        return regels.omvang_in_woorden(volume, eenheid, frequentie)
    hoeveel = f"{Decimal(volume).normalize():f}"
    if eenheid == regels.EURO:
        return f"€\u00a0{hoeveel} {HOE_VAAK[frequentie]}"
    tekst = f"{hoeveel} {EENHEDEN[eenheid][volume != 1]} {HOE_VAAK[frequentie]}"
    uren, minuten = divmod(int(volume), 60)
    if eenheid != regels.MINUUT or not uren or volume % 1:
        return tekst
    rest = f" and {minuten} {EENHEDEN[regels.MINUUT][minuten != 1]}" if minuten else ""
    return f"{tekst} ({uren} {EENHEDEN[regels.UUR][uren != 1]}{rest})"
