"""A BRP beside the database: the same people on both sides, and a client that does not wait."""

import pytest

from tests.brp_stub import Brp, adres, draaiend, persoon
from toegang import brp_client
from toegang.brp_antwoord import persoon_uit_antwoord
from toegang.models import Actor
from toegang.usecases.brp_overnemen import brp_overnemen

ANNA, BEN, EVA = "999900006", "999900018", "999900031"


@pytest.fixture
def brp(settings):
    """The stub, and the settings that point at it."""
    with draaiend(Brp()) as server:
        settings.BRP = {**settings.BRP, "url": server.url, "tijd": 0.4, "hoogstens": 1.0, "pogingen": 2}
        yield server
    brp_client._client.cache_clear()


def overnemen(antwoord: dict, *, vandaag, door=None):
    """As if the BRP had told this before."""
    return brp_overnemen(
        persoon=persoon_uit_antwoord(antwoord), door=door or Actor.objects.systeem(), vandaag=vandaag
    )


DOOD = {"overlijden": {"datum": {"type": "Datum", "datum": "2026-11-30", "langFormaat": "x"}}}
ELDERS = {
    "gemeenteVanInschrijving": {"code": "0957", "omschrijving": "Roermond"},
    "verblijfplaats": adres("Markt", 1, "6041EL", waar={"woonplaats": "Roermond"}),
}
VERHUISD = {"verblijfplaats": adres("Parade", 7, "5911CA")}
GEHEIM = {"geheimhoudingPersoonsgegevens": True}
BUITENLAND = {
    "verblijfplaats": {
        "type": "VerblijfplaatsBuitenland",
        "datumVan": {"type": "Datum", "datum": "2026-11-30", "langFormaat": "x"},
        "verblijfadres": {"land": {"code": "5002", "omschrijving": "Frankrijk"}},
    },
    "opschortingBijhouding": {"reden": {"code": "E"}},
}
__all__ = [
    "ANNA",
    "BEN",
    "BUITENLAND",
    "DOOD",
    "ELDERS",
    "EVA",
    "GEHEIM",
    "VERHUISD",
    "brp",
    "overnemen",
    "persoon",
]
