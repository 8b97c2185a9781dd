"""What an extract of the BRP says about a person, as the fields of Inwoner and Relatie. It reads, never writes."""

from django.db import models

from toegang import bsn as bsn_
from toegang.lo3 import Persoon, Verwant
from toegang.models import Inwoner
from toegang.onvolledige_datum import OnvolledigeDatum

UIT_DE_NAAM = (
    "voornamen", "voorletters", "voorvoegsel", "geslachtsnaam", "adellijke_titel", "naamgebruik",
    "partner_voorvoegsel", "partner_geslachtsnaam", "partner_titel", "partner_geslacht", "heeft_partner", "geslacht",
)  # fmt: skip
LENGTES = {
    veld.name: veld.max_length or 0
    for veld in Inwoner._meta.concrete_fields
    if isinstance(veld, models.CharField)
}
NAAM_VERWANT = 250  # of the 300 of Relatie.naam: room for a title and dots
HOOGSTE_HUISNUMMER = 99999


def inwonervelden(persoon: Persoon) -> dict:
    """All that the BRP says in one row, but for BSN and A-nummer."""
    naam, adres = persoon.naam, persoon.adres
    return {veld: getattr(naam, veld) for veld in UIT_DE_NAAM} | {
        "geboren": str(persoon.geboren),
        "overleden_op": _datum(persoon.overleden_op),
        "vertrokken_op": _datum(persoon.vertrokken_op),
        "vertrokken_naar": persoon.vertrokken_naar,
        "geheim": persoon.geheim,
        "opschorting": persoon.opschorting,
        "onder_curatele": persoon.onder_curatele,
        "gezag": persoon.gezag,
        "straat": adres.straat,
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter,
        "toevoeging": adres.toevoeging,
        "postcode": adres.postcode,
        "woonplaats": adres.woonplaats,
        "locatie": adres.locatie,
        "adresfunctie": adres.functie,
        "adres_sinds": _datum(adres.sinds),
        "adres_in_onderzoek": adres.in_onderzoek,
        "gemeente_code": adres.gemeente_code,
        "verblijfplaats_id": adres.verblijfplaats_id,
        "bron": "brp",
        "brp_hash": persoon.vingerafdruk(),
    }


def relatievelden(verwant: Verwant) -> dict:
    """One parent, partner or child; the other person by blind index, if the extract gives a BSN."""
    return {
        "soort": verwant.rol,
        "verwant_bsn_index": bsn_.blinde_index(verwant.bsn) if verwant.bsn else None,
        "naam": verwant.naam.weergave(),
        "geboren": str(verwant.geboren),
        "begonnen_op": _datum(verwant.begin),
        "geeindigd_op": _datum(verwant.einde),
    }


def past_niet(persoon: Persoon, velden: dict) -> str:
    """Why these data cannot be stored: a sentence without the data; empty when all fits."""
    for naam, grens in LENGTES.items():
        if len(velden.get(naam) or "") > grens:
            return f"Te lang voor het veld {naam} (hoogstens {grens} tekens)."
    if (persoon.adres.huisnummer or 0) > HOOGSTE_HUISNUMMER:
        return "Het huisnummer heeft te veel cijfers."
    for v in (*persoon.ouders, *persoon.partners, *persoon.kinderen):
        if len(v.voornamen) + len(v.voorvoegsel) + len(v.geslachtsnaam) > NAAM_VERWANT:
            return f"De naam van een {v.rol} is te lang."
    return ""


def _datum(datum: OnvolledigeDatum | None) -> str:
    return "" if datum is None else str(datum)
