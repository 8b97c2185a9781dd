"""A referral by a signed link: what comes of it, what it never tells, and what is refused with a sentence."""

import datetime
import logging
import re
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.conf import settings as instellingen
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from tests import bestanden as b
from tests.clamd import EICAR, clamd
from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.klant import Klant
from tests.toegang import verwijzers as v
from toegang.formulier import BESTAND_OPNIEUW
from toegang.logregels import bsn_maskeren
from toegang.models import (
    Actor,
    Contactmoment,
    Document,
    Formuliersleutel,
    Inwoner,
    Inzage,
    Inzending,
    Taak,
    Teller,
)
from toegang.rechten import Rol
from toegang.spamwering import LANG, LEEG, SNEL
from toegang.usecases.bestand_ontvangen import VIRUS
from toegang.usecases.verwijslink_maken import verwijslink_intrekken
from toegang.views.openbaar import ZOUT_BEWIJS
from toegang.voorbereid import schrijft_in
from wijkteams.models import Gebied, VasteContactpersoon
from wijkteams.usecases.contactpersoon_vastleggen import contactpersoon_vastleggen

pytestmark = pytest.mark.django_db
NU = timezone.make_aware(datetime.datetime(2026, 12, 3, 10, 42))
BSN = "999990019"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=True):
        yield


@pytest.fixture
def gast():
    """Somebody without account."""
    return Klant()


def sturen(gast, adres, **anders):
    return gast.post(adres, v.verwijzing(**anders))


def test_een_verwijzing_wordt_een_contact_dat_niemand_heeft_gekoppeld(gast):
    InwonerFabriek(
        geslachtsnaam="Jansen", voornamen="Anna", geboren="19480403"
    )  # it exists, and stays untouched
    link, adres = v.link()

    antwoord = sturen(gast, adres, bsn=BSN)

    assert antwoord.status_code == 302
    contact = Contactmoment.objects.get()
    assert (contact.kanaal, contact.soort, contact.organisatie) == ("huisarts", "melding", link.organisatie)
    assert (contact.inwoner, contact.anoniem, contact.te_koppelen_naam) == (None, False, "Anna Jansen")
    assert (contact.namens_naam, contact.namens_relatie) == (
        "P. Hermans",
        "huisarts, Huisartsenpraktijk De Maas",
    )
    assert (contact.inwoner_weet_ervan, contact.gevaar, contact.telefoon) == (True, False, "0612345678")
    assert contact.ontvangen_op == v.VANDAAG
    assert contact.geregistreerd_door == Actor.objects.systeem()
    inzending = contact.inzending
    assert (inzending.geboren, inzending.postcode, inzending.afzender_telefoon) == (
        "19480403",
        "5921AB",
        "0773200000",
    )
    assert inzending.bsn == BSN
    assert BSN.encode() not in bytes(inzending.bsn_versleuteld)
    assert inzending.verwijslink == link
    assert contact in Contactmoment.objects.te_koppelen()
    assert contact.history.get().history_user == Actor.objects.systeem()
    assert Inwoner.objects.count() == 1


@pytest.mark.parametrize(
    ("soort", "weet_ervan", "kanaal", "contactsoort"),
    [("huisarts", "ja", "huisarts", "melding"), ("school", "nee", "vindplaats", "signaal"),
     ("corporatie", "ja", "vindplaats", "melding")],
)  # fmt: skip
def test_wie_het_niet_weet_is_een_signaal(gast, soort, weet_ervan, kanaal, contactsoort):
    _, adres = v.link(v.organisatie(soort=soort))

    sturen(gast, adres, weet_ervan=weet_ervan, weet_niet_omdat="Het gezin is bang voor de gemeente.")

    contact = Contactmoment.objects.get()
    assert (contact.kanaal, contact.soort) == (kanaal, contactsoort)
    assert contact.inzending.weet_niet_omdat == (
        "" if weet_ervan == "ja" else "Het gezin is bang voor de gemeente."
    )


def test_haast_is_gevaar_en_vandaag_en_zegt_bel_ons(gast):
    _, adres = v.link()

    antwoord = gast.post(adres, v.verwijzing(haast="ja"), follow=True)

    contact = Contactmoment.objects.get()
    assert (contact.gevaar, contact.terugbellen_op) == (True, v.VANDAAG)
    tekst = antwoord.content.decode()
    assert "Bel ons daarom ook nu meteen" in tekst
    assert "112" in tekst


