"""A person as an extract of the BRP tells it, and what is wrong in a line of it."""

import hashlib
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter

from toegang.namen import Naam
from toegang.onvolledige_datum import ONBEKEND, OnvolledigeDatum


@dataclass(frozen=True, slots=True)
class Fout:
    """What is wrong on a line, without anything personal. `overgeslagen`: the whole person was left out,
    and with it `rijen_met_bsn` rows that carry a BSN."""

    regel: int
    reden: str
    overgeslagen: bool = True
    rijen_met_bsn: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"Regel {self.regel}: {self.reden}"


@dataclass(frozen=True, slots=True)
class Adres:
    """A place of residence; `sinds` and `in_onderzoek` belong to it."""

    straat: str = ""
    openbare_ruimte: str = ""
    huisnummer: int | None = None
    huisletter: str = ""
    toevoeging: str = ""
    aanduiding: str = ""
    postcode: str = ""
    woonplaats: str = ""
    locatie: str = ""
    verblijfplaats_id: str = ""
    nummeraanduiding_id: str = ""
    functie: str = ""
    gemeente_code: str = ""
    sinds: OnvolledigeDatum | None = None
    in_onderzoek: bool = False


@dataclass(frozen=True, slots=True)
class Verwant:
    """A parent, partner or child as the person's own record names them. `soort` of a partner: H or P."""

    rol: str
    regel: int
    bsn: str = field(repr=False)
    a_nummer: str = field(repr=False)
    voornamen: str
    adellijke_titel: str
    voorvoegsel: str
    geslachtsnaam: str
    geboren: OnvolledigeDatum
    geslacht: str = "O"
    begin: OnvolledigeDatum | None = None
    einde: OnvolledigeDatum | None = None
    soort: str = ""

    @property
    def naam(self) -> Naam:
        return Naam(
            voornamen=self.voornamen,
            voorvoegsel=self.voorvoegsel,
            geslachtsnaam=self.geslachtsnaam,
            adellijke_titel=self.adellijke_titel,
            geslacht=self.geslacht,
        )


@dataclass(frozen=True, slots=True)
class Persoon:
    """One person of the extract. Dates are None where nothing is known to have happened."""

    regel: int
    bsn: str = field(repr=False)
    a_nummer: str = field(repr=False)
    voornamen: str
    voorletters: str
    adellijke_titel: str
    voorvoegsel: str
    geslachtsnaam: str
    geboren: OnvolledigeDatum
    geslacht: str
    naamgebruik: str
    ouders: tuple[Verwant, ...]
    partners: tuple[Verwant, ...]
    kinderen: tuple[Verwant, ...]
    overleden_op: OnvolledigeDatum | None
    geheim: int
    opschorting: str
    opgeschort_op: OnvolledigeDatum | None
    vertrokken_naar: str
    vertrokken_op: OnvolledigeDatum | None
    gezag: str
    onder_curatele: bool
    adres: Adres
    vorige_adressen: tuple[Adres, ...]
    eerdere_bsns: tuple[str, ...] = field(repr=False, default=())
    eerdere_regels: tuple[int, ...] = ()

    @property
    def partner(self) -> Verwant | None:
        """Whose name counts: the oldest marriage that lasts, or else the last that ended (Haal Centraal)."""
        nu = [partner for partner in self.partners if partner.einde is None]
        if nu:
            return min(nu, key=lambda partner: partner.begin or ONBEKEND)
        return max(self.partners, key=attrgetter("einde"), default=None)

    @property
    def naam(self) -> Naam:
        """The name with the partner's, where the person uses it."""
        partner = self.partner
        naam = Naam(
            voornamen=self.voornamen,
            voorletters=self.voorletters,
            voorvoegsel=self.voorvoegsel,
            geslachtsnaam=self.geslachtsnaam,
            naamgebruik=self.naamgebruik,
            adellijke_titel=self.adellijke_titel,
            geslacht=self.geslacht,
            heeft_partner=partner is not None and partner.einde is None,
        )
        if partner is None or self.naamgebruik == "E":
            return naam
        return replace(
            naam,
            partner_voorvoegsel=partner.voorvoegsel,
            partner_geslachtsnaam=partner.geslachtsnaam,
            partner_titel=partner.adellijke_titel,
            partner_geslacht=partner.geslacht,
        )

    def vingerafdruk(self) -> str:
        """SHA-256 of all that the extract says about the person, wherever the rows stand in the file."""
        los = replace(
            self,
            regel=0,
            eerdere_regels=(),
            ouders=_zonder_regel(self.ouders),
            partners=_zonder_regel(self.partners),
            kinderen=_zonder_regel(self.kinderen),
        )
        return hashlib.sha256(repr(_plat(los)).encode()).hexdigest()


def _plat(deel: object) -> object:
    """As `dataclasses.astuple`, without its deep copies."""
    if isinstance(deel, tuple):
        return tuple(_plat(lid) for lid in deel)
    if type(deel) in DELEN:
        return tuple(_plat(getattr(deel, veld)) for veld in DELEN[type(deel)])
    return deel


def _zonder_regel(verwanten: tuple[Verwant, ...]) -> tuple[Verwant, ...]:
    return tuple(replace(verwant, regel=0) for verwant in verwanten)


DELEN = {
    soort: tuple(veld.name for veld in fields(soort)) for soort in (Persoon, Verwant, Adres, OnvolledigeDatum)
}
