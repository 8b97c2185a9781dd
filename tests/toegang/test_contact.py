"""One contact: read, link, repair a link, close; who may."""

import pytest

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Inzage, Taak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.contact_koppelen import contact_koppelen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def url(contact):
    return f"/toegang/contact/{contact.pk}/"


def test_het_contact_toont_de_vraag_en_schrijft_op_wie_keek(client):
    contact = voordeur.contact(namens_naam="M. Jansen", namens_relatie="dochter", inwoner_weet_ervan=True)

    tekst = client.als(voordeur.administratie()).get(url(contact)).content.decode()

    assert contact.vraag in tekst
    assert "M. Jansen, dochter. De inwoner weet ervan." in tekst
    assert list(Inzage.objects.values_list("inwoner", "scherm")) == [(contact.inwoner_id, "contact")]


def test_koppelen_zoekt_en_legt_vast_wie_het_is(client):
    contact = voordeur.contact(te_koppelen_naam="Janssen")
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.administratie())

    gezocht = client.post(url(contact), {"formuliernaam": "koppelen", "zoeken": "ja", "zoek_naam": "Janssen"})
    antwoord = client.post(
        url(contact), {"formuliernaam": "koppelen", "koppelen": "ja", "inwoner": str(inwoner.pk)}
    )

    contact.refresh_from_db()
    assert f'value="{inwoner.pk}"' in gezocht.content.decode()
    assert (antwoord.status_code, contact.inwoner) == (302, inwoner)
    assert contact.history.first().history_change_reason == "inwoner gekoppeld"


def test_wat_al_gekoppeld_is_wordt_hersteld_en_niet_nog_eens_gekoppeld():
    contact = voordeur.contact()

    with pytest.raises(OngeldigeOvergang, match="Herstel de koppeling"):
        contact_koppelen(
            contact_id=contact.pk, inwoner_id=InwonerFabriek().pk, door=voordeur.administratie().actor
        )


def test_koppelen_zonder_keuze_vraagt_wie(client):
    contact = voordeur.contact(te_koppelen_naam="Janssen")

    antwoord = client.als(voordeur.administratie()).post(
        url(contact), {"formuliernaam": "koppelen", "koppelen": "ja", "zoek_naam": "Janssen"}
    )

    assert "Kies wie de inwoner is" in antwoord.content.decode()
    assert 'value="Janssen"' in antwoord.content.decode()


def test_afhandelen_sluit_het_contact_en_zijn_taak(client):
    contact = voordeur.contact()

    antwoord = client.als(voordeur.administratie()).post(
        url(contact),
        {
            "formuliernaam": "afhandelen",
            "uitkomst": "Verwezen naar de klussendienst",
            "route": "verwezen",
            "route_naar": "Klussendienst Venlo",
        },
        follow=True,
    )

    contact.refresh_from_db()
    assert "Contact afgehandeld." in antwoord.content.decode()
    assert (contact.status, contact.uitkomst) == ("afgehandeld", "Verwezen naar de klussendienst")
    assert (contact.route, contact.route_naar, contact.afgehandeld_op) == (
        "verwezen",
        "Klussendienst Venlo",
        VANDAAG,
    )
    assert not Taak.objects.open().exists()


def test_afhandelen_zonder_tekst_vraagt_wat_er_is_gedaan(client):
    antwoord = client.als(voordeur.administratie()).post(
        url(voordeur.contact()), {"formuliernaam": "afhandelen", "uitkomst": ""}
    )

    assert "Schrijf kort op wat er is afgesproken of gedaan" in antwoord.content.decode()


def test_kcc_leest_het_eigen_contact_van_vandaag_zonder_knoppen(client):
    medewerker = voordeur.kcc()
    contact = voordeur.contact(door=medewerker.actor)

    tekst = client.als(medewerker).get(url(contact)).content.decode()

    assert contact.vraag in tekst
    for woord in ("Zaak openen", "Afhandelen", "Koppeling herstellen"):
        assert woord not in tekst


def test_kcc_ziet_het_contact_van_gisteren_en_van_een_ander_niet(client):
    medewerker = voordeur.kcc()
    gisteren = voordeur.contact(door=medewerker.actor, vandaag=VANDAAG.replace(day=2))
    van_ander = voordeur.contact()
    client.als(medewerker)

    assert [client.get(url(c)).status_code for c in (gisteren, van_ander)] == [404, 404]


@pytest.mark.parametrize(
    ("rol", "http", "status"),
    [
        (Rol.ADMINISTRATIE, 302, "afgehandeld"),
        (Rol.KCC, 404, "nieuw"),
        (Rol.CONSULENT, 404, "nieuw"),
        (Rol.BEHEERDER, 404, "nieuw"),
    ],
)
def test_contact_afhandelen_rechten(client, rol, http, status):
    contact = voordeur.contact()

    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(
        url(contact), {"formuliernaam": "afhandelen", "uitkomst": "Gebeld", "route": "beantwoord"}
    )

    contact.refresh_from_db()
    assert (antwoord.status_code, contact.status) == (http, status)


def test_een_contact_over_een_afgeschermde_zaak_ziet_alleen_wie_genoemd_is(client):
    zaak = ZaakFabriek(afgeschermd=True)
    contact = voordeur.contact(soort="bestaand", inwoner=zaak.dossier.inwoner)

    assert contact.zaak == zaak
    assert client.als(voordeur.administratie()).get(url(contact)).status_code == 404


def test_kcc_leest_niet_of_er_een_zaak_aan_het_eigen_contact_hangt(client):
    medewerker, regisseur = voordeur.kcc(), MedewerkerFabriek()
    met = ZaakFabriek(regisseur=regisseur).dossier.inwoner
    zonder = InwonerFabriek()
    client.als(medewerker)
    paginas = []
    for inwoner in (met, zonder):
        contact = voordeur.contact(door=medewerker.actor, soort="bestaand", inwoner=inwoner)
        naam, sleutel = inwoner.naam.weergave(), str(contact.pk)
        if contact.zaak:
            contact.opgepakt_door, contact.status, contact.route = regisseur.actor, "in_behandeling", "zaak"
            contact.bewaren(door=regisseur.actor, reden="test")
        tekst = client.get(url(contact)).content.decode().split("<main")[1].split("</main>")[0]
        paginas.append(tekst.replace(naam, "NAAM").replace(sleutel, "SLEUTEL"))

    assert paginas[0] == paginas[1]
    assert regisseur.naam not in paginas[0]
