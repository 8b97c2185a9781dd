"""A question by the website: no account, no tracking, nothing told about who is known, and no machine gets in."""

import datetime
import re
import uuid

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.klant import Klant
from tests.toegang import verwijzers as v
from toegang.models import Actor, Contactmoment, Inwoner, Inzage, Inzending, Taak, Teller
from toegang.rechten import Rol
from toegang.usecases.inzending_begrenzen import netwerk, tellers_opruimen

pytestmark = pytest.mark.django_db
NU = timezone.make_aware(datetime.datetime(2026, 12, 3, 10, 42))
URL = "/openbaar/vraag/"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=True):
        yield


@pytest.fixture
def gast():
    return Klant()


def test_een_vraag_wordt_een_contact_voor_de_administratie(gast):
    antwoord = gast.post(URL, v.vraag(postcode="5921 AB"), follow=True)

    contact = Contactmoment.objects.get()
    assert (contact.kanaal, contact.soort, contact.te_koppelen_naam) == ("website", "vraag", "Marie Peeters")
    assert (contact.inwoner, contact.telefoon, contact.bereik) == (None, "0612345678", "bellen")
    assert contact in Contactmoment.objects.te_koppelen()
    assert contact.inzending.postcode == "5921AB"
    assert Taak.objects.get().rol == Rol.ADMINISTRATIE
    tekst = antwoord.content.decode()
    assert contact.inzending.kenmerk in tekst
    assert "uiterlijk dinsdag 8 december 2026" in tekst
    assert "112" in tekst
    assert "Peeters" not in tekst
    assert mail.outbox == []


def test_voor_iemand_anders_gaat_het_contact_over_die_ander(gast):
    gast.post(URL, v.vraag(voor_ander="ja", voor_naam="Truus Peeters", voor_relatie="dochter"))

    contact = Contactmoment.objects.get()
    assert (contact.te_koppelen_naam, contact.namens_naam, contact.namens_relatie) == (
        "Truus Peeters", "Marie Peeters", "dochter",
    )  # fmt: skip


def test_het_nummer_van_wie_voor_een_ander_schrijft_wordt_niet_van_die_ander(gast, client):
    """Linking takes over what the person said of himself; this number is the daughter's."""
    gast.post(URL, v.vraag(voor_ander="ja", voor_naam="Truus Peeters", voor_relatie="dochter"))
    truus = InwonerFabriek(telefoon="")
    from toegang.usecases.contact_koppelen import contact_koppelen

    contact_koppelen(
        contact_id=Contactmoment.objects.get().pk, inwoner_id=truus.pk, door=Actor.objects.systeem()
    )

    truus.refresh_from_db()
    assert truus.telefoon == ""


def test_mailen_vraagt_een_adres_en_geen_nummer(gast):
    assert gast.post(URL, v.vraag(bereik="e_mail", telefoon="", e_mail="m@voorbeeld.nl")).status_code == 302
    assert Contactmoment.objects.get().e_mail == "m@voorbeeld.nl"


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"vraag": ""}, "vraag", "Schrijf op wat uw vraag is"),
        ({"vraag": "x" * 100_000}, "vraag", "Hier passen 4.000 tekens in"),
        ({"naam": ""}, "naam", "Vul uw naam in"),
        ({"bereik": ""}, "bereik", "Kies hoe wij u mogen antwoorden"),
        ({"telefoon": ""}, "telefoon", "Vul het nummer in waarop wij u kunnen bellen"),
        ({"telefoon": "bel maar"}, "telefoon", "Dit telefoonnummer klopt niet"),
        ({"bereik": "e_mail"}, "e_mail", "Vul het e-mailadres in"),
        ({"bereik": "e_mail", "e_mail": "marie"}, "e_mail", "Dit e-mailadres klopt niet"),
        ({"voor_ander": ""}, "voor_ander", "Kies een antwoord"),
        ({"voor_ander": "ja"}, "voor_naam", "Vul de naam van die persoon in"),
        ({"voor_ander": "ja", "voor_naam": "T."}, "voor_relatie", "Schrijf op wie u bent"),
        ({"postcode": "12"}, "postcode", "Deze postcode klopt niet"),
        ({"homepage": "http://spam"}, "homepage", "Laat dit veld leeg"),
        ({"begonnen": ""}, "__all__", "stond lang open"),
    ],
)
def test_wat_niet_klopt_krijgt_een_zin_en_de_tekst_blijft(gast, anders, veld, zin):
    antwoord = gast.post(URL, v.vraag(**anders))

    assert antwoord.status_code == 200
    assert zin in " ".join(antwoord.context["formulier"].errors[veld])
    if "vraag" not in anders:
        assert "Mijn moeder kan niet meer" in antwoord.content.decode()
    assert not Contactmoment.objects.exists()


