"""A row of a list says that somebody died or that contact must be safe, by icon and word; what it asks stands inside."""

import datetime

import pytest
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang.indicatoren import lijstmerken
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db
WENS = "Niet bellen na 18.00 uur: partner luistert mee"
WOORDEN = ("</svg>Veilig contact</span>", "</svg>Overleden</span>")


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


@pytest.mark.parametrize(
    ("velden", "soorten"),
    [
        ({}, []),
        ({"veilig_contact": WENS}, ["veilig_contact"]),
        ({"veilig_contact_post": "niets_sturen"}, ["veilig_contact"]),
        ({"overleden_op": "20261101"}, ["overleden"]),
    ],
)
def test_wat_in_een_rij_staat(velden, soorten):
    assert [merk.soort for merk in lijstmerken(InwonerFabriek.build(**velden))] == soorten


@pytest.mark.parametrize(
    ("naam", "rol", "query"),
    [
        ("toegang:werkvoorraad", Rol.TEAMLEAD, "?groep=termijnen"),
        ("toegang:zaken", Rol.TEAMLEAD, ""),
        ("toegang:mijn_werk", Rol.CONSULENT, ""),
        ("wijkteams:verdelen", Rol.TEAMLEAD, ""),
    ],
)
def test_de_rij_van_een_zaak_zegt_het_en_houdt_de_reden_binnen(client, naam, rol, query):
    team = WijkteamFabriek()
    lezer = MedewerkerFabriek(team=team, team__rol=rol)
    wacht = naam == "wijkteams:verdelen"
    ZaakFabriek(
        wijkteam=team, regisseur=None if wacht else lezer, status="te_verdelen" if wacht else "onderzoek",
        eerstvolgende_op=datetime.date(2026, 12, 4),
        dossier__inwoner=InwonerFabriek(veilig_contact=WENS, overleden_op="20261101"),
    )  # fmt: skip

    pagina = client.als(lezer).get(reverse(naam) + query).text

    assert [woord in pagina for woord in WOORDEN] == [True, True]
    assert "partner luistert mee" not in pagina


def test_de_rij_van_een_contact_zegt_het(client):
    voordeur.contact(inwoner=InwonerFabriek(veilig_contact=WENS))
    voordeur.contact(te_koppelen_naam="Smit")

    pagina = client.als(voordeur.administratie()).get("/toegang/werkvoorraad/?groep=nieuw").text

    assert pagina.count(WOORDEN[0]) == 1
    assert "partner luistert mee" not in pagina
