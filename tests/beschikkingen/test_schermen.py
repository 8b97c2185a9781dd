"""The pages: stale forms, the queue, the next steps; the same number of queries with 1 row and with more."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beschikkingen.models import Besluit
from beschikkingen.onderdeel import blokkeert_sluiten, nu_te_doen
from beschikkingen.statussen import BESLUIT_EIGENAAR, BESLUIT_OVERGANGEN, BesluitStatus
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from tests.beschikkingen.opstellingen import (
    TEKSTEN,
    administratie,
    besluit_in,
    ondertekenaar,
    opgepakt_door,
    toetser,
    verse,
)
from toegang.models import Inzage, Verouderd, Zaak
from toegang.onderdelen import feiten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_de_dag")]


@pytest.fixture
def op_de_dag(time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC))


def invoer(besluit, **anders):
    redenen = {f"reden_{r.pk}": r.tekst for r in besluit.redenen.all()}
    vast = {"uitkomst": "toekenning", "versie": besluit.versie, "bijdrage_besproken": "on"}
    return vast | {k: v for k, v in TEKSTEN.items() if k != "bijdrage_besproken"} | redenen | anders


def test_concept_bewaren(client):
    besluit = besluit_in("concept")
    reden = besluit.redenen.get(trede=3)
    adres = reverse("beschikkingen:besluit", args=[besluit.pk])

    antwoord = client.als(besluit.zaak.regisseur).post(
        adres, invoer(besluit, **{f"reden_{reden.pk}": "Uw dochter doet de boodschappen."})
    )

    assert antwoord.status_code == 302
    nu = Besluit.objects.get(pk=besluit.pk)
    assert nu.wat_kunt_u_niet == TEKSTEN["wat_kunt_u_niet"]
    assert nu.redenen.get(trede=3).tekst == "Uw dochter doet de boodschappen."
    assert nu.history.first().history_user == besluit.zaak.regisseur.actor


def test_een_collega_was_eerder_en_niets_gaat_verloren(client):
    besluit = besluit_in("klaar")
    reden = besluit.redenen.get(trede=3)
    oud = invoer(besluit, **{f"reden_{reden.pk}": "Mijn tekst over uw dochter."})
    door = verse(besluit.zaak.regisseur)
    besluit_aanvullen(besluit_id=besluit.pk, door=door, redenen={reden.pk: "Haar tekst over uw dochter."})
    adres = reverse("beschikkingen:besluit", args=[besluit.pk])
    client.als(besluit.zaak.regisseur)

    antwoord = client.post(adres, oud)

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Mijn" in tekst
    assert "Haar" in tekst
    assert "heeft dit intussen ook gewijzigd" in tekst
    nieuw = Besluit.objects.get(pk=besluit.pk)
    assert nieuw.redenen.get(trede=3).tekst == "Haar tekst over uw dochter."

    client.post(adres, oud | {"versie": nieuw.versie, f"bewaar_reden_{reden.pk}": "samen"})
    samen = nieuw.redenen.get(trede=3).tekst.replace("\r\n", "\n")
    assert samen == "Haar tekst over uw dochter.\n\nMijn tekst over uw dochter."


def test_oude_versie_wordt_geweigerd():
    besluit = besluit_in("concept")

    with pytest.raises(Verouderd):
        besluit_aanvullen(
            besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), versie=besluit.versie - 1, regels="x"
        )


@pytest.mark.parametrize("toestand", ["ter_toetsing", "ter_ondertekening", "ondertekend", "verzonden"])
def test_na_het_concept_is_de_tekst_dicht(client, toestand):
    besluit = besluit_in(toestand)
    adres = reverse("beschikkingen:besluit", args=[besluit.pk])

    client.als(besluit.zaak.regisseur).post(adres, invoer(besluit, regels="anders"))

    assert Besluit.objects.get(pk=besluit.pk).regels != "anders"
    assert "Concept bewaren" not in client.get(adres).content.decode()


def test_rij_toont_geen_naam_en_kost_weinig(client):
    eerste = besluit_in("ter_toetsing")
    mens = toetser()
    client.als(mens)
    adres = reverse("beschikkingen:rij")
    client.get(adres)

    with CaptureQueriesContext(connection) as een:
        tekst = client.get(adres).content.decode()
    besluiten = [besluit_in("ter_toetsing") for _ in range(3)]
    with CaptureQueriesContext(connection) as meer:
        client.get(adres)

    assert eerste.kenmerk in tekst
    assert "Hulp bij het huishouden" in tekst
    assert "di 8 dec 2026" in tekst
    assert eerste.zaak.dossier.inwoner.geslachtsnaam not in tekst
    assert len(een) == len(meer)
    assert len([q for q in meer if "SAVEPOINT" not in q["sql"]]) <= 8
    assert not Inzage.objects.filter(scherm="besluiten_rij").exists()
    assert len(besluiten) == 3


def test_rij_leeg_bij_wat_een_ander_heeft(client):
    besluit = besluit_in("ter_toetsing")
    opgepakt_door(toetser(), besluit)

    tekst = client.als(toetser()).get(reverse("beschikkingen:rij")).content.decode()

    assert besluit.kenmerk not in tekst
    assert "Er wacht niets op u" in tekst


def test_controleer_en_onderteken(client):
    besluit = besluit_in("ter_ondertekening")
    mens = ondertekenaar()
    opgepakt_door(mens, besluit)

    tekst = client.als(mens).get(reverse("beschikkingen:ondertekenen", args=[besluit.pk])).content.decode()

    for stuk in (
        "U tekent namens het college",
        "€\u00a03.276 per jaar",
        "tot €\u00a010.000 per jaar",
        "Ondertekenen",
    ):
        assert stuk in tekst


def test_administratie_ziet_de_uitkomst_niet(client):
    besluit = besluit_in("ondertekend")

    tekst = (
        client.als(administratie())
        .get(reverse("beschikkingen:besluiten", args=[besluit.zaak_id]))
        .content.decode()
    )

    assert "Besluit versturen" in tekst
    assert "Toekenning" not in tekst


def test_volgende_stap_en_wat_sluiten_tegenhoudt():
    besluit = besluit_in("ondertekend")

    def stappen(mens):
        zaak = Zaak.objects.met_rechten(verse(mens)).annotate(**feiten()).get(pk=besluit.zaak_id)
        return [s.label for s in nu_te_doen(verse(mens), zaak)]

    assert stappen(administratie()) == ["Besluit versturen"]
    assert stappen(besluit.zaak.regisseur) == ["Besluit bekijken (klaar voor verzending)"]
    assert blokkeert_sluiten(besluit.zaak) == [
        "Er is een besluit onderweg dat nog niet is verzonden. Haal het eerst terug."
    ]


def test_elke_toestand_staat_in_de_tabellen():
    assert set(BESLUIT_OVERGANGEN) == set(BESLUIT_EIGENAAR) == set(BesluitStatus)
    assert all(BESLUIT_EIGENAAR[s] for s, naar in BESLUIT_OVERGANGEN.items() if naar)