def test_de_bevestiging_noemt_een_kenmerk_en_een_dag_en_niemand(gast):
    _, adres = v.link()

    antwoord = gast.post(adres, v.verwijzing(), follow=True)

    tekst = antwoord.content.decode()
    assert Inzending.objects.get().kenmerk in tekst
    assert "uiterlijk dinsdag 8 december 2026" in tekst
    for geheim in ("Jansen", "Kerkstraat", "1948", "0612345678", "val het huishouden"):
        assert geheim not in tekst
        assert geheim not in antwoord.redirect_chain[0][0]


def test_een_vervalst_bewijs_is_een_404(gast):
    assert gast.get(reverse("openbaar:verwijzing_ontvangen", args=["7K4Q-92TM"])).status_code == 404
    assert ZOUT_BEWIJS


def test_een_andere_gemeente_wordt_aangenomen_met_een_zin(gast):
    _, adres = v.link()
    Gebied(postcode4="5921", wijkteam=WijkteamFabriek()).save()

    eigen = gast.post(adres, v.verwijzing(), follow=True).content.decode()
    anders = gast.post(adres, v.verwijzing(postcode="1011 AB"), follow=True).content.decode()

    assert "andere gemeente" not in eigen
    assert "De postcode hoort bij een andere gemeente" in anders
    assert Inzending.objects.count() == 2


# --- to whom ---------------------------------------------------------------------------------------------------


def contactpersoon(organisatie, team=None, medewerker=None):
    team = team or WijkteamFabriek()
    medewerker = medewerker or MedewerkerFabriek(team=team)
    contactpersoon_vastleggen(
        organisatie_id=organisatie.pk, wijkteam_id=team.pk, medewerker_id=medewerker.pk,
        door=Actor.objects.systeem(), vandaag=v.VANDAAG,
    )  # fmt: skip
    return medewerker


def test_zonder_contactpersoon_is_het_werk_van_de_administratie(gast):
    _, adres = v.link()

    sturen(gast, adres)

    taak = Taak.objects.get()
    assert (taak.rol, taak.medewerker) == (Rol.ADMINISTRATIE, None)


def test_met_een_vaste_contactpersoon_is_het_diens_taak(gast, client):
    link, adres = v.link()
    fatma = contactpersoon(link.organisatie)

    sturen(gast, adres, bestanden=[b.upload()])

    taak = Taak.objects.get(sleutel__startswith="verwijzing:")
    assert (taak.rol, taak.medewerker) == ("", fatma)
    assert "Jansen" not in taak.titel
    contact, document = Contactmoment.objects.get(), Document.objects.get()
    for collega, verwacht in ((fatma, 200), (MedewerkerFabriek(team=WijkteamFabriek()), 404)):
        assert client.als(collega).get(reverse("toegang:contact", args=[contact.pk])).status_code == verwacht
        assert (
            client.als(collega).get(reverse("toegang:document", args=[document.pk])).status_code == verwacht
        )


@pytest.mark.parametrize("waarom", ["niet meer actief", "uit het team", "alleen het team"])
def test_wie_er_niet_meer_werkt_krijgt_niets(gast, waarom):
    link, adres = v.link()
    team = WijkteamFabriek()
    mens = contactpersoon(link.organisatie, team)
    vast = VasteContactpersoon.objects.get()
    if waarom == "niet meer actief":
        mens.is_active = False
        mens.save()
    else:
        vast.medewerker = None if waarom == "alleen het team" else MedewerkerFabriek(team=WijkteamFabriek())
        vast.bewaren(door=Actor.objects.systeem(), reden="test")

    sturen(gast, adres)

    assert Taak.objects.get().rol == Rol.ADMINISTRATIE


def test_de_contactpersoon_van_een_afgeschermd_dossier_leest_na_het_koppelen_niet_verder(gast, client):
    link, adres = v.link()
    fatma = contactpersoon(link.organisatie)
    sturen(gast, adres)
    contact = Contactmoment.objects.get()
    contact.inwoner = DossierFabriek(afgeschermd=True).inwoner
    contact.bewaren(door=Actor.objects.systeem(), reden="test")

    assert client.als(fatma).get(reverse("toegang:contact", args=[contact.pk])).status_code == 404


# --- the link --------------------------------------------------------------------------------------------------


