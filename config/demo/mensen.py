"""Invented people: names, BSNs and addresses that belong to nobody. The same number gives the same person."""

import datetime
from random import Random

from config.demo.gemeente.namen import ACHTERNAMEN, MANNEN, VROUWEN, gesplitst
from config.demo.gemeente.teams import STRATEN, TEAMS
from toegang import bsn as bsn_

EERSTE_BSN, LAATSTE_BSN = 999_910_000, 999_989_999  # a range for tests; the RvIG's test persons lie above it


def bsns() -> list[str]:
    """Every BSN of our range that passes the elfproef, in order."""
    return [str(nr) for nr in range(EERSTE_BSN, LAATSTE_BSN + 1) if bsn_.geldig(str(nr))]


BSNS = bsns()


def mens(nr: int, kans: Random, vandaag: datetime.date, *, vanaf: int = 60, tot: int = 92) -> dict:
    """The fields of an inwoner, spread evenly over the teams and their streets."""
    geslacht = "V" if kans.random() < 0.58 else "M"
    voornamen = kans.choice(VROUWEN if geslacht == "V" else MANNEN)
    voorvoegsel, geslachtsnaam = gesplitst(kans.choice(ACHTERNAMEN))
    velden = {
        "bsn": BSNS[nr],
        "voornamen": voornamen,
        "voorvoegsel": voorvoegsel,
        "geslachtsnaam": geslachtsnaam,
        "geslacht": geslacht,
        "geboren": _geboren(kans, vandaag, vanaf, tot),
        "telefoon": f"06 {kans.randrange(10**8):08}",
        "bereik": kans.choice(("bellen", "bellen", "bellen", "e_mail", "brief")),
        **adres(nr, kans),
    }
    getrouwd = geslacht == "V" and kans.random() < 0.45
    partner_voorvoegsel, partner = gesplitst(kans.choice(ACHTERNAMEN))
    if getrouwd and partner != geslachtsnaam:
        velden |= {
            "naamgebruik": kans.choice("PV"),
            "partner_voorvoegsel": partner_voorvoegsel,
            "partner_geslachtsnaam": partner,
            "partner_geslacht": "M",
            "heeft_partner": True,
        }
    velden["slechthorend"] = kans.random() < 0.06
    velden["grote_letters"] = kans.random() < 0.06
    return velden


def adres(nr: int, kans: Random) -> dict:
    """A real street of Venlo with an invented number."""
    postcodes = [team.postcodes for team in TEAMS if team.postcodes]
    bij_team = [straat for straat in STRATEN if straat.postcode[:4] in postcodes[nr % len(postcodes)]]
    straat = kans.choice(bij_team)
    return {
        "straat": straat.naam,
        "huisnummer": kans.randint(1, straat.hoogste),
        "postcode": straat.postcode,
        "woonplaats": straat.woonplaats,
        "gemeente_code": "0983",
        "adresfunctie": "W",
    }


def _geboren(kans: Random, vandaag: datetime.date, vanaf: int, tot: int) -> str:
    """Now and then the day is unknown, as in the BRP."""
    jaar = vandaag.year - kans.randint(vanaf, tot) - 1
    maand, dag = kans.randint(1, 12), kans.randint(1, 28)
    return f"{jaar}{maand:02}{'00' if kans.random() < 0.02 else f'{dag:02}'}"
