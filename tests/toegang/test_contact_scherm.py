"""The page of one contact: what each act says, what a stale form keeps, what comes next, who reads it."""

import pytest

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Inwoner, Inzage, Taak
from toegang.rechten import Rol
from toegang.usecases.contact_oppakken import contact_oppakken

pytestmark = pytest.mark.django_db
NOTITIE = "Voicemail ingesproken 😀 مرحبا"


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


@pytest.fixture
def desk(client):
    medewerker = voordeur.administratie()
    client.als(medewerker)
    return medewerker


def url(contact, groep=""):
    return f"/toegang/contact/{contact.pk}/" + (f"?groep={groep}" if groep else "")


def doe(client, contact, handeling, groep="", **velden):
    antwoord = client.post(url(contact, groep), {"formuliernaam": handeling, **velden}, follow=True)
    contact.refresh_from_db()
    return antwoord.content.decode()


def test_oppakken_en_een_poging_en_afhandelen(client, desk):
    contact = voordeur.contact()

    opgepakt = doe(client, contact, "oppakken")
    gemist = doe(client, contact, "terugbellen", bereikt="nee", toelichting=NOTITIE)
    bereikt = doe(client, contact, "terugbellen", bereikt="ja")
    klaar = doe(
        client,
        contact,
        "afhandelen",
        route="dorpscoordinator",
        route_naar="L. Hendriks",
        uitkomst="Loopt mee",
    )

    assert "U hebt dit contact opgepakt" in opgepakt
    assert "1e poging vastgelegd. U belt opnieuw op vrijdag 4 december 2026." in gemist
    assert NOTITIE in gemist
    assert "Handel het contact nu af" in bereikt
    assert "Doorgegeven aan de dorpscoördinator (L. Hendriks)." in klaar
    assert contact.status == "afgehandeld"


def test_de_tweede_collega_leest_wie_het_heeft(client, desk):
    contact, ander = voordeur.contact(), voordeur.administratie().actor
    contact_oppakken(contact_id=contact.pk, door=ander, vandaag=VANDAAG)

    pagina = client.get(url(contact)).content.decode()
    geprobeerd = doe(client, contact, "oppakken")

    assert f"{ander.naam} heeft dit contact opgepakt." in pagina
    assert f"{ander.naam} heeft dit contact al opgepakt. Neem het over als dat nodig is." in geprobeerd
    assert contact.opgepakt_door == ander


def test_een_oude_stand_houdt_de_tekst_en_zegt_wie_er_was(client, desk):
    contact, ander = voordeur.contact(), voordeur.administratie().actor
    contact_oppakken(contact_id=contact.pk, door=ander, vandaag=VANDAAG)
    velden = {"route": "beantwoord", "uitkomst": "Uitgelegd hoe het werkt"}

    eerst = doe(client, contact, "afhandelen", versie="1", **velden)
    assert f"{ander.naam} wijzigde dit intussen (contact opgepakt). Kijk na wat er nu staat" in eerst
    assert "Uitgelegd hoe het werkt" in eerst
    assert 'name="versie" value="2"' in eerst
    assert contact.status == "in_behandeling"

    doe(client, contact, "afhandelen", versie="2", **velden)
    assert contact.status == "afgehandeld"
    assert (
        Taak.objects.open().get(medewerker=ander.medewerker).titel
        == "Een collega handelde een contact van u af."
    )


def test_na_het_afhandelen_staat_de_volgende_van_de_groep_klaar(client, desk):
    contact = voordeur.contact()
    volgende = voordeur.contact(inwoner=InwonerFabriek(voorletters="P.", geslachtsnaam="Smeets"))

    tekst = doe(client, contact, "afhandelen", "nieuw", route="beantwoord", uitkomst="Gebeld")

    assert (
        f'<a href="/toegang/contact/{volgende.pk}/?groep=nieuw" accesskey="v" autofocus>Volgende: P. Smeets</a>'
        in tekst
    )
    assert Inzage.objects.filter(inwoner=volgende.inwoner_id, scherm="contact").exists()
    leeg = doe(client, volgende, "afhandelen", "nieuw", route="beantwoord", uitkomst="Gebeld")
    assert "Deze groep is leeg." in leeg


@pytest.mark.parametrize(
    "route", ["verwezen", "dorpscoordinator", "beleidsmedewerker", "team", "toezichthouder"]
)
def test_doorgeven_vraagt_aan_wie(client, desk, route):
    contact = voordeur.contact()

    tekst = doe(client, contact, "afhandelen", route=route, uitkomst="Doorgegeven")

    assert "Schrijf op " in tekst
    assert contact.status == "nieuw"


def test_een_zaak_kiezen_toont_het_proces_en_schrijft_dat_op(client, desk):
    zaak = ZaakFabriek(regisseur=MedewerkerFabriek(), wijkteam=WijkteamFabriek())
    ZaakFabriek(dossier=zaak.dossier)
    contact = voordeur.contact(soort="bestaand", inwoner=zaak.dossier.inwoner)

    pagina = client.get(url(contact)).content.decode()
    tekst = doe(client, contact, "zaak", zaak=str(zaak.pk), versie="1")

    assert f"{zaak.kenmerk}, Wmo 2015, nieuw" in pagina
    assert Inzage.objects.filter(zaak=zaak.pk, laag="L1", scherm="contact").exists()
    assert f"Contact bij zaak {zaak.kenmerk} gezet. {zaak.regisseur.naam} krijgt een taak." in tekst
    assert contact.zaak == zaak


