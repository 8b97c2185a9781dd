"""The werkvoorraad: groups with counts, at most 25 rows, constant queries, every person written down."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang.models import Inzage, Zaak
from toegang.rechten import Rol, Wet
from toegang.tellen import tellen
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.werkvoorraad import GROEPEN

pytestmark = pytest.mark.django_db
URL = "/toegang/werkvoorraad/"


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def aantallen(antwoord):
    return {punt.naam: int(punt.aantal) for punt in antwoord.context["groepen"] if punt.aantal}


def test_elke_groep_telt_wat_er_ligt(client, monkeypatch):
    voordeur.contact()
    voordeur.contact(te_koppelen_naam="Janssen", gevaar=True)
    voordeur.zaak()
    voordeur.zaak("te_verdelen", wet=Wet.JEUGDWET, monkeypatch=monkeypatch)
    voordeur.zaak(ontvangen_op=datetime.date(2026, 10, 20))

    antwoord = client.als(voordeur.administratie()).get(URL)

    assert aantallen(antwoord) == {
        "Nieuwe contacten": 2, "Terugbellen": 1, "Te koppelen": 1, "Ontvangst bevestigen": 2, "Te verdelen": 1,
        "Termijnen deze week": 1,
    }  # fmt: skip
    assert antwoord.context["groep"].titel == "Nieuwe contacten"


def test_gevaar_staat_bovenaan_en_dan_de_oudste(client):
    gewoon = voordeur.contact(inwoner=InwonerFabriek(geslachtsnaam="Peeters"))
    oud = voordeur.contact(
        inwoner=InwonerFabriek(geslachtsnaam="Oudens"), ontvangen_op=datetime.date(2026, 12, 1)
    )
    gevaar = voordeur.contact(inwoner=InwonerFabriek(geslachtsnaam="Smeets"), gevaar=True)

    antwoord = client.als(voordeur.administratie()).get(URL)

    assert [r.url for r in antwoord.context["rijen"]] == [
        f"/toegang/contact/{c.pk}/?groep=nieuw" for c in (gevaar, oud, gewoon)
    ]
    assert "Spoed" in antwoord.content.decode()


@pytest.mark.parametrize("groep", [g.naam for g in GROEPEN])
def test_een_lege_groep_zegt_waarom(client, groep):
    collega = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE, Rol.JURIST])

    antwoord = client.als(collega).get(URL, {"groep": groep})

    assert next(g.leeg for g in GROEPEN if g.naam == groep) in antwoord.content.decode()


def test_een_contact_dat_klaar_is_gaat_van_de_lijst(client):
    contact, medewerker = voordeur.contact(), voordeur.administratie()
    contact_afhandelen(
        contact_id=contact.pk, door=medewerker.actor, vandaag=voordeur.VANDAAG, uitkomst="Gebeld"
    )

    assert aantallen(client.als(medewerker).get(URL)) == {}


@pytest.mark.parametrize("groep", ["nieuw", "bevestigen"])
def test_bladeren_toont_alles_een_keer(client, groep):
    inwoner = InwonerFabriek()
    for i in range(30):
        if groep == "nieuw":
            voordeur.contact(inwoner=inwoner, gevaar=i < 27, ontvangen_op=datetime.date(2026, 11, 1 + i % 20))
        else:
            ZaakFabriek(eerstvolgende_op=datetime.date(2026, 12, 10 + i % 3))
    client.als(voordeur.administratie())

    eerste = client.get(URL, {"groep": groep})
    tweede = client.get(URL + eerste.context["volgende"])

    urls = [r.url for antwoord in (eerste, tweede) for r in antwoord.context["rijen"]]
    assert (len(urls), len(set(urls)), tweede.context["volgende"]) == (30, 30, "")
    assert "Volgende" in eerste.content.decode()


def test_een_rare_sleutel_is_de_eerste_bladzijde(client):
    voordeur.contact()

    assert len(client.als(voordeur.administratie()).get(URL, {"na": "1_x_y"}).context["rijen"]) == 1


@pytest.mark.parametrize(
    "groep",
    ["nieuw", "terugbellen", "koppelen", "bevestigen", "verdelen", "termijnen", "besluiten", "taken"],
)
def test_hoogstens_acht_vragen_bij_een_en_bij_twintig_rijen(client, groep, monkeypatch):
    def vullen():
        voordeur.contact(gevaar=True)
        voordeur.contact(te_koppelen_naam="Janssen")
        voordeur.zaak(ontvangen_op=datetime.date(2026, 10, 20))
        voordeur.zaak("te_verdelen", wet=Wet.JEUGDWET, monkeypatch=monkeypatch)

    client.als(voordeur.administratie())
    vullen()
    client.get(URL, {"groep": groep})
    gemeten = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as vragen:
            client.get(URL, {"groep": groep})
        gemeten.append(len(voordeur.zonder_transactie(vragen)))
        for _ in range(3):
            vullen()

    assert gemeten[0] == gemeten[1] <= 8


def test_wie_op_de_lijst_staat_staat_in_het_log(client):
    contacten = [voordeur.contact() for _ in range(3)]

    client.als(voordeur.administratie()).get(URL)

    assert set(Inzage.objects.values_list("inwoner", "scherm", "laag")) == {
        (c.inwoner_id, "werkvoorraad", "L0") for c in contacten
    }


def test_tellen_houdt_op_waar_het_scherm_ophoudt():
    ZaakFabriek.create_batch(3)
    zaken = Zaak.objects.all()

    assert tellen(zaken, zaken.none(), zaken, hoogstens=2) == [2, 0, 2]


def test_wat_afgeschermd_is_staat_niet_in_de_werkvoorraad(client):
    ZaakFabriek(afgeschermd=True, eerstvolgende_op=voordeur.VANDAAG)

    assert aantallen(client.als(voordeur.administratie()).get(URL)) == {}


@pytest.mark.parametrize(
    ("rol", "team", "groepen"),
    [
        (Rol.ADMINISTRATIE, False, {"nieuw", "terugbellen", "post", "koppelen", "opgepakt", "bevestigen", "verdelen",
                                    "termijnen", "besluiten", "brieven", "terugbelbrieven", "teruggekomen", "aflopend",
                                    "taken"}),
        (Rol.CONSULENT, True, {"terugbellen", "termijnen", "taken"}),
        (Rol.TEAMLEAD, True, {"verdelen", "termijnen", "aflopend", "taken"}),
        (Rol.PROCESCOORDINATOR, True, {"verdelen", "termijnen", "taken"}),
        (Rol.JURIST, False, {"bezwaren", "taken"}),
        *((rol, False, None) for rol in (Rol.KCC, Rol.TOETSER, Rol.ONDERTEKENAAR, Rol.CONTRACTBEHEERDER,
                                         Rol.TOEZICHTHOUDER, Rol.FUNCTIONARIS_GEGEVENSBESCHERMING, Rol.BEHEERDER)),
    ],
)  # fmt: skip
def test_elke_rol_ziet_zijn_eigen_groepen(client, rol, team, groepen):
    wie = {"team": WijkteamFabriek(), "team__rol": rol} if team else {"rollen": [rol]}

    antwoord = client.als(MedewerkerFabriek(**wie)).get(URL)

    assert antwoord.status_code == (200 if groepen else 403)
    if groepen:
        titels = {g.titel for g in GROEPEN if g.naam in groepen}
        assert {punt.naam for punt in antwoord.context["groepen"]} == titels
