"""A row of a list says that somebody died or that contact must be safe, by icon and word; what it asks stands inside."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang.indicatoren import lijstmerken
from toegang.rechten import Rol
from wijkteams.models import Huisbezoek

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
        ({"let_op_bij_bezoek": "Grote hond"}, ["let_op_bij_bezoek"]),
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


def test_een_taak_over_iemand_zegt_het_ook(client):
    contact = voordeur.contact(
        inwoner=InwonerFabriek(veilig_contact=WENS, let_op_bij_bezoek="Grote hond"), soort="klacht"
    )
    assert contact.inwoner

    pagina = client.als(voordeur.administratie()).get(reverse("toegang:mijn_werk")).text

    assert WOORDEN[0] in pagina
    assert "</svg>Let op bij bezoek</span>" in pagina
    assert "Grote hond" not in pagina


def test_wie_gevonden_is_draagt_het_merk_bij_de_keuze(client):
    """The KCC reads that something was agreed; what, stands at the contact that it wrote today."""
    inwoner = InwonerFabriek(geslachtsnaam="Smeets", veilig_contact=WENS)
    kcc = voordeur.kcc()
    client.als(kcc)

    pagina = client.post(
        reverse("toegang:contact_registreren"),
        {"formuliernaam": "contact", "zoek_naam": "Smeets", "zoeken": "ja"},
    ).text
    contact = voordeur.contact(door=kcc.actor, inwoner=inwoner)
    eigen = client.get(reverse("toegang:contact", args=[contact.pk])).text

    assert "Kerkstraat, let op: veilig contact" in pagina
    assert WENS not in pagina
    assert WENS in eigen


def test_op_mijn_dag_staat_de_afspraak_bij_het_adres(client):
    team = WijkteamFabriek()
    ik = MedewerkerFabriek(team=team)
    zaak = ZaakFabriek(
        wijkteam=team, regisseur=ik, status="onderzoek", dossier__inwoner=InwonerFabriek(veilig_contact=WENS)
    )
    om = timezone.make_aware(datetime.datetime(2026, 12, 3, 14))
    Huisbezoek(zaak=zaak, consulent=ik, gepland_om=om).bewaren(door=ik.actor, reden="test")

    pagina = client.als(ik).get(reverse("wijkteams:dag")).text

    assert f"Veilig contact: {WENS}" in pagina
