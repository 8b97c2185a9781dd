"""The parts every letter has: who sends it, the address in the window, the head, the letter itself."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from django.template.loader import render_to_string
from django.utils import translation

TAAL = "nl"
Venster = Literal["links", "rechts"]
# white space at the edge of a block: the renderer counts it and may break a full line twice
WITRAND = re.compile(r"(<(?:p|li|td|th|h1|h2)(?: [^>]*)?>)\s+|\s+(?=</(?:p|li|td|th|h1|h2)>)")


@dataclass(frozen=True, kw_only=True)
class Afzender:
    """The municipality as it stands in its letters."""

    gemeente: str
    telefoon: str
    postadres: str
    website: str
    rechtbank: str
    retourregel: str = ""
    college: str = ""
    clientondersteuning: str = ""  # name and number of the independent support (Wmo 2015 art. 2.2.4)

    def __post_init__(self):
        if not self.retourregel:
            object.__setattr__(self, "retourregel", f"Retour: {self.postadres}")
        if not self.college:
            object.__setattr__(self, "college", f"college van burgemeester en wethouders van {self.gemeente}")

    @classmethod
    def van_gemeente(cls, gemeente: Mapping[str, str]) -> "Afzender":
        """From the setting GEMEENTE."""
        namen = ("telefoon", "postadres", "website", "rechtbank")
        return cls(
            gemeente=gemeente["naam"],
            clientondersteuning=gemeente.get("clientondersteuning", ""),
            **{naam: gemeente[naam] for naam in namen},
        )


@dataclass(frozen=True)
class Adresblok:
    """The lines in the window: three to six, as PostNL reads them."""

    regels: tuple[str, ...]

    def __post_init__(self):
        if not 3 <= len(self.regels) <= 6 or not all(self.regels):
            raise ValueError("Een adres op een brief heeft 3 tot 6 regels.")

    @classmethod
    def binnenland(cls, *, naam: str, straat: str, postcode: str, plaats: str, via: str = "") -> "Adresblok":
        """A Dutch address; `via` is who receives it for someone else ("p/a mevrouw P. Smeets")."""
        regels = (naam, via, straat, postcoderegel(postcode, plaats))
        return cls(tuple(regel for regel in regels if regel))

    @property
    def dicht(self) -> bool:
        """Five or more lines, counting those that wrap, only fit in the window at 10 point."""
        return sum(1 + len(regel) // 31 for regel in self.regels) >= 5


def postcoderegel(postcode: str, plaats: str) -> str:
    """`5921 AB  VENLO`: capitals, one space in the postcode and two behind it (PostNL)."""
    kaal = postcode.replace(" ", "").upper()
    return f"{kaal[:4]} {kaal[4:]}  {plaats.upper()}"


@dataclass(frozen=True, kw_only=True)
class Briefkop:
    """Everything above the subject. `verzonden_op` is the planned sending date: the letter is made on it."""

    afzender: Afzender
    adres: Adresblok
    kenmerk: str
    contactpersoon: str = ""
    contact_telefoon: str = ""
    besloten_op: datetime.date | None = None
    verzonden_op: datetime.date | None = None
    grote_letters: bool = False
    venster: Venster = "links"
    over: str = ""  # whom it is about, when his name does not stand in the window


@dataclass(frozen=True, kw_only=True)
class Brief:
    """Base of every letter. `onderwerp` is the outcome in one line: the title on paper and in the portal."""

    soort: ClassVar[str]
    template: ClassVar[str]

    kop: Briefkop
    onderwerp: str
    aanhef: str


def html_maken(brief: Brief) -> str:
    """The letter as HTML, in Dutch whatever language is active."""
    with translation.override(TAAL):
        html = render_to_string(
            brief.template, {"brief": brief, "kop": brief.kop, "afzender": brief.kop.afzender}
        )
    return WITRAND.sub(r"\1", html)