def test_een_computer_die_meteen_verstuurt_komt_er_niet_in_een_mens_daarna_wel(gast):
    begin = gast.get(URL).context["formulier"]["begonnen"].value()

    snel = gast.post(URL, v.vraag(begonnen=begin))
    assert "Dat ging wel heel snel" in snel.content.decode()
    with time_machine.travel(NU + datetime.timedelta(seconds=10)):
        assert gast.post(URL, v.vraag(begonnen=begin)).status_code == 302


def test_per_afzender_en_in_totaal_is_er_een_grens(settings):
    settings.INZENDINGEN = {"per_link": 9, "per_afzender": 2, "samen": 3}

    def van(adres):
        return Klant(REMOTE_ADDR=adres).post(URL, v.vraag()).status_code

    assert [van("192.0.2.1"), van("192.0.2.1"), van("192.0.2.1")] == [302, 302, 429]
    assert [van("2001:db8::1"), van("192.0.2.9")] == [302, 429]
    assert Contactmoment.objects.count() == 3


def test_van_de_afzender_blijft_niets_over(settings):
    Klant(REMOTE_ADDR="192.0.2.77").post(URL, v.vraag())

    tellers = list(Teller.objects.values_list("sleutel", "aantal", "vervalt_om"))
    assert len(tellers) == 2
    assert all(re.fullmatch("[0-9a-f]{64}", sleutel) for sleutel, _, _ in tellers)
    assert all(om - NU <= datetime.timedelta(hours=1) for _, _, om in tellers)
    assert "192.0.2.77" not in str(tellers)
    assert "192.0.2.77" not in str(list(Inzending.history.values()) + list(Contactmoment.history.values()))
    systeem = Actor.objects.systeem()
    assert tellers_opruimen(door=systeem, nu=NU) == 0
    assert tellers_opruimen(door=systeem, nu=NU + datetime.timedelta(hours=1)) == 2


def test_elk_uur_een_andere_sleutel():
    Klant(REMOTE_ADDR="192.0.2.77").post(URL, v.vraag())
    eerste = set(Teller.objects.values_list("sleutel", flat=True))
    with time_machine.travel(NU + datetime.timedelta(hours=1)):
        Klant(REMOTE_ADDR="192.0.2.77").post(URL, v.vraag())

    assert not eerste & set(Teller.objects.values_list("sleutel", flat=True))


@pytest.mark.parametrize(
    ("adres", "als"),
    [("192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
     ("geen adres", ""), ("", "")],
)  # fmt: skip
def test_wat_als_een_afzender_telt(adres, als):
    assert netwerk(adres) == als


def test_twee_keer_klikken_is_een_vraag(gast):
    sleutel = uuid.uuid4()
    plekken = {gast.post(URL, v.vraag(), sleutel=sleutel)["Location"] for _ in range(3)}

    assert len(plekken) == 1
    assert Contactmoment.objects.count() == 1


def test_bekend_of_onbekend_is_hetzelfde_antwoord(gast):
    InwonerFabriek(voornamen="Marie", geslachtsnaam="Peeters", telefoon="0612345678")
    bladen = []
    for naam, telefoon in (("Marie Peeters", "06-12345678"), ("Niemand Onbekend", "06-87654321")):
        tekst = gast.post(URL, v.vraag(naam=naam, telefoon=telefoon), follow=True).content.decode()
        bladen.append(re.sub("[2-9A-Z]{4}-[2-9A-Z]{4}", "", tekst))

    assert bladen[0] == bladen[1]
    assert Inwoner.objects.count() == 1


def test_geen_sessie_geen_leeslog_geen_vreemde_adressen(gast):
    antwoord = gast.get(URL)
    tekst = antwoord.content.decode()

    assert set(antwoord.cookies) == {"csrftoken"}
    assert not Inzage.objects.exists()
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', tekst)
    assert "Is er nu gevaar? Bel 112." in tekst
    assert "no-store" in antwoord["Cache-Control"]


def test_een_medewerker_die_de_openbare_pagina_opent_verandert_niets(client):
    client.als(MedewerkerFabriek(rollen=[Rol.KCC]))

    assert client.get(URL).status_code == 200
    assert client.post(URL, v.vraag()).status_code == 302
    assert Contactmoment.objects.get().geregistreerd_door == Actor.objects.systeem()


@pytest.mark.parametrize("bewijs", ["x", "e30:abc:def", "7K4Q-92TM"])
def test_een_bewijs_dat_niet_van_ons_is(gast, bewijs):
    assert gast.get(reverse("openbaar:vraag_ontvangen", args=[bewijs])).status_code == 404
