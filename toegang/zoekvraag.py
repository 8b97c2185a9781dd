"""One search field, read as a person types it: "Jansen 3-4-1948", "5921 AB 12", a BSN. Pure Python."""

import re
from dataclasses import dataclass

from toegang import bsn as bsn_
from toegang.datums import lees_onvolledige_datum
from toegang.telefoon import telefoonnummer

POSTCODE = re.compile(r"\b(\d{4})\s?([A-Za-z]{2})\b(?:\s*(\d{1,5})\b)?")
DATUM = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|\b\d{1,2}\s+[a-z]{3,9}\s+\d{4}\b", re.IGNORECASE)
TELEFOON = re.compile(r"(?:\+31|\b0031|\b0)[\s.()-]*(?:\(0\)[\s-]*)?(?:\d[\s.-]*){8}\d\b")
CIJFERS = re.compile(r"\b\d[\d. ]{6,11}\d\b")


@dataclass(frozen=True)
class Zoekvraag:
    """What was recognised; `naam` is what is left."""

    naam: str = ""
    geboren: str = ""
    postcode: str = ""
    huisnummer: int | None = None
    bsn: str = ""
    telefoon: str = ""

    @property
    def genoeg(self) -> bool:
        """Two characters of a name, or something that points at one person."""
        gericht = self.bsn or self.telefoon or self.geboren or (self.postcode and self.huisnummer)
        return bool(gericht) or len(self.naam) >= 2


def ontleden(tekst: str) -> Zoekvraag:
    """Take a birth date, a postcode with number, a BSN and a telephone number out of the text; the rest is the name."""
    rest, geboren, postcode, huisnummer = tekst[:200].replace("\x00", ""), "", "", None
    bsn = telefoon = ""
    if gevonden := DATUM.search(rest):
        try:
            geboren = lees_onvolledige_datum(gevonden[0])
            rest = rest.replace(gevonden[0], " ")
        except ValueError:
            geboren = ""  # 31-2-1948 stays in the text, and then nobody is found
    if gevonden := POSTCODE.search(rest):
        postcode, huisnummer = (gevonden[1] + gevonden[2]).upper(), int(gevonden[3]) if gevonden[3] else None
        rest = rest.replace(gevonden[0], " ")
    if gevonden := TELEFOON.search(rest):
        telefoon = telefoonnummer(gevonden[0])
        rest = rest.replace(gevonden[0], " ")
    if (gevonden := CIJFERS.search(rest)) and bsn_.geldig(bsn_.normaal(gevonden[0])):
        bsn = bsn_.normaal(gevonden[0])
        rest = rest.replace(gevonden[0], " ")
    naam = " ".join(rest.replace(",", " ").split())
    return Zoekvraag(naam, geboren, postcode, huisnummer, bsn, telefoon)
