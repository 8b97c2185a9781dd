"""Registering a contact: the question first, search inside the form, the person chosen, passed on."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Contactmoment, Inwoner, Inzage, Taak
from toegang.rechten import Rol
from toegang.usecases.contact_registreren import contact_registreren

pytestmark = pytest.mark.django_db
URL = "/toegang/contact/nieuw/"
VRAAG = "Ik kan na mijn val mijn huis niet meer schoonhouden."


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(
        datetime.datetime(2026, 12, 3, 10, 42, tzinfo=timezone.get_current_timezone()), tick=True
    ):
        yield


def gegevens(**anders):
    return {
        "formuliernaam": "contact", "kanaal": "telefoon", "vraag_tekst": VRAAG, "namens": "nee", "gevaar": "nee",
        "bereik": "bellen", "telefoon": "06 1234 5678", "zoek_naam": "Jansen", "zoek_geboren": "3-4-1948",
    } | anders  # fmt: skip


def test_het_scherm_begint_met_de_vraag_en_kiest_niets_vooruit(client):
    antwoord = client.als(voordeur.kcc()).get(URL)

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert tekst.index("1 De vraag") < tekst.index("2 Wie is het?") < tekst.index("3 Hoe bereiken")
    assert " checked" not in tekst
    assert "maandag 7 december 2026" not in tekst  # 3 working days after a Thursday
    assert "dinsdag 8 december 2026" in tekst


def test_hoogstens_zes_velden_zijn_verplicht(client):
    antwoord = client.als(voordeur.kcc()).get(URL)

    assert [n for n, veld in antwoord.context["formulier"].fields.items() if veld.required] == [
        "kanaal", "vraag_tekst", "namens", "gevaar", "wie", "bereik",
    ]  # fmt: skip


def test_zoeken_houdt_vast_wat_is_getypt_en_toont_wie_er_is(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen", geheim=0)

    antwoord = client.als(voordeur.kcc()).post(URL, gegevens(zoeken="ja", zoek_naam="Janssen"))

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert VRAAG in tekst
    assert f'value="{inwoner.pk}"' in tekst
    assert "A.M. Jansen, 1948, Kerkstraat" in tekst
    assert "Er zijn" not in tekst  # no errors about what is not filled in yet
    assert Contactmoment.objects.count() == 0
    assert list(Inzage.objects.values_list("inwoner", "actie", "laag")) == [(inwoner.pk, "zoeken", "L0")]


def test_zoeken_vult_de_naam_van_een_nieuwe_inwoner_in(client):
    antwoord = client.als(voordeur.kcc()).post(URL, gegevens(zoeken="ja", zoek_naam="Piet van der heijden"))

    formulier = antwoord.context["formulier"]
    assert [formulier[f"nieuw_{n}"].value() for n in ("voornamen", "voorvoegsel", "geslachtsnaam")] == [
        "Piet", "van der", "Heijden",
    ]  # fmt: skip


def test_zoeken_zonder_iets_om_op_te_zoeken_vraagt_wat_nodig_is(client):
    antwoord = client.als(voordeur.kcc()).post(URL, gegevens(zoeken="ja", zoek_naam="", zoek_geboren=""))

    assert (
        "Vul een naam, geboortedatum, telefoonnummer, BSN, of postcode en huisnummer in"
        in antwoord.content.decode()
    )


def test_een_foute_postcode_staat_bij_het_veld_en_de_vraag_blijft(client):
    antwoord = client.als(voordeur.kcc()).post(URL, gegevens(zoeken="ja", zoek_postcode="59"))

    tekst = antwoord.content.decode()
    assert "Deze postcode klopt niet" in tekst
    assert VRAAG in tekst


def test_doorzetten_legt_het_contact_vast_met_een_taak_voor_de_administratie(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    medewerker = voordeur.kcc()

    antwoord = client.als(medewerker).post(
        URL, gegevens(wie=str(inwoner.pk), contactwens="niet na 18.00 uur"), follow=True
    )

    contact = Contactmoment.objects.get()
    taak = Taak.objects.get(contactmoment=contact)
    inwoner.refresh_from_db()
    assert (contact.inwoner, contact.ontvangen_op, contact.terugbellen_op) == (
        inwoner,
        VANDAAG,
        datetime.date(2026, 12, 8),
    )
    assert contact.geregistreerd_door == medewerker.actor
    assert (taak.rol, taak.adres, taak.uiterlijk_op) == (
        "administratie",
        "toegang:contact",
        datetime.date(2026, 12, 8),
    )
    assert (inwoner.telefoon, inwoner.veilig_contact) == ("0612345678", "niet na 18.00 uur")
    tekst = antwoord.content.decode()
    assert "De beller wordt uiterlijk dinsdag 8 december 2026 teruggebeld." in tekst
    assert "A.M. Jansen</a>, 10.42 uur, doorgezet" in tekst
    assert VRAAG not in tekst


def _gevonden(client, **velden) -> str:
    return client.post(URL, gegevens(zoeken="ja", **velden)).context["gezocht"]


def test_wie_gekozen_is_wordt_niet_opnieuw_gezocht(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.kcc())
    gezocht = _gevonden(client)

    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.post(URL, gegevens(wie=str(inwoner.pk), gezocht=gezocht))

    assert antwoord.status_code == 302
    assert not any("SIMILARITY" in v["sql"].upper() for v in vragen)
    assert Contactmoment.objects.get().inwoner == inwoner
    assert set(Inzage.objects.values_list("inwoner", "scherm")) == {(inwoner.pk, "contact_registreren")}


@pytest.mark.parametrize("velden", [{"zoek_naam": "Pietersen"}, {"zoek_geboren": "3-4-1950"}])
def test_wie_bij_een_andere_zoekvraag_stond_kan_niet_worden_gekozen(client, velden):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.kcc())
    gezocht = _gevonden(client)

    antwoord = client.post(URL, gegevens(wie=str(inwoner.pk), gezocht=gezocht, **velden))

    assert "Zoek opnieuw en kies wie de inwoner is" in antwoord.content.decode()
    assert Contactmoment.objects.count() == 0


def test_wie_een_collega_vond_of_wie_niet_was_gevonden_kan_niet_worden_gekozen(client):
    inwoner, ander = InwonerFabriek(geslachtsnaam="Jansen"), InwonerFabriek(geslachtsnaam="Willems")
    van_collega = _gevonden(client.als(voordeur.kcc()))
    eigen = _gevonden(client.als(MedewerkerFabriek(rollen=[Rol.KCC])))

    niet_gevonden = client.post(URL, gegevens(wie=str(ander.pk), gezocht=eigen))
    vervalst = client.post(URL, gegevens(wie=str(ander.pk), gezocht=eigen[:-1] + "x"))
    nieuw = client.post(URL, gegevens(wie="nieuw", gezocht=van_collega, nieuw_geslachtsnaam="Jansen"))

    assert [a.status_code for a in (niet_gevonden, vervalst, nieuw)] == [200, 200, 200]
    assert Contactmoment.objects.count() == 0
    assert inwoner in [t.inwoner for t in nieuw.context["resultaat"].treffers]


def test_wie_intussen_is_afgeschermd_kan_niet_meer_worden_gekozen(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.kcc())
    gezocht = _gevonden(client)
    DossierFabriek(inwoner=inwoner, afgeschermd=True)

    antwoord = client.post(URL, gegevens(wie=str(inwoner.pk), gezocht=gezocht))

    assert "Zoek opnieuw en kies wie de inwoner is" in antwoord.content.decode()
    assert "A.M. Jansen" not in antwoord.content.decode()
    assert Contactmoment.objects.count() == 0


def test_na_een_fout_staat_iedereen_er_weer_die_was_gevonden(client):
    een, twee = InwonerFabriek(geslachtsnaam="Jansen"), InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.kcc())
    gezocht = _gevonden(client)

    antwoord = client.post(URL, gegevens(wie=str(een.pk), gezocht=gezocht, vraag_tekst=""))

    tekst = antwoord.content.decode()
    assert "Schrijf op wat de beller vraagt" in tekst
    assert f'value="{twee.pk}"' in tekst
    assert f'value="{een.pk}"' in tekst


def test_dubbelklik_geeft_een_contact(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.kcc())
    sleutel = uuid.uuid4()

    antwoorden = [client.post(URL, gegevens(wie=str(inwoner.pk)), sleutel=sleutel) for _ in range(3)]

    assert [a.status_code for a in antwoorden] == [302, 302, 302]
    assert Contactmoment.objects.count() == 1


def test_een_nieuwe_inwoner_na_het_zien_van_wie_er_al_is(client):
    client.als(voordeur.kcc())
    gezocht = client.post(URL, gegevens(zoeken="ja", zoek_postcode="5921 AB", zoek_huisnummer="12")).context[
        "gezocht"
    ]

    client.post(URL, gegevens(
        wie="nieuw", gezocht=gezocht, zoek_postcode="5921 AB", zoek_huisnummer="12", nieuw_voornamen="Annie",
        nieuw_geslachtsnaam="Jansen", nieuw_voorvoegsel="", nieuw_geslacht="V", nieuw_straat="Kerkstraat",
        nieuw_woonplaats="Venlo",
    ))  # fmt: skip

    inwoner = Inwoner.objects.get()
    assert (str(inwoner), inwoner.geboren, inwoner.postcode, inwoner.huisnummer) == (
        "A. Jansen",
        "19480403",
        "5921AB",
        12,
    )
    assert Contactmoment.objects.get().inwoner == inwoner


def test_een_nieuwe_inwoner_na_andere_zoekvelden_toont_eerst_wie_er_is(client):
    client.als(voordeur.kcc())
    gezocht = client.post(URL, gegevens(zoeken="ja", zoek_naam="Pietersen")).context["gezocht"]
    InwonerFabriek(geslachtsnaam="Jansen")

    antwoord = client.post(URL, gegevens(wie="nieuw", gezocht=gezocht, nieuw_geslachtsnaam="Jansen"))

    assert "Kijk eerst of de inwoner er al bij staat" in antwoord.content.decode()
    assert "A.M. Jansen, 1948" in antwoord.content.decode()
    assert Inwoner.objects.count() == 1


def test_een_bekend_bsn_wordt_geen_tweede_inwoner(client):
    InwonerFabriek(geslachtsnaam="Smeets", bsn="999990019")
    client.als(voordeur.kcc())
    velden = gegevens(zoek_naam="", zoek_geboren="", zoek_bsn="999990019")
    gezocht = client.post(URL, velden | {"zoeken": "ja"}).context["gezocht"]

    antwoord = client.post(
        URL, velden | {"wie": "nieuw", "gezocht": gezocht, "nieuw_geslachtsnaam": "Jansen"}
    )

    assert "Bij dit BSN hoort al een inwoner" in antwoord.content.decode()
    assert Contactmoment.objects.count() == 0
    assert Inwoner.objects.count() == 1


def test_een_afgeschermd_persoon_wordt_niet_getoond_en_niet_dubbel_gemaakt(client):
    DossierFabriek(inwoner=InwonerFabriek(geslachtsnaam="Jansen"), afgeschermd=True)
    client.als(voordeur.kcc())
    eerst = client.post(URL, gegevens(zoeken="ja"))

    client.post(
        URL,
        gegevens(
            wie="nieuw",
            gezocht=eerst.context["gezocht"],
            nieuw_geslachtsnaam="Jansen",
            nieuw_voornamen="Anna",
        ),
    )

    assert "Geen inwoner gevonden" in eerst.content.decode()
    assert Inwoner.objects.count() == 1
    contact = Contactmoment.objects.get()
    assert (contact.inwoner, contact.te_koppelen_naam) == (None, "Anna Jansen")


@pytest.mark.parametrize(
    ("wie", "verwacht"),
    [("anoniem", (True, "")), ("koppelen", (False, "Jansen"))],
)
def test_zonder_gevonden_inwoner(client, wie, verwacht):
    client.als(voordeur.kcc()).post(URL, gegevens(wie=wie))

    contact = Contactmoment.objects.get()
    assert (contact.anoniem, contact.te_koppelen_naam) == verwacht


def test_wat_mist_krijgt_een_eigen_zin_en_alles_blijft_staan(client):
    antwoord = client.als(voordeur.kcc()).post(
        URL, gegevens(kanaal="", namens="ja", gevaar="", bereik="bellen", telefoon="", wie="")
    )

    tekst = antwoord.content.decode()
    assert VRAAG in tekst
    for zin in ("Vul in wie er belt", "Kies of er gevaar is", "Vul het telefoonnummer in", "Zoek de inwoner"):
        assert zin in tekst


def test_gevaar_is_vandaag(client):
    client.als(voordeur.kcc()).post(URL, gegevens(wie="koppelen", gevaar="ja"))

    assert Contactmoment.objects.get().terugbellen_op == VANDAAG


def test_over_een_lopende_zaak_krijgt_de_regisseur_de_taak():
    regisseur = MedewerkerFabriek()
    zaak = ZaakFabriek(regisseur=regisseur)

    contact = voordeur.contact(soort="bestaand", inwoner=zaak.dossier.inwoner)

    assert contact.zaak == zaak
    assert Taak.objects.get(contactmoment=contact).medewerker == regisseur


def test_over_iets_dat_loopt_zonder_te_weten_welke_zaak_gaat_naar_de_administratie():
    zaak = ZaakFabriek()
    ZaakFabriek(dossier=zaak.dossier)

    contact = voordeur.contact(soort="bestaand", inwoner=zaak.dossier.inwoner)

    assert contact.zaak is None
    assert Taak.objects.get(contactmoment=contact).rol == "administratie"


def test_ontvangen_op_kan_niet_in_de_toekomst():
    with pytest.raises(ValidationError):
        voordeur.contact(ontvangen_op=VANDAAG + datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("rol", "http", "aantal"),
    [
        (Rol.KCC, 302, 1),
        (Rol.ADMINISTRATIE, 302, 1),
        (Rol.CONSULENT, 403, 0),
        (Rol.FUNCTIONARIS_GEGEVENSBESCHERMING, 403, 0),
    ],
)
def test_contact_registreren_rechten(client, rol, http, aantal):
    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(URL, gegevens(wie="koppelen"))

    assert antwoord.status_code == http
    assert Contactmoment.objects.count() == aantal


def test_de_use_case_weigert_ook_zonder_scherm():
    with pytest.raises(PermissionDenied):
        contact_registreren(
            door=MedewerkerFabriek(rollen=[Rol.CONSULENT]).actor, vandaag=VANDAAG, nu=timezone.now(), kanaal="balie",
            soort="vraag", vraag="x", anoniem=True,
        )  # fmt: skip


def test_registreren_kost_hoogstens_vijftien_vragen(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen", telefoon="0612345678", bereik="bellen")
    client.als(voordeur.kcc())
    client.get(URL)

    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.post(URL, gegevens(wie=str(inwoner.pk)))

    assert antwoord.status_code == 302
    assert len(voordeur.zonder_transactie(vragen)) <= 15


def test_url_is_wat_het_menu_noemt():
    assert reverse("toegang:contact_registreren") == URL


def signaal(**anders):
    return gegevens(
        wie="koppelen", soort="signaal", namens="ja", namens_onbekend="on", namens_relatie="buurvrouw",
        inwoner_weet_ervan="nee", bereik="geen", telefoon="",
    ) | anders  # fmt: skip


def test_een_melder_die_geen_naam_geeft_wacht_niet_op_ons_en_laat_niets_achter_bij_de_inwoner(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen", telefoon="")
    client.als(voordeur.kcc())
    gezocht = client.post(URL, gegevens(zoeken="ja")).context["gezocht"]

    client.post(URL, signaal(wie=str(inwoner.pk), gezocht=gezocht, telefoon="0612345678", tolk="Pools"))

    contact = Contactmoment.objects.get()
    assert (contact.namens_naam, contact.inwoner_weet_ervan, contact.terugbellen_op) == (
        "Wil geen naam geven", False, None,
    )  # fmt: skip
    assert Inwoner.objects.get().history.count() == 1


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"inwoner_weet_ervan": ""}, "Kies of de inwoner weet van dit gesprek"),
        ({"namens": "nee"}, "Een signaal gaat over een ander"),
    ],
)
def test_bij_een_signaal_hoort_wat_de_inwoner_ervan_weet(client, velden, zin):
    antwoord = client.als(voordeur.kcc()).post(URL, signaal(**velden))

    assert zin in antwoord.content.decode()
    assert not Contactmoment.objects.exists()


def test_wensen_als_velden_worden_velden_van_de_inwoner(client):
    inwoner = InwonerFabriek(geslachtsnaam="Jansen")
    client.als(voordeur.kcc())
    gezocht = client.post(URL, gegevens(zoeken="ja")).context["gezocht"]

    client.post(URL, gegevens(
        wie=str(inwoner.pk), gezocht=gezocht, tolk="Pools", slechthorend="on", grote_letters="on", bereik="e_mail",
        e_mail="a.jansen@example.nl", terugbellen_op="7-12-2026", terugbellen_om="14.30",
    ))  # fmt: skip

    inwoner.refresh_from_db()
    contact = Contactmoment.objects.get()
    assert (inwoner.tolk, inwoner.slechthorend, inwoner.grote_letters, inwoner.bereik, inwoner.e_mail) == (
        "Pools", True, True, "e_mail", "a.jansen@example.nl",
    )  # fmt: skip
    assert (contact.terugbellen_op, contact.terugbellen_om) == (
        datetime.date(2026, 12, 7),
        datetime.time(14, 30),
    )


def test_een_wens_over_post_geldt_na_het_gesprek_en_geen_telefoontje_maakt_post_onveiliger(client):
    """Folded on the screen; on hold what waits; back when it was about another; only the inwoner himself says so."""
    from toegang.usecases.koppeling_herstellen import koppeling_herstellen
    from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen

    desk, ander = voordeur.administratie().actor, InwonerFabriek()
    inwoner = InwonerFabriek(geslachtsnaam="Jansen", veilig_contact_post="", e_mail="")
    brief = ontvangst_bevestigen(
        zaak_id=voordeur.zaak(inwoner=inwoner).pk, door=desk, vandaag=voordeur.VANDAAG
    )

    def doorzetten(**wensen):
        client.als(voordeur.kcc())
        zoek = client.post(URL, gegevens(zoeken="ja")).context["gezocht"]
        antwoord = client.post(URL, gegevens(wie=str(inwoner.pk), gezocht=zoek, **wensen))
        inwoner.refresh_from_db()
        return antwoord

    for fout, zin in (
        ({"post": "post per e-mail"}, "Vul het e-mailadres in"),
        ({"post": "post via"}, "Vul de naam van de vertegenwoordiger in"),
    ):
        assert zin in doorzetten(**fout).content.decode()
    assert not Contactmoment.objects.filter(hulp_nodig__contains="post").exists()

    assert doorzetten(post="post per e-mail", e_mail="a@example.nl").status_code == 302
    assert (inwoner.bereik, inwoner.e_mail) == ("e_mail", "a@example.nl")
    doorzetten(post="post op papier")
    assert inwoner.bereik == "bellen"  # he may still be called; a letter is the way now
    doorzetten(post="post via", post_via="Jan en Anna, de buren", namens="ja", namens_naam="Anna",
               post_veilig="niets sturen zonder overleg")  # fmt: skip
    assert inwoner.veilig_contact_post == ""
    assert "post via Jan Anna de buren" in Contactmoment.objects.order_by("-geregistreerd_om")[0].hulp_nodig

    doorzetten(post_veilig="post naar een ander adres")
    contact = Contactmoment.objects.order_by("-geregistreerd_om")[0]
    brief.refresh_from_db()
    assert inwoner.veilig_contact_post == "niets_sturen"
    assert "Stuur niets zonder overleg" in brief.fout
    assert inwoner.history.first().history_change_reason == "bereikbaarheid doorgegeven"
    pagina = client.als(voordeur.administratie()).get(f"/toegang/contact/{contact.pk}/").content.decode()
    assert "post naar een ander adres" in pagina

    koppeling_herstellen(
        contact_id=contact.pk, inwoner_id=ander.pk, reden="Andere Jansen", door=desk, vandaag=voordeur.VANDAAG,
        nu=timezone.now(),
    )  # fmt: skip
    inwoner.refresh_from_db()
    ander.refresh_from_db()
    assert (inwoner.veilig_contact_post, ander.veilig_contact_post) == ("", "niets_sturen")


RAAR = "Zij zei: 😀 مرحبا بكم \u202e omgekeerd"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"ontvangen_op": "31-2-2026"}, "Deze datum bestaat niet"),
        ({"ontvangen_op": "4-12-2026"}, "op of voor 3 december 2026"),
        ({"terugbellen_op": "2-12-2026"}, "op of na 3 december 2026"),
        ({"terugbellen_om": "25.00"}, "Deze tijd bestaat niet"),
        ({"terugbellen_om": "14.00"}, "Vul ook de dag in"),
        ({"zoek_geboren": "31-2-1948"}, "Deze datum bestaat niet"),
        ({"zoek_bsn": "123456789"}, "Dit BSN klopt niet"),
        ({"telefoon": "12"}, "Dit telefoonnummer klopt niet"),
        ({"bereik": "e_mail", "e_mail": "geen adres"}, "Dit e-mailadres klopt niet"),
        ({"bereik": "e_mail"}, "Vul het e-mailadres in"),
        ({"contactwens": "x" * 100_000}, "100.000 tekens lang"),
        ({"namens_naam": "a\x00b", "namens": "ja"}, "een teken dat wij niet kunnen bewaren"),
        ({"vraag_tekst": RAAR + "x" * 100_000}, "tekens lang. Hier passen 20.000 tekens in"),
        ({"post": "onzin"}, "Kies een van de mogelijkheden"),
        ({"soort": "onzin"}, "Kies een van de mogelijkheden"),
    ],
)
def test_wat_niet_kan_staat_bij_het_veld_en_wat_er_stond_blijft(client, velden, zin):
    antwoord = client.als(voordeur.kcc()).post(URL, gegevens(wie="koppelen", vraag_tekst=RAAR) | velden)

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in tekst
    assert RAAR in tekst
    assert not Contactmoment.objects.exists()


def test_emoji_en_rechts_naar_links_worden_bewaard_zoals_ze_zijn(client):
    client.als(voordeur.kcc()).post(URL, gegevens(wie="koppelen", vraag_tekst=RAAR))

    assert Contactmoment.objects.get().vraag == RAAR


def test_een_postcode_van_elders_blijft_met_een_zin(client):
    client.als(voordeur.kcc())
    velden = gegevens(zoek_postcode="6041 AB", zoek_huisnummer="3")

    gezocht = client.post(URL, velden | {"zoeken": "ja"})
    daarna = client.post(
        URL, velden | {"wie": "nieuw", "gezocht": gezocht.context["gezocht"], "nieuw_geslachtsnaam": "Peters"},
        follow=True,
    )  # fmt: skip

    assert "6041 AB ligt in een andere gemeente" in gezocht.content.decode()
    assert "6041 AB ligt in een andere gemeente" in daarna.content.decode()
    assert Inwoner.objects.get().postcode == "6041AB"


@pytest.mark.parametrize("soort", ["vraag", "signaal", "klacht", "bezwaar", "bestaand"])
def test_elke_soort_kost_hoogstens_vijftien_vragen(client, soort):
    """With a number and a wish that are new to us, also about what runs (its zaak, its timeline)."""
    inwoner = InwonerFabriek(geslachtsnaam="Jansen", telefoon="", veilig_contact="")
    ZaakFabriek(dossier__inwoner=inwoner, regisseur=MedewerkerFabriek())
    client.als(voordeur.kcc())
    namens = (
        {"namens": "ja", "namens_naam": "M. Jansen", "inwoner_weet_ervan": "ja"} if soort == "signaal" else {}
    )
    velden = gegevens(soort=soort, contactwens="niet na 18.00 uur", **namens)
    gezocht = client.post(URL, velden | {"zoeken": "ja"}).context["gezocht"]

    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.post(URL, velden | {"wie": str(inwoner.pk), "gezocht": gezocht})

    assert antwoord.status_code == 302
    assert len(voordeur.zonder_transactie(vragen)) <= 15, "\n".join(
        v[:120] for v in voordeur.zonder_transactie(vragen)
    )
