"""A person's name as the BRP uses it: on screen, above a letter, on the envelope, and to search and sort by.

The rules are those of Haal Centraal BRP (aanhef, aanschrijfwijze, voorletters) for naamgebruik, nobility and
the capital of a prefix.
"""

import re
import unicodedata
from dataclasses import dataclass

# letters that no decomposition takes apart, and the apostrophes that vanish
DUBBEL: dict[str, str | int | None] = {"œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ĳ": "ij"}
LOS = {**str.maketrans("øłđðħıĸŋŧəŀ", "olddhikntel", "'’‘`´ʼʻ"), **str.maketrans(DUBBEL)}
ONBEKEND = ("", ".")


def zoeknaam(*delen: str) -> str:
    """Lower case, without accents and signs, ij as y: the same for what is stored and what is typed.

    Each prefix stays a word of its own; an apostrophe disappears, any other sign is a space.
    """
    tekst = " ".join(delen).lower().translate(LOS)
    tekst = "".join(
        teken for teken in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(teken)
    )
    tekst = re.sub(r"[\W_]+", " ", tekst.translate(LOS).lower())
    return tekst.replace("ij", "y").strip()


def sorteernaam(geslachtsnaam: str, voorvoegsel: str = "", voorletters: str = "") -> str:
    """By family name, then prefix, then initials. Two spaces part them: 'Jansen' before 'Jansen Peeters'."""
    return "  ".join(zoeknaam(deel) for deel in (geslachtsnaam, voorvoegsel, voorletters)).rstrip()


def voorletters_van(voornamen: str) -> str:
    """'Robin Melle' -> 'R.M.', 'Anne-Fleur' -> 'A.', 'Suzie Q' -> 'S.Q': a one-letter name has no dot."""
    letters = "".join(
        f"{naam[0]}." if len(naam) > 1 else f"{naam} " for naam in voornamen.split() if naam != "."
    )
    return letters.strip()


# code of BRP tabel 38 -> (for a man, for a woman)
TITELS = {
    "B": ("baron", "barones"), "BS": ("baron", "barones"),
    "G": ("graaf", "gravin"), "GI": ("graaf", "gravin"),
    "H": ("hertog", "hertogin"), "HI": ("hertog", "hertogin"),
    "M": ("markies", "markiezin"), "MI": ("markies", "markiezin"),
    "P": ("prins", "prinses"), "PS": ("prins", "prinses"),
    "R": ("ridder", ""),
}  # fmt: skip
PREDICATEN = {"JH": ("jonkheer", "jonkvrouw"), "JV": ("jonkheer", "jonkvrouw")}
HOOGHEID, HOOGGEBOREN = ("P", "PS"), ("G", "GI")
HOFFELIJK = ("B", "G", "H", "M", "P")
"""Titles of a husband that his wife bears in courtesy when she uses his name."""


