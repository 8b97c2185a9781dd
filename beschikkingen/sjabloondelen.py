"""What a template is made of: fixed parts of the letter, drawn by our own code, and blocks of free text. Pure.

The law says what a beschikking holds (Awb 3:45 to 3:47, Wmo 2015 2.3.5 to 2.3.8, 2.1.4): those parts are never left
out, nor a part in which the writer of a besluit has his own words. A template chooses their order and adds to them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from beschikkingen.sjabloontaal import Stuk, lezen
from beschikkingen.sjabloonvelden import WOORDENLIJST
from beschikkingen.soorten import Uitkomst

TEKST = "tekst"
MEESTE_BLOKKEN, LANGSTE_KOP, LANGSTE_TEKST = 30, 80, 5_000


@dataclass(frozen=True)
class Vastdeel:
    """A part of the letter: its name for who writes templates, why it must be there, whether it has a heading."""

    naam: str
    waarom: str
    kop: bool = True


DELEN: dict[str, Vastdeel] = {
    "besluit": Vastdeel("Wat hebben wij besloten?", "wat er is besloten (Awb 1:3, 3:46)"),
    "pgb": Vastdeel("Hoe werkt uw pgb?", "doel, bedrag en berekening van een pgb (Wmo 2.3.6)"),
    "nu": Vastdeel("Wat gebeurt er nu?", "wat de consulent schrijft over het vervolg"),
    "waarom": Vastdeel("Waarom?", "de motivering (Awb 3:46, 3:47)"),
    "treden": Vastdeel("Wat er al kan, per trede", "de motivering per trede (Awb 3:46)", kop=False),
    "adviezen": Vastdeel("Adviezen", "wie ons advies gaf (Awb 3:49)", kop=False),
    "zienswijze": Vastdeel("Wat de inwoner vooraf zei", "de zienswijze (Awb 4:7, 4:8)", kop=False),
    "wat_kan_wel": Vastdeel("Wat kan wel?", "wat de consulent schrijft over wat wel kan"),
    "bijdrage": Vastdeel("Wat betaalt u?", "de eigen bijdrage (Wmo 2.1.4)"),
    "veranderingen": Vastdeel("Verandert er iets?", "de plicht om veranderingen te melden (Wmo 2.3.8)"),
    "rechtsmiddel": Vastdeel("Bent u het niet eens met dit besluit?", "bezwaar of beroep (Awb 3:45, 6:23)"),
}
OP_AANVRAAG = frozenset({Uitkomst.TOEKENNING, Uitkomst.GEDEELTELIJK, Uitkomst.AFWIJZING})
GEEFT = frozenset({Uitkomst.TOEKENNING, Uitkomst.GEDEELTELIJK})
# A part that is not named here belongs to every kind.
ALLEEN_BIJ: dict[str, frozenset[Uitkomst]] = {
    "pgb": GEEFT,
    "nu": frozenset(Uitkomst) - {Uitkomst.AFWIJZING},
    "treden": OP_AANVRAAG,
    "adviezen": OP_AANVRAAG,
    "bijdrage": GEEFT,
    "veranderingen": OP_AANVRAAG | {Uitkomst.TIJDELIJK},
}
STANDAARD = tuple(DELEN)


@dataclass(frozen=True)
class Blok:
    """A fixed part by its name, or (`tekst`) a heading with text of our own."""

    deel: str
    kop: str = ""
    tekst: str = ""

    @property
    def vast(self) -> bool:
        return self.deel != TEKST

    @property
    def naam(self) -> str:
        """For people: what stands above it."""
        return DELEN[self.deel].naam if self.vast else self.kop or "Eigen tekst"

    @property
    def met_kop(self) -> bool:
        return DELEN[self.deel].kop if self.vast else bool(self.kop.strip())


def delen_bij(uitkomst: str) -> tuple[str, ...]:
    """The fixed parts that a letter of this kind may fill, in the order of the letter without a template."""
    return tuple(d for d in DELEN if Uitkomst(uitkomst) in ALLEEN_BIJ.get(d, frozenset(Uitkomst)))


def blokken_van(rijen: Iterable[Mapping[str, str]]) -> tuple[Blok, ...]:
    """From what is stored; a part that does not exist (any more) is left out."""
    blokken = (Blok(r.get("deel", ""), r.get("kop", ""), r.get("tekst", "")) for r in rijen)
    return tuple(b for b in blokken if b.deel in DELEN or b.deel == TEKST)


def als_rijen(blokken: Iterable[Blok]) -> list[dict[str, str]]:
    """As it is stored."""
    return [
        {"deel": b.deel} if b.vast else {"deel": b.deel, "kop": b.kop.strip(), "tekst": _regels(b.tekst)}
        for b in blokken
    ]


def stukken_van(blok: Blok) -> tuple[Stuk, ...]:
    """The text of a block, read; of a text with a mistake nothing."""
    stukken, fouten = lezen(blok.tekst, WOORDENLIJST)
    return () if fouten else stukken


def fouten_in(blok: Blok) -> dict[str, list[str]]:
    """What is wrong with one block of free text: field (`kop`, `tekst`) -> sentences."""
    if blok.vast:
        return {}
    fouten: dict[str, list[str]] = {}
    if len(blok.kop) > LANGSTE_KOP:
        fouten["kop"] = [f"Dit kopje is {len(blok.kop)} tekens lang. Hier passen {LANGSTE_KOP} tekens in."]
    elif any(t in blok.kop for t in "{}[]\x00\n"):
        fouten["kop"] = ["In een kopje kan geen veld staan. Zet het veld in de tekst eronder."]
    if not blok.tekst.strip():
        fouten["tekst"] = ["Schrijf de tekst van dit blok, of haal het blok weg."]
    elif len(blok.tekst) > LANGSTE_TEKST:
        lang = f"{len(blok.tekst):,}".replace(",", ".")
        fouten["tekst"] = [f"Deze tekst is {lang} tekens lang. Hier passen 5.000 tekens in."]
    elif gevonden := lezen(blok.tekst, WOORDENLIJST)[1]:
        fouten["tekst"] = [str(f) for f in gevonden]
    return fouten


def ontbreekt_in_sjabloon(uitkomst: str, blokken: Sequence[Blok]) -> list[str]:
    """Why this template cannot be used, in sentences; empty when it can."""
    hoort, er_is = delen_bij(uitkomst), [b.deel for b in blokken if b.vast]
    zinnen = [f"'{DELEN[d].naam}' ontbreekt: {DELEN[d].waarom}." for d in hoort if d not in er_is]
    zinnen += [f"'{DELEN[d].naam}' hoort niet in deze brief." for d in dict.fromkeys(er_is) if d not in hoort]
    zinnen += [
        f"'{DELEN[d].naam}' staat er twee keer in." for d in dict.fromkeys(er_is) if er_is.count(d) > 1
    ]
    if len(blokken) > MEESTE_BLOKKEN:
        zinnen.append(f"Er staan {len(blokken)} blokken in. Meer dan {MEESTE_BLOKKEN} kan niet.")
    if blokken and blokken[0].deel != "besluit" and "besluit" in er_is:
        zinnen.append("De brief begint met 'Wat hebben wij besloten?'. Zet dat blok bovenaan.")
    zinnen += _los_van_waarom(blokken)
    for b in blokken:
        zinnen += [
            f"Blok '{b.naam[:LANGSTE_KOP]}': {zin}" for zinnen_ in fouten_in(b).values() for zin in zinnen_
        ]
    return zinnen


def _los_van_waarom(blokken: Sequence[Blok]) -> list[str]:
    """A part without a heading of its own stands under *Waarom*, or it would seem to belong to something else."""
    zinnen, onder = [], ""
    for b in blokken:
        if b.met_kop:
            onder = b.deel
        elif b.vast and onder != "waarom":
            zinnen.append(
                f"'{b.naam}' heeft geen eigen kopje. Zet het onder 'Waarom?', zonder kopje ertussen."
            )
    return zinnen


def in_woorden(blokken: Iterable[Blok], regels: str = "") -> str:
    """The template as running text, with its articles, to lay two versions beside each other."""
    slot = f"\n\nArtikelen: {regels}" if regels else ""
    return _tekst(blokken) + slot


def _tekst(blokken: Iterable[Blok]) -> str:
    return "\n\n".join(
        f"{b.naam} (vast deel)" if b.vast else "\n".join(filter(None, [b.kop, b.tekst])) for b in blokken
    )


def _regels(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").replace("\r", "\n").strip()
