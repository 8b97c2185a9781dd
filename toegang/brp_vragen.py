"""What the desk may ask the BRP, and why: three questions and their fields (Haal Centraal). Pure Python."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toegang import bsn as bsn_
from toegang.onvolledige_datum import OnvolledigeDatum

HOOGSTENS = 20  # BSNs in one question
# The processing activity, as the read log names it: identity, address and household of who asks for help.
DOELBINDING = "BRP: wie is de inwoner en waar woont hij (Wmo 2015 art. 5.1.1 en 5.2.9, Jeugdwet art. 7.4.0)"

WIE = "vaststellen wie het is (Wmo 2015 art. 5.2.9)"
NAAM = "goed aanspreken en aanschrijven"
WAAR = "post, huisbezoek, wijkteam en welke gemeente (Wmo 2015 art. 2.3.5 lid 1)"
LEEFT = "geen brief en geen huisbezoek na een overlijden"
GEZIN = "gebruikelijke hulp en gezag (Wmo 2015 art. 5.1.1 lid 1, Jeugdwet art. 7.3.4)"
ZELF = "aan wie een brief gaat: curator, ouders of de inwoner zelf"

# Field -> why. What is not in this table is not asked: no nationality, place of birth, voting right or permit.
# Secrecy, suspension and "in onderzoek" come along by themselves and may not be asked.
PERSOONSVELDEN: Mapping[str, str] = {
    "burgerservicenummer": WIE,
    "geboorte.datum": WIE,
    "geslacht": NAAM,
    "naam.voornamen": NAAM,
    "naam.voorletters": NAAM,
    "naam.voorvoegsel": NAAM,
    "naam.geslachtsnaam": NAAM,
    "naam.adellijkeTitelPredicaat": NAAM,
    "naam.aanduidingNaamgebruik": NAAM,
    "overlijden.datum": LEEFT,
    "verblijfplaats.verblijfadres": WAAR,
    "verblijfplaats.functieAdres": WAAR,
    "verblijfplaats.datumVan": WAAR,
    "verblijfplaats.adresseerbaarObjectIdentificatie": WAAR,
    "gemeenteVanInschrijving": WAAR,
    "indicatieCurateleRegister": ZELF,
    "gezag": ZELF,
    "partners.burgerservicenummer": GEZIN,
    "partners.naam": NAAM,
    "partners.geslacht": NAAM,
    "partners.geboorte.datum": GEZIN,
    "partners.soortVerbintenis": GEZIN,
    "partners.aangaanHuwelijkPartnerschap.datum": GEZIN,
    "partners.ontbindingHuwelijkPartnerschap.datum": GEZIN,
    "ouders.burgerservicenummer": GEZIN,
    "ouders.ouderAanduiding": GEZIN,
    "ouders.naam": GEZIN,
    "ouders.geboorte.datum": GEZIN,
    "ouders.datumIngangFamilierechtelijkeBetrekking": GEZIN,
    "kinderen.burgerservicenummer": GEZIN,
    "kinderen.naam": GEZIN,
    "kinderen.geboorte.datum": GEZIN,
}
# A search shows who it could be, no more: name, birth year, street.
ZOEKVELDEN: Mapping[str, str] = {
    "burgerservicenummer": WIE,
    "geboorte.datum": WIE,
    "naam.voornamen": WIE,
    "naam.voorletters": WIE,
    "naam.voorvoegsel": WIE,
    "naam.geslachtsnaam": WIE,
    "adressering.adresregel1": WIE,
}


@dataclass(frozen=True)
class BrpVraag:
    """One question; the body is personal and never stands in a log or an error."""

    soort: str
    inhoud: Mapping = field(repr=False)
    velden: tuple[str, ...] = tuple(ZOEKVELDEN)

    @property
    def lichaam(self) -> dict:
        """What is sent."""
        return {"type": self.soort, "fields": list(self.velden), **self.inhoud}


RAADPLEEG = "RaadpleegMetBurgerservicenummer"
ZOEK_NAAM = "ZoekMetGeslachtsnaamEnGeboortedatum"
ZOEK_ADRES = "ZoekMetPostcodeEnHuisnummer"


def raadplegen(bsns: Iterable[str], *, alleen_zoeken: bool = False) -> BrpVraag:
    """At most twenty people by BSN: all that we may know, or only what a search shows."""
    nummers = [bsn_.normaal(bsn) for bsn in bsns]
    if not 1 <= len(nummers) <= HOOGSTENS:
        raise ValueError(f"Vraag naar 1 tot en met {HOOGSTENS} mensen tegelijk.")
    velden = tuple(ZOEKVELDEN if alleen_zoeken else PERSOONSVELDEN)
    return BrpVraag(RAADPLEEG, {"burgerservicenummer": nummers}, velden)


def zoeken_op_naam(
    *, geslachtsnaam: str, geboren: str, voornamen: str = "", voorvoegsel: str = ""
) -> BrpVraag:
    """By family name and a birth date that is known in full (the BRP takes no other)."""
    inhoud = {"geslachtsnaam": geslachtsnaam, "geboortedatum": volledig(geboren)}
    if voornamen:
        inhoud["voornamen"] = voornamen
    if voorvoegsel:
        inhoud["voorvoegsel"] = voorvoegsel
    return BrpVraag(ZOEK_NAAM, inhoud)


def zoeken_op_adres(
    *, postcode: str, huisnummer: int, geslachtsnaam: str = "", geboren: str = ""
) -> BrpVraag:
    """Who is registered at an address; a birth date only when it is known in full."""
    inhoud: dict[str, str | int] = {
        "postcode": postcode.replace(" ", "").upper(),
        "huisnummer": int(huisnummer),
    }
    if geslachtsnaam:
        inhoud["geslachtsnaam"] = geslachtsnaam
    if geboren and OnvolledigeDatum.lees(geboren).volledig:
        inhoud["geboortedatum"] = volledig(geboren)
    return BrpVraag(ZOEK_ADRES, inhoud)


def volledig(geboren: str) -> str:
    """19480403 as 1948-04-03; ValueError with a sentence when a part is unknown."""
    dag = OnvolledigeDatum.lees(geboren).volledig
    if dag is None:
        raise ValueError("Vul de hele geboortedatum in. Met een deel van de datum zoekt de BRP niet.")
    return dag.isoformat()
