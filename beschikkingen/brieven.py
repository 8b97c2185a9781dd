"""What the besluit letter shows. Built from a besluit, an indicatie and an afweging; reads, never writes."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from beschikkingen.sjabloondelen import STANDAARD
from toegang.brieven.basis import Brief


@dataclass(frozen=True)
class Regel:
    """A row of the table: what, how much, from whom, when."""

    kop: str
    waarde: str


@dataclass(frozen=True)
class Reden:
    """A rung of the trap van oplossingen with its *reden in de brief*; never the note for ourselves."""

    label: str
    tekst: str


@dataclass(frozen=True)
class Briefblok:
    """A part of the letter by its name, or (`tekst`) paragraphs of the template with their heading."""

    deel: str
    kop: str = ""
    alineas: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Besluitbrief(Brief):
    """A decision with everything the Awb asks. A part without text is left out, with its heading.

    Each tuple of texts is a list of paragraphs. The order is that of the letter, unless a template has its own.
    """

    soort: ClassVar[str] = "besluit"
    template: ClassVar[str] = "beschikkingen/besluitbrief.html"

    besluit: tuple[str, ...]  # what is decided (Awb 1:3); natura or pgb
    regels: tuple[Regel, ...] = ()  # extent: volume, unit, provider, period
    pgb: tuple[str, ...] = ()  # purpose, quality, amount and how computed, accounting (Wmo 2.3.6)
    nu: tuple[str, ...] = ()  # what happens now, what to do when it does not
    waarom_kop: str
    waarom: tuple[str, ...] = ()  # aanvraag, melding, verslag (Awb 4:2, Wmo 2.3.2 lid 8), the limitation
    treden: tuple[Reden, ...] = ()  # motivation along the rungs (Awb 3:46)
    conclusie: tuple[str, ...] = ()  # what is left, the extent and how it follows from our rules
    adviezen: tuple[str, ...] = ()  # whose advice, when, what (Awb 3:49)
    zienswijze: tuple[str, ...] = ()  # what was said beforehand, and our answer (Awb 4:7, 4:8)
    wat_kan_wel: tuple[str, ...] = ()
    bijdrage: tuple[str, ...] = ()  # that, how much, collected by whom (Wmo 2.1.4)
    veranderingen: tuple[str, ...] = ()  # duty to report (Wmo 2.3.8)
    bezwaar_tot: datetime.date | None  # last day (Awb 6:7, 6:8); None in a draft, when nothing is sent yet
    rechtsmiddel: str = "bezwaar"  # after a decision on bezwaar: "beroep" (Awb 6:23)
    ondertekenaar: str
    functie: str
    wettelijke_regels: tuple[str, ...]  # articles of law, verordening, beleidsregels (Awb 3:47)
    bijlagen: tuple[str, ...] = ()
    code: str = ""
    blokken: tuple[Briefblok, ...] = tuple(Briefblok(deel) for deel in STANDAARD)


@dataclass(frozen=True)
class Deel:
    """A heading with its paragraphs; without a heading it belongs to what stands before."""

    kop: str
    alineas: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Meedeling(Brief):
    """A letter on the way to a besluit or a bezwaar: what we ask or tell, and what one can do now."""

    soort: ClassVar[str] = "meedeling"
    template: ClassVar[str] = "beschikkingen/meedeling.html"

    delen: tuple[Deel, ...]
    laatste_dag: datetime.date | None = None  # by when we would like to hear something
    wettelijke_regels: tuple[str, ...]
