"""Help on a referral or an order, without a besluit of the college (Jeugdwet 2.6 lid 1 onder e, 2.4 lid 2 onder b).

Pure: what stands on the paper, and what is refused. The agreements with providers stand in `toewijsregels.py`.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from toegang.opmaak import datum
from toegang.rechten import Wet
from voorzieningen.toewijsregels import waarom_geen_agb

VERWIJZING, BEPALING = "verwijzing", "bepaling"
VERWIJZERS_BIJ = {
    VERWIJZING: ("huisarts", "jeugdarts", "specialist"),
    BEPALING: ("instelling", "rechter"),
}
ARTIKEL = {VERWIJZING: "Jeugdwet artikel 2.6 lid 1 onder e", BEPALING: "Jeugdwet artikel 2.4 lid 2 onder b"}
Weigering = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Document:
    """Who referred or ordered, and which paper says so."""

    verwijzer: str
    naam: str
    agb: str
    gedateerd_op: datetime.date
    kenmerk: str
    ontvangen_op: datetime.date


def waarom_geen_opdracht(wet: str, is_open: bool) -> str:
    """Why no referral or order can be written down on this zaak; empty when it can."""
    if wet != Wet.JEUGDWET:
        return "Alleen bij de Jeugdwet is er hulp op een verwijzing of bepaling (artikel 2.6, 2.4). Stel hulp voor."
    return "" if is_open else "Deze vraag is afgesloten. Open een nieuwe zaak voor nieuwe hulp."


def wat_document_weigert(grondslag: str, d: Document, vandaag: datetime.date) -> Iterable[Weigering]:
    """Each refusal with its field."""
    if d.verwijzer not in VERWIJZERS_BIJ.get(grondslag, ()):
        yield (
            "verwijzer",
            f"Deze verwijzer past niet bij deze grondslag ({ARTIKEL.get(grondslag, 'Jeugdwet')}).",
        )
    if not d.naam.strip() and not d.agb:
        yield "naam", "Vul de naam of de AGB-code in van wie verwees of bepaalde."
    if d.agb and (zin := waarom_geen_agb(d.agb)):
        yield "agb", zin
    if grondslag == BEPALING and not d.kenmerk.strip():
        yield "kenmerk", "Vul het nummer in dat op de bepaling of de beschikking staat."
    if d.gedateerd_op > d.ontvangen_op:
        yield (
            "gedateerd_op",
            f"Het document kwam op {datum(d.ontvangen_op)}. De datum erop kan niet later zijn.",
        )
    if d.ontvangen_op > vandaag:
        yield "ontvangen_op", "Deze dag ligt na vandaag."


def waarom_niet_verlengen(grondslag: str, geldend: bool) -> str:
    """Only help without a besluit goes on by a new paper; the rest by a besluit (Awb 1:3, Wmo 2.3.9)."""
    if not geldend:
        return "Deze hulp loopt niet meer. Leg een nieuwe verwijzing of bepaling vast."
    if grondslag not in (VERWIJZING, BEPALING):
        return "Alleen een nieuw besluit verlengt deze hulp. Begin een heronderzoek."
    return ""
