"""Tafelstand: what the inwoner beside you must not see is not in the page; on until somebody switches it off."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from tests.fabrieken import InwonerFabriek
from tests.wijkteams.aan_tafel import tafelstand
from tests.wijkteams.opstellingen import hulpvraag_afgewogen, om, wie_is, zaak_in_onderzoek, zaak_met_gesprek
from toegang.models import Inzage, Relatie
from toegang.tafelstand import Stand, Tafel, aanzetten, stand_van, uitzetten
from wijkteams.models import Gespreksdeel, Hulpvraag, Onderzoek
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.trede_vastleggen import trede_vastleggen

VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
GEHEIM = ("GEHEIME NOTITIE", "GEHEIM ALARM", "GEHEIME BUUR", "GEHEIM HUISGENOOT", "GEHEIM TELEFOON")


@pytest.mark.parametrize(
    ("sessie", "tafel", "zaak", "stand"),
    [
        ({}, Tafel.DICHT, "a", Stand.UIT),
        ({}, Tafel.MAG, "a", Stand.UIT),
        ({}, Tafel.VANZELF, "a", Stand.AAN),
        ({"zaak": "a", "aan": True}, Tafel.DICHT, "a", Stand.DICHT),
        ({"zaak": "a", "aan": True}, Tafel.MAG, "a", Stand.AAN),
        ({"zaak": "a", "aan": True}, Tafel.MAG, "b", Stand.DICHT),
        ({"zaak": "a", "aan": True}, Tafel.VANZELF, "b", Stand.DICHT),
        ({"zaak": "a", "aan": False}, Tafel.VANZELF, "a", Stand.UIT),
        ({"zaak": "a", "aan": False}, Tafel.VANZELF, "b", Stand.AAN),
        ({"zaak": "a", "aan": False}, Tafel.DICHT, "b", Stand.UIT),
    ],
)
def test_hoe_een_scherm_zich_toont(sessie, tafel, zaak, stand):
    assert stand_van({"tafelstand": sessie} if sessie else {}, tafel, zaak) is stand


def test_aan_blijft_tot_uit():
    sessie: dict = {}

    aanzetten(sessie, "a")
    assert stand_van(sessie, Tafel.DICHT, None) is Stand.DICHT
    uitzetten(sessie, "a")
    assert stand_van(sessie, Tafel.DICHT, None) is Stand.UIT


def zaak_met_geheimen():
    """All that must not be seen, on one zaak; and somebody else in the house with a zaak of his own."""
    inwoner = InwonerFabriek(
        let_op_bij_bezoek="GEHEIM ALARM", veilig_contact="GEHEIM TELEFOON", telefoon="0612345678", geheim=7
    )
    zaak = zaak_met_gesprek(inwoner=inwoner)
    door = zaak.regisseur.actor
    o = Onderzoek.objects.get(zaak=zaak)
    gesprek_vastleggen(
        zaak_id=zaak.pk, door=door, vandaag=VANDAAG, behoeften=o.behoeften, werknotitie="GEHEIME NOTITIE",
        delen={"veiligheid": {"wat_lukt": "", "wat_lukt_niet": "GEHEIM ALARM", "wie_helpt": ""}},
    )  # fmt: skip
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    trede_vastleggen(
        hulpvraag_id=hulpvraag.pk, trede=1, door=door, onderzocht="ja", wat_is_er="Kookt zelf", lost_op="niet",
        notitie="GEHEIME NOTITIE",
    )  # fmt: skip
    hulpvraag_toevoegen(zaak_id=zaak.pk, door=door, leefgebied="veiligheid", omschrijving="GEHEIM ALARM")
    ander = InwonerFabriek(geslachtsnaam="GEHEIME BUUR")
    zaak_in_onderzoek(regisseur=zaak.regisseur, inwoner=ander)
    Relatie(inwoner=inwoner, soort="kind", naam="GEHEIM HUISGENOOT").bewaren(door=door, reden="test")
    return zaak, hulpvraag


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_wat_verborgen_is_staat_niet_in_de_pagina(client):
    zaak, hulpvraag = zaak_met_geheimen()
    client.als(zaak.regisseur)
    afweging = reverse("wijkteams:afweging", args=[zaak.pk])
    schermen = [
        reverse(f"wijkteams:{naam}", args=[zaak.pk]) for naam in ("gesprek", "zrm", "foto", "huisbezoek")
    ]
    schermen += [afweging, f"{afweging}?open={hulpvraag.pk}.1"]
    elders = [
        reverse("toegang:mijn_werk"), reverse("wijkteams:dag"), reverse("toegang:zaken"), reverse("toegang:werkvoorraad"),
        reverse("toegang:zaak", args=[zaak.pk]), reverse("toegang:inwoner", args=[zaak.dossier.inwoner_id]),
        reverse("toegang:veiligheid", args=[zaak.pk]), reverse("toegang:documenten", args=[zaak.pk]),
    ]  # fmt: skip
    zonder = {adres: client.get(adres).content.decode() for adres in elders}

    tafelstand(client, zaak, "aan")
    aan = {adres: client.get(adres) for adres in (*schermen, *elders)}

    assert any(
        geheim in tekst for tekst in zonder.values() for geheim in GEHEIM
    )  # the words are really there
    for adres, antwoord in aan.items():
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 200, adres
        assert [g for g in GEHEIM if g in tekst] == [], adres
        assert 'role="search"' not in tekst, adres
        assert "tg-hoofdmenu" not in tekst, adres
        assert ("Tafelstand staat aan" in tekst) is (adres in elders), adres
        assert ("Tafelstand aan" in tekst) is (adres in schermen), adres
        assert "Tafelstand uit" in tekst, adres


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_vanuit_het_gesprek_blijft_het_aan_tafel_tot_een_andere_pagina(client):
    zaak, _ = zaak_met_geheimen()
    client.als(zaak.regisseur)

    def geheim(naam: str) -> bool:
        tekst = client.get(reverse(naam, args=[zaak.pk])).content.decode()
        return any(woord in tekst for woord in GEHEIM)

    assert geheim("wijkteams:huisbezoek")  # at the desk, before the talk was opened
    assert not any(
        map(geheim, ("wijkteams:gesprek", "wijkteams:huisbezoek", "wijkteams:plan", "wijkteams:gesprek"))
    )
    assert "Terug naar het gesprek" in client.get(reverse("wijkteams:plan", args=[zaak.pk])).content.decode()
    assert geheim("toegang:zaak")
    assert geheim("wijkteams:huisbezoek")
    client.get(reverse("wijkteams:gesprek", args=[zaak.pk]))
    tafelstand(client, zaak, "uit")
    assert geheim("wijkteams:huisbezoek")


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_na_uitzetten_staat_alles_er_weer_en_dat_is_vastgelegd(client):
    zaak, _ = zaak_met_geheimen()
    client.als(zaak.regisseur)
    gesprek = reverse("wijkteams:gesprek", args=[zaak.pk])

    tafelstand(client, zaak, "aan")
    antwoord = tafelstand(client, zaak, "uit", terug=gesprek)

    assert antwoord.url == gesprek
    assert "GEHEIME NOTITIE" in client.get(gesprek).content.decode()
    assert client.get(reverse("wijkteams:dag")).context["dag"]
    assert Inzage.objects.filter(scherm="tafelstand", zaak=zaak.pk).count() == 2
    assert Inzage.objects.filter(scherm="gesprek", zaak=zaak.pk, laag="L3").count() == 1


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_bewaren_aan_tafel_laat_staan_wat_niet_op_het_scherm_is(client):
    zaak, hulpvraag = zaak_met_geheimen()
    client.als(zaak.regisseur)
    gesprek = reverse("wijkteams:gesprek", args=[zaak.pk])
    tafelstand(client, zaak, "aan")
    versie = Onderzoek.objects.get(zaak=zaak).versie

    slim = {"behoeften": "Nieuw", "veiligheid_wat_lukt_niet": "", "werknotitie": "weg", "versie": str(versie)}
    antwoord = client.post(gesprek, slim)
    trede = {
        "formuliernaam": "trede",
        "versie": "1",
        "onderzocht": "ja",
        "wat_is_er": "x",
        "lost_op": "niet",
        "notitie": "weg",
    }
    client.post(f"{reverse('wijkteams:afweging', args=[zaak.pk])}?open={hulpvraag.pk}.1", trede)

    assert antwoord.status_code == 302
    onderzoek = Onderzoek.objects.get(zaak=zaak)
    assert (onderzoek.behoeften, onderzoek.werknotitie) == ("Nieuw", "GEHEIME NOTITIE")
    assert (
        Gespreksdeel.objects.get(onderzoek=onderzoek, leefgebied="veiligheid").wat_lukt_niet == "GEHEIM ALARM"
    )
    rij = Hulpvraag.objects.get(pk=hulpvraag.pk).treden.get(trede=1)
    assert (rij.wat_is_er, rij.notitie) == ("x", "GEHEIME NOTITIE")


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_wat_elders_wordt_verstuurd_gebeurt_niet_en_dat_wordt_gezegd(client):
    zaak = zaak_in_onderzoek()
    client.als(zaak.regisseur)
    tafelstand(client, zaak, "aan")

    antwoord = client.post(reverse("toegang:zoeken"), {"zoek": "Jansen 3-4-1948"})

    assert antwoord.status_code == 409
    assert "is niet bewaard" in antwoord.content.decode()
    assert "Jansen" not in antwoord.content.decode()


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_het_gesprek_van_een_ander_begint_weer_met_tafelstand(client):
    een = zaak_in_onderzoek()
    twee = zaak_in_onderzoek(regisseur=een.regisseur, inwoner=InwonerFabriek())
    client.als(een.regisseur)

    tafelstand(client, een, "uit")

    assert "Tafelstand is uit" in client.get(reverse("wijkteams:gesprek", args=[een.pk])).content.decode()
    assert "Tafelstand aan" in client.get(reverse("wijkteams:gesprek", args=[twee.pk])).content.decode()


@pytest.mark.parametrize(
    ("wie", "http"), [("regisseur", 302), ("collega", 302), ("teamlead", 302), ("ander_team", 404)]
)
@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_wie_de_schakelaar_heeft(client, wie, http):
    zaak = zaak_in_onderzoek()
    client.als(wie_is(wie, zaak, op=VANDAAG))

    assert tafelstand(client, zaak, "aan").status_code == http
    assert ("tafelstand" in client.session) is (http == 302)


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_een_half_getypte_notitie_gaat_aan_tafel_niet_verloren(client):
    zaak, hulpvraag = zaak_met_geheimen()
    gesprek = reverse("wijkteams:gesprek", args=[zaak.pk])
    trede_adres = f"{reverse('wijkteams:afweging', args=[zaak.pk])}?open={hulpvraag.pk}.1"
    tafelstand(client.als(zaak.regisseur), zaak, "uit")
    versie = str(Onderzoek.objects.get(zaak=zaak).versie)
    trede = {"formuliernaam": "trede", "versie": "1", "onderzocht": "ja", "wat_is_er": "x", "lost_op": "niet"}
    for adres, getypt in (
        (gesprek, {"behoeften": "a", "werknotitie": "HALF GETYPT", "versie": versie}),
        (trede_adres, trede | {"notitie": "HALF GETYPT"}),
    ):
        client.post(client.get(adres).context["conceptkader"].url, getypt)

    tafelstand(client, zaak, "aan")
    for adres, getypt in (
        (gesprek, {"behoeften": "b", "versie": versie, "niet_op_scherm": "werknotitie"}),
        (trede_adres, trede | {"niet_op_scherm": "notitie"}),
    ):
        assert 'name="niet_op_scherm"' in client.get(adres).content.decode()
        client.post(client.get(adres).context["conceptkader"].url, getypt)  # autosave at the table
        verder = client.get(f"{adres}{'&' if '?' in adres else '?'}concept=ja").content.decode()
        assert "HALF GETYPT" not in verder
        assert client.post(adres, getypt).status_code == 302

    onderzoek = Onderzoek.objects.get(zaak=zaak)
    assert (onderzoek.behoeften, onderzoek.werknotitie) == ("b", "HALF GETYPT")
    assert hulpvraag.treden.get(trede=1).notitie == "HALF GETYPT"