def _dicht(soort):
    """An address that opens nothing."""
    link, adres = v.link()
    systeem = Actor.objects.systeem()
    if soort == "ingetrokken":
        verwijslink_intrekken(link_id=link.pk, door=systeem, vandaag=v.VANDAAG)
    elif soort == "verlopen":
        link.gemaakt_op, link.geldig_tot = v.VANDAAG - v.JAAR, v.VANDAAG - datetime.timedelta(days=1)
        link.bewaren(door=systeem, reden="test")
    elif soort == "organisatie uit":
        link.organisatie.actief = False
        link.organisatie.bewaren(door=systeem, reden="test")
    elif soort == "vervalst":
        adres = adres[:-3] + ("A" if adres[-3] != "A" else "B") + adres[-2:]
    elif soort == "onzin":
        adres = reverse("openbaar:verwijzen", args=["geen-link"])
    elif soort == "andere handtekening":
        from django.core import signing

        adres = reverse("openbaar:verwijzen", args=[signing.dumps(link.pk.hex, salt="iets anders")])
    elif soort == "nooit gemaakt":
        from toegang.verwijslinks import token_van

        link.pk = uuid.uuid4()
        adres = reverse("openbaar:verwijzen", args=[token_van(link)])
    return adres


DICHT = (
    "ingetrokken",
    "verlopen",
    "organisatie uit",
    "vervalst",
    "onzin",
    "andere handtekening",
    "nooit gemaakt",
)


def test_elke_link_die_niet_werkt_geeft_dezelfde_pagina(gast):
    antwoorden = []
    for nummer, soort in enumerate(DICHT):
        with time_machine.travel(NU, tick=False):
            organisaties = [v.organisatie(f"Praktijk {nummer}")]
            assert organisaties
            from tests.toegang import verwijzers

            eerder, verwijzers.organisatie = verwijzers.organisatie, lambda o=organisaties[0], **k: o
            try:
                adres = _dicht(soort)
            finally:
                verwijzers.organisatie = eerder
        for antwoord in (gast.get(adres), gast.post(adres, v.verwijzing())):
            antwoorden.append((antwoord.status_code, antwoord.content))

    assert {status for status, _ in antwoorden} == {404}
    assert len({inhoud for _, inhoud in antwoorden}) == 1
    assert "Bel ons op" in antwoorden[0][1].decode()
    assert not Contactmoment.objects.exists()


def test_op_de_laatste_dag_werkt_de_link_nog(gast):
    _, adres = v.link(geldig_tot=v.VANDAAG)

    assert gast.get(adres).status_code == 200


def test_het_adres_staat_nergens_bewaard_en_niet_in_het_logboek():
    link, adres = v.link()
    token = adres.split("/")[-2]
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(l)::text FROM toegang_verwijslink l")
        assert token not in cursor.fetchone()[0]
    regel = bsn_maskeren(
        logging.getLogger(), "info", {"event": f"Not Found: {adres}", "request": f"GET {adres}"}
    )

    assert token not in str(regel)
    assert link.pk.hex not in adres


# --- once, and not without end ---------------------------------------------------------------------------------


def test_twee_keer_klikken_is_een_verwijzing(gast):
    _, adres = v.link()
    sleutel = uuid.uuid4()

    eerste = gast.post(adres, v.verwijzing(), sleutel=sleutel)
    tweede = gast.post(adres, v.verwijzing(), sleutel=sleutel)

    assert eerste["Location"] == tweede["Location"]
    assert Contactmoment.objects.count() == 1
    assert Formuliersleutel.objects.get().actor == Actor.objects.systeem()