@dataclass(frozen=True, slots=True)
class Naam:
    """The parts as they stand in the BRP; `geslacht` M, V or O, `naamgebruik` E, P, V (partner first) or N.

    The last three matter for nobility only: title and sex of the partner, and whether the marriage lasts.
    """

    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    partner_voorvoegsel: str = ""
    partner_geslachtsnaam: str = ""
    naamgebruik: str = "E"
    adellijke_titel: str = ""
    geslacht: str = ""
    partner_titel: str = ""
    partner_geslacht: str = ""
    heeft_partner: bool = False

    def weergave(self) -> str:
        """'A. Jansen-Peeters', 'R.M. van Puffelen', 'H.W. baron van den Aedel'."""
        naam = self._voluit()
        return _hoofdletter(naam) if self._predicaat() or not self._initialen() else naam

    def aanhef(self) -> str:
        """'Geachte mevrouw Van Velzen-in het Veld', 'Geachte R.M. van Puffelen', 'Hoogwelgeboren heer'."""
        if hoog := self._hoog():
            return hoog
        naam = self._samengesteld(
            _achternaam("", self.voorvoegsel, self.geslachtsnaam),
            _achternaam("", self.partner_voorvoegsel, self.partner_geslachtsnaam),
        )
        if self.geslacht in ("M", "V"):
            return _woorden("Geachte", "heer" if self.geslacht == "M" else "mevrouw", _hoofdletter(naam))
        if not naam:
            return _woorden("Geachte", self.voornamen or "heer of mevrouw")
        return _woorden("Geachte", self._initialen(), naam if self._initialen() else _hoofdletter(naam))

    def aanschrijving(self) -> str:
        """The envelope: 'Mevrouw A. Jansen-Peeters', 'De hoogwelgeboren heer H.W. baron van den Aedel'."""
        if hoog := self._hoog():
            return f"De {hoog[0].lower()}{hoog[1:]} {self._voluit()}".rstrip()
        return _woorden({"M": "De heer", "V": "Mevrouw"}.get(self.geslacht, ""), self.weergave())

    def zoeknaam(self) -> str:
        """All names that the person may be looked up by."""
        return zoeknaam(
            *(self.voornamen, self.voorvoegsel, self.geslachtsnaam),
            *(self.partner_voorvoegsel, self.partner_geslachtsnaam),
        )

    def sorteernaam(self) -> str:
        """Under the name that is used first."""
        if self._gebruik() in ("P", "V"):
            return sorteernaam(self.partner_geslachtsnaam, self.partner_voorvoegsel, self._initialen())
        return sorteernaam(self.geslachtsnaam, self.voorvoegsel, self._initialen())

    # --- rules ------------------------------------------------------------------------------------

    def _gebruik(self) -> str:
        """Without a partner's name only the own one can be used; without an own one only the partner's."""
        if self.partner_geslachtsnaam in ONBEKEND or self.naamgebruik not in ("P", "V", "N"):
            return "E"
        return "P" if self.geslachtsnaam in ONBEKEND else self.naamgebruik

    def _initialen(self) -> str:
        return self.voorletters or voorletters_van(self.voornamen)

    def _voluit(self) -> str:
        """Predicate, initials, title and names, without the capital that opens a line."""
        eigen = _achternaam(self._titel(), self.voorvoegsel, self.geslachtsnaam)
        partner = _achternaam(self._titel_van_partner(), self.partner_voorvoegsel, self.partner_geslachtsnaam)
        predicaat = self._predicaat()
        if predicaat and self._gebruik() == "V":
            return _woorden(self._initialen(), f"{partner}-{predicaat} {eigen}")
        return _woorden(predicaat, self._initialen(), self._samengesteld(eigen, partner))

    def _samengesteld(self, eigen: str, partner: str) -> str:
        return {"P": partner, "V": f"{partner}-{eigen}", "N": f"{eigen}-{partner}"}.get(
            self._gebruik(), eigen
        )

    def _vorm(self, vormen: tuple[str, str] | None) -> str:
        return vormen["MV".index(self.geslacht)] if vormen and self.geslacht in ("M", "V") else ""

    def _titel(self) -> str:
        return "" if self._gebruik() == "P" else self._vorm(TITELS.get(self.adellijke_titel))

    def _predicaat(self) -> str:
        """A woman bears it only unmarried, or after the marriage when she uses her own name."""
        gehuwd = self.geslacht == "V" and (self.heeft_partner or self._gebruik() != "E")
        return "" if gehuwd or self._gebruik() == "P" else self._vorm(PREDICATEN.get(self.adellijke_titel))

    def _titel_van_partner(self) -> str:
        """The courtesy title of a wife who uses the name of a noble husband; not beside an own predicate."""
        hoffelijk = (
            self.geslacht == "V"
            and self.partner_geslacht == "M"
            and self._gebruik() != "E"
            and self.adellijke_titel not in PREDICATEN
            and self.partner_titel in HOFFELIJK
        )
        return TITELS[self.partner_titel][1] if hoffelijk else ""

    def _hoog(self) -> str:
        """The noble form of address; empty for everybody else."""
        code = self.partner_titel if self._titel_van_partner() else self.adellijke_titel
        if code in HOOGHEID and (self._titel_van_partner() or self._gebruik() != "P"):
            return "Hoogheid"  # also where the sex is unknown
        if not (self._titel_van_partner() or self._titel() or self._predicaat() or self._ridder()):
            return ""
        rang = "Hooggeboren" if code in HOOGGEBOREN else "Hoogwelgeboren"
        return f"{rang} {'heer' if self.geslacht == 'M' else 'vrouwe'}"

    def _ridder(self) -> bool:
        """There is no word for a woman, the form of address is hers all the same."""
        return self.adellijke_titel == "R" and self.geslacht == "V" and self._gebruik() != "P"


def _achternaam(titel: str, voorvoegsel: str, geslachtsnaam: str) -> str:
    if geslachtsnaam in ONBEKEND:
        return ""
    if voorvoegsel.lower() in ("d'", "l'"):
        return _woorden(titel, voorvoegsel + geslachtsnaam)
    return _woorden(titel, voorvoegsel, geslachtsnaam)


def _hoofdletter(naam: str) -> str:
    """The capital of a prefix that opens a name or a line; the apostrophe of 't and 's stays as it is."""
    return naam[:1].upper() + naam[1:]


def _woorden(*delen: str) -> str:
    return " ".join(" ".join(delen).split())