def test_een_afgeschermde_zaak_staat_er_niet_bij(client, desk):
    contact = voordeur.contact()
    open_ = ZaakFabriek(dossier__inwoner=contact.inwoner)
    dicht = ZaakFabriek(dossier=open_.dossier, afgeschermd=True)

    tekst = client.get(url(contact)).content.decode()

    assert open_.kenmerk in tekst
    assert dicht.kenmerk not in tekst


def test_een_nieuwe_inwoner_bij_post_die_niemand_kent(client, desk):
    contact = voordeur.contact(te_koppelen_naam="Piet van der Heijden")
    zoek = {"zoek_naam": "Piet van der heijden", "zoek_geboren": "3-4-1948"}
    gezocht = client.post(url(contact), {"formuliernaam": "koppelen", "zoeken": "ja", **zoek})
    nieuw = {
        "nieuw": "ja",
        "nieuw_geslachtsnaam": "Heijden",
        "nieuw_voorvoegsel": "van der",
        "nieuw_voornamen": "Piet",
    }

    zonder = doe(client, contact, "koppelen", **zoek, **nieuw)
    tekst = doe(client, contact, "koppelen", gezocht=gezocht.context["gezocht"], **zoek, **nieuw)

    assert 'value="Heijden"' in gezocht.content.decode()
    assert "Kijk eerst of de inwoner er al is" in zonder
    assert "Contact gekoppeld aan P. van der Heijden." in tekst
    assert contact.inwoner == Inwoner.objects.get()


def test_koppeling_herstellen_zoekt_vraagt_een_reden_en_zegt_wat_er_gebeurt(client, desk):
    contact, goed = voordeur.contact(), InwonerFabriek(geslachtsnaam="Jansen", geboren="19500101")
    zoek = {"zoek_naam": "Jansen", "zoek_geboren": "1-1-1950"}

    gezocht = doe(client, contact, "herstellen", zoeken="ja", **zoek)
    zonder = doe(client, contact, "herstellen", naar=str(goed.pk), **zoek)
    tekst = doe(client, contact, "herstellen", naar=str(goed.pk), reden="Andere Jansen", **zoek)

    assert f'value="{goed.pk}"' in gezocht
    assert "Schrijf op waarom de koppeling niet klopte" in zonder
    assert "Koppeling hersteld: dit contact hoort nu bij A.M. Jansen." in tekst
    assert contact.inwoner == goed


def test_wie_niet_is_gezocht_kan_niet_worden_gekozen(client, desk):
    contact, ander = voordeur.contact(), InwonerFabriek()

    tekst = doe(client, contact, "herstellen", naar=str(ander.pk), reden="Anders")

    assert "Kies een van de mogelijkheden" in tekst
    assert contact.inwoner != ander


def test_een_bericht_lees_je_en_dan_is_het_weg(client, desk):
    contact = voordeur.contact()
    contact_oppakken(contact_id=contact.pk, door=desk.actor, vandaag=VANDAAG)
    contact_oppakken(
        contact_id=contact.pk, door=voordeur.administratie().actor, vandaag=VANDAAG, overnemen=True
    )
    adres = f"/toegang/contact/{contact.pk}/gezien/"

    eerst = client.get(adres).content.decode()
    daarna = client.post(adres, follow=True).content.decode()

    assert "Een collega nam een contact van u over." in eerst
    assert contact.inwoner.geslachtsnaam not in eerst
    assert "Gelezen. Het bericht staat niet meer bij uw taken." in daarna
    assert "niets meer te lezen" in client.get(adres).content.decode()


def test_het_team_leest_een_contact_van_zijn_zaak_met_een_reden(client):
    team = WijkteamFabriek()
    regisseur, collega = MedewerkerFabriek(team=team), MedewerkerFabriek(team=team)
    zaak = ZaakFabriek(wijkteam=team, regisseur=regisseur)
    contact = voordeur.contact(soort="bestaand", inwoner=zaak.dossier.inwoner)

    van_regisseur = client.als(regisseur).get(url(contact))
    van_collega = client.als(collega).get(url(contact))

    assert van_regisseur.status_code == 200
    assert "/inzagereden/" in van_collega["Location"]
    assert Inzage.objects.filter(zaak=zaak.pk, scherm="contact", laag="L2b").exists()


@pytest.mark.parametrize(("soort", "http"), [("bezwaar", 200), ("klacht", 404), ("vraag", 404)])
def test_de_jurist_leest_de_bezwaren(client, soort, http):
    contact = voordeur.contact(soort=soort)

    assert client.als(MedewerkerFabriek(rollen=[Rol.JURIST])).get(url(contact)).status_code == http


@pytest.mark.parametrize(
    ("handeling", "velden"),
    [
        ("terugbellen", {"bereikt": "nee", "toelichting": "x" * 100_000}),
        ("terugbellen", {"bereikt": "nee", "opnieuw_op": "31-2-2027"}),
        ("terugbellen", {"bereikt": "nee", "opnieuw_op": "1-12-2026"}),
        ("terugbellen", {"bereikt": "nee", "opnieuw_om": "25.61"}),
        ("afhandelen", {"route": "beantwoord", "uitkomst": "a\x00b"}),
        ("afhandelen", {"route": "geen", "uitkomst": "ja"}),
        ("koppelen", {"zoeken": "ja", "zoek_bsn": "123456789"}),
        ("zaak", {"zaak": "geen-uuid"}),
        ("onbekend", {}),
    ],
)
def test_wat_niet_kan_verandert_niets(client, desk, handeling, velden):
    contact = voordeur.contact()

    antwoord = client.post(url(contact), {"formuliernaam": handeling, **velden})

    contact.refresh_from_db()
    assert antwoord.status_code == 200
    assert (contact.status, contact.terugbelpogingen.count()) == ("nieuw", 0)