@pytest.mark.django_db(transaction=True)
def test_twintig_gelijke_verwijzingen_tegelijk_zijn_er_een():
    _, adres = v.link()
    Actor.objects.systeem()
    sleutel, gegevens = uuid.uuid4(), v.verwijzing()

    def sturen_(_):
        try:
            return Klant().post(adres, gegevens, sleutel=sleutel)["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as draden:
        plekken = set(draden.map(sturen_, range(20)))

    assert len(plekken) == 1
    assert Contactmoment.objects.count() == 1


def test_zonder_csrf_komt_niets_binnen():
    _, adres = v.link()
    streng = Client(enforce_csrf_checks=True)

    antwoord = streng.post(adres, v.verwijzing(formuliersleutel=str(uuid.uuid4())))

    assert antwoord.status_code == 403
    assert not Contactmoment.objects.exists()


def test_een_link_heeft_een_grens_per_uur_en_wat_getypt_is_blijft_staan(gast, settings):
    settings.INZENDINGEN = {**settings.INZENDINGEN, "per_link": 2}
    _, adres = v.link()
    _, ander = v.link(v.organisatie("Basisschool De Brug", "school"))
    sturen(gast, adres)
    sturen(gast, adres)

    geweigerd = sturen(gast, adres)

    assert geweigerd.status_code == 429
    assert "te veel formulieren verstuurd. Bel ons" in geweigerd.content.decode()
    assert "Mevrouw kan na haar val" in geweigerd.content.decode()
    assert Contactmoment.objects.count() == 2
    assert sturen(gast, ander).status_code == 302  # its own limit
    with time_machine.travel(NU + datetime.timedelta(hours=1)):
        assert sturen(gast, adres, begonnen=v.begonnen()).status_code == 302
        assert Teller.objects.count() == 1  # the hour before is forgotten


# --- bad input -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"geboren": "31-2-1948"}, "geboren", "bestaat niet"),
        ({"geboren": "3-4-2048"}, "geboren", "op of voor vandaag"),
        ({"bsn": "999990018"}, "bsn", "Dit BSN klopt niet. Controleer de cijfers"),
        ({"postcode": "59211"}, "postcode", "Deze postcode klopt niet"),
        ({"telefoon": "123"}, "telefoon", "Dit telefoonnummer klopt niet"),
        ({"afzender_telefoon": ""}, "afzender_telefoon", "Vul het nummer in waarop wij u kunnen bellen"),
        ({"naam": ""}, "naam", "Vul de naam in van wie u verwijst"),
        ({"vraag": "x" * 100_000}, "vraag", "Deze tekst is 100.000 tekens lang. Hier passen 4.000 tekens in"),
        ({"vraag": "nul\x00teken"}, "vraag", "teken dat wij niet kunnen bewaren"),
        ({"weet_ervan": "nee"}, "weet_niet_omdat", "Schrijf op waarom deze persoon het niet weet"),
        ({"haast": ""}, "haast", "Kies een antwoord bij 'Is er haast bij?'"),
        ({"postcode": "", "straat": "", "telefoon": ""}, "postcode", "Vul een adres of een telefoonnummer in"),
        ({"homepage": "https://koop.nu"}, "homepage", LEEG),
        ({"begonnen": None, "snel": True}, "__all__", SNEL),
        ({"begonnen": "onzin"}, "__all__", LANG),
        ({"begonnen": None, "traag": True}, "__all__", LANG),
    ],
)  # fmt: skip
def test_wat_niet_klopt_krijgt_een_zin_en_alles_blijft_staan(gast, anders, veld, zin):
    _, adres = v.link()
    if anders.pop("snel", False):
        anders["begonnen"] = v.begonnen(1)
    if anders.pop("traag", False):
        anders["begonnen"] = v.begonnen(25 * 3600)

    antwoord = sturen(gast, adres, **anders)

    formulier = antwoord.context["formulier"]
    assert antwoord.status_code == 200
    assert zin in " ".join(formulier.errors[veld])
    assert "P. Hermans" in antwoord.content.decode()
    assert not Contactmoment.objects.exists()
    if veld != "__all__":
        assert f"id_{veld}" in antwoord.content.decode()


def test_wie_te_lang_wachtte_krijgt_een_nieuw_stempel(gast):
    _, adres = v.link()
    antwoord = sturen(gast, adres, begonnen=v.begonnen(25 * 3600))
    nieuw = antwoord.context["formulier"]["begonnen"].value()

    with time_machine.travel(NU + datetime.timedelta(seconds=30)):
        assert sturen(gast, adres, begonnen=nieuw).status_code == 302


@pytest.mark.parametrize("naam", ["محمد العربي", "Zoë 😀 van 't Hof", "‮omgekeerd", "X" * 60])
def test_elke_naam_past(gast, client, naam):
    _, adres = v.link()

    assert sturen(gast, adres, naam=naam).status_code == 302
    contact = Contactmoment.objects.get()
    assert contact.te_koppelen_naam == naam
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    assert (
        escape(naam)
        in client.als(administratie).get(reverse("toegang:contact", args=[contact.pk])).content.decode()
    )


def test_een_bestand_dat_liegt_houdt_de_tekst_vast(gast):
    _, adres = v.link()

    antwoord = sturen(gast, adres, bestanden=[b.upload(b.png(), "brief.pdf")])

    assert "maar het is een afbeelding (PNG)" in antwoord.context["formulier"].errors["bestanden"][0]
    assert "Mevrouw kan na haar val" in antwoord.content.decode()
    assert not Document.objects.exists()


def test_klopt_een_ander_veld_niet_dan_staat_er_dat_het_bestand_opnieuw_moet(gast):
    _, adres = v.link()

    antwoord = sturen(gast, adres, naam="", bestanden=[b.upload()])

    assert antwoord.context["formulier"].errors["bestanden"] == [BESTAND_OPNIEUW]


def test_een_te_groot_bestand_houdt_de_tekst_vast(gast):
    _, adres = v.link()

    antwoord = sturen(gast, adres, bestanden=[b.upload(b.PDF + b"\0" * 11_000_000)])

    assert "Kies een bestand van 10 MB of kleiner" in antwoord.context["formulier"].errors["bestanden"][0]
    assert "Mevrouw kan na haar val" in antwoord.content.decode()


def test_een_virus_in_het_tweede_bestand_laat_niets_achter(gast, settings):
    import os

    _, adres = v.link()
    with clamd() as server:
        settings.CLAMAV = {"url": server.url, "seconden": 2}
        antwoord = sturen(
            gast, adres, bestanden=[b.upload(), b.upload(b.PDF + EICAR + b"\n%%EOF", "tweede.pdf")]
        )

    assert antwoord.context["formulier"].errors["bestanden"] == [VIRUS]
    assert not Contactmoment.objects.exists()
    assert not Document.objects.exists()
    assert [n for _, _, namen in os.walk(default_storage.base_location) for n in namen] == []


def test_is_de_scanner_weg_dan_komt_de_verwijzing_wel_binnen(gast, settings):
    settings.CLAMAV = {"url": "tcp://127.0.0.1:1", "seconden": 0.3}
    _, adres = v.link()

    assert sturen(gast, adres, bestanden=[b.upload()]).status_code == 302
    assert Document.objects.get().in_quarantaine


# --- it leaks nothing ------------------------------------------------------------------------------------------


def _gelijk(antwoord) -> str:
    """The body without what is new on every page."""
    tekst = re.sub(
        r'name="(csrfmiddlewaretoken|formuliersleutel|begonnen)" value="[^"]*"', "", antwoord.content.decode()
    )
    return re.sub(r"[2-9A-Z]{4}-[2-9A-Z]{4}|value=\"[\w:.-]{40,}\"", "", tekst)


def test_bekend_of_onbekend_is_hetzelfde_antwoord(gast):
    """A person we know, with a shielded dossier, and one we do not: the same bodies, the same statements."""
    from django.test.utils import CaptureQueriesContext

    _, adres = v.link()
    bekend = InwonerFabriek(voornamen="Anna", geslachtsnaam="Jansen", geboren="19480403", bsn=BSN)
    DossierFabriek(inwoner=bekend, afgeschermd=True)
    sturen(gast, adres)  # warm
    gezien = {}
    for naam, bsn in (("Anna Jansen", BSN), ("Piet Onbekend", "999990020")):
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            antwoord = gast.post(adres, v.verwijzing(naam=naam, bsn=bsn), follow=True)
        fout = gast.post(adres, v.verwijzing(naam=naam, bsn=bsn, vraag=""))
        zonder_naam = _gelijk(fout).replace(naam, "").replace(bsn, "")
        gezien[naam] = (_gelijk(antwoord), zonder_naam, len(vragen))

    eerste, tweede = gezien.values()
    assert eerste == tweede
    assert not any("toegang_inwoner" in q["sql"] for q in vragen.captured_queries)


def test_er_is_geen_sessie_geen_volgkoekje_en_geen_leeslog(gast):
    _, adres = v.link()

    antwoord = gast.get(adres)
    gast.post(adres, v.verwijzing())

    assert set(antwoord.cookies) == {instellingen.CSRF_COOKIE_NAME}
    assert instellingen.SESSION_COOKIE_NAME not in gast.cookies
    assert "no-store" in antwoord["Cache-Control"]
    assert "noindex" in antwoord.content.decode()
    assert not Inzage.objects.exists()  # nobody looked at anything


def test_een_bezoek_schrijft_niets(gast):
    from django.test.utils import CaptureQueriesContext

    _, adres = v.link()

    with CaptureQueriesContext(connection) as vragen:
        gast.get(adres)

    assert len([q for q in vragen if q["sql"].startswith("SELECT")]) == 1
    assert not [q for q in vragen if schrijft_in(q["sql"])]
