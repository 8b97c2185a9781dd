"""Drafts: kept while typing, offered again, gone when saved; also after a session that ended."""

import datetime
import uuid

import pytest
from django.contrib.sessions.models import Session
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, ZaakFabriek
from toegang import velden as v
from toegang.concept import beginwaarden, conceptkader, van_verzoek
from toegang.formulier import Formulier
from toegang.models import Actor, Concept
from toegang.rechten import Rol
from toegang.usecases.concept_bewaren import concept_bewaren

pytestmark = pytest.mark.django_db
FORMULIER = "/toegang/zaak/nieuw/"


class Proef(Formulier):
    tekst = v.LangeTekstVeld(label="Tekst")
    keuzes = v.MeerkeuzeVeld(label="Keuzes", choices=[("a", "A"), ("b", "B")])
    dag = v.DatumVeld(label="Dag")


def adres(voor=FORMULIER):
    return f"{reverse('toegang:concept')}?voor={voor}"


def verzoek(medewerker, **vraag):
    request = RequestFactory().get(FORMULIER, vraag)
    request.lezer = medewerker.actor
    return request


def test_wat_getypt_is_wordt_bewaard_zonder_sleutels(client):
    medewerker = MedewerkerFabriek()
    client.als(medewerker)

    for tekst in ("Half", "Heel verhaal"):
        assert client.post(adres(), {"tekst": tekst, "keuzes": ["a", "b"]}).status_code == 204

    concept = Concept.objects.get()
    assert (concept.actor, concept.formulier) == (medewerker.actor, FORMULIER)
    assert concept.gegevens == {"tekst": ["Heel verhaal"], "keuzes": ["a", "b"]}


@pytest.mark.parametrize("voor", ["", "https://kwaad.nl/", "//kwaad.nl/x", "javascript:x", "/" + "x" * 200])
def test_alleen_voor_een_eigen_formulier(client, voor):
    client.als(MedewerkerFabriek())

    assert client.post(adres(voor), {"tekst": "x"}).status_code == 400
    assert not Concept.objects.exists()


def test_te_veel_tekst_wordt_geweigerd(client):
    assert client.als(MedewerkerFabriek()).post(adres(), {"tekst": "x" * 200_001}).status_code == 400


def test_niet_aangemeld_is_403(client):
    assert client.post(adres(), {"tekst": "x"}).status_code == 403
    assert client.get(adres()).json() == {"wie": ""}


def test_get_geeft_de_eigen_concepten_van_die_pagina(client):
    wie = MedewerkerFabriek()
    for formulier in (FORMULIER, f"{FORMULIER}?open=a.1#trede", f"{FORMULIER}iets/", "/ander/"):
        concept_bewaren(door=wie.actor, formulier=formulier, gegevens={"tekst": [formulier]})
    concept_bewaren(
        door=MedewerkerFabriek().actor, formulier=FORMULIER, gegevens={"tekst": ["van een ander"]}
    )

    stand = client.als(wie).get(adres()).json()

    assert (stand["wie"], bool(stand["csrf"])) == (str(wie.actor.pk), True)
    assert set(stand["concepten"]) == {FORMULIER, f"{FORMULIER}?open=a.1#trede"}
    assert stand["concepten"][FORMULIER]["gegevens"] == {"tekst": [FORMULIER]}


def stuur(client, tekst, sleutel, *op, **anders):
    gegevens = {"tekst": tekst, "concept_sleutel": str(sleutel), "concept_op": ",".join(map(str, op))}
    return client.post(adres(), gegevens | anders)


def test_een_tekst_met_een_naam_wordt_een_keer_ontvangen(client):
    client.als(MedewerkerFabriek())
    een, twee = uuid.uuid4(), uuid.uuid4()

    assert stuur(client, "Een", een).json() == {"sleutel": str(een), "versie": 1}
    assert stuur(client, "Een", een).json() == {"sleutel": str(een), "versie": 1}
    assert stuur(client, "Twee", twee, een).json() == {"sleutel": str(twee), "versie": 2}
    assert Concept.objects.get().gegevens == {"tekst": ["Twee"]}


def test_een_ander_apparaat_overschrijft_niet(client):
    client.als(MedewerkerFabriek())
    een, twee, drie = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    stuur(client, "Laptop", een)

    geweigerd = stuur(client, "Tablet", twee)
    gekozen = stuur(client, "Laptop en tablet", drie, een)

    assert (geweigerd.status_code, geweigerd.json()["sleutel"]) == (409, str(een))
    assert geweigerd.json()["gegevens"] == {"tekst": ["Laptop"]}
    assert gekozen.status_code == 200
    assert Concept.objects.get().gegevens == {"tekst": ["Laptop en tablet"]}


def test_niet_onder_de_naam_van_een_collega(client):
    client.als(MedewerkerFabriek())

    assert stuur(client, "x", uuid.uuid4(), concept_wie=str(uuid.uuid4())).status_code == 403
    assert not Concept.objects.exists()


def test_wat_is_opgeslagen_komt_niet_terug_als_concept(client):
    """The autosave that was still on its way when the form itself was saved."""
    zaak = ZaakFabriek()
    pad = reverse("toegang:inzagereden", args=[zaak.pk])
    sleutel = uuid.uuid4()
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))
    client.post(pad, {"reden": "overleg"}, sleutel=sleutel)

    laat = client.post(
        adres(pad), {"reden": "over", "concept_sleutel": str(uuid.uuid4()), "formuliersleutel": str(sleutel)}
    )

    assert laat.json() == {"opgeslagen": True}
    assert not Concept.objects.exists()


def test_de_naam_van_een_formulier_houdt_de_open_trede_en_het_formulier(rf):
    verzoek_ = rf.post("/wijkteams/zaak/x/afweging/?open=a.7&ander=1", {"formuliernaam": "trede"})

    assert van_verzoek(verzoek_) == "/wijkteams/zaak/x/afweging/?open=a.7#trede"


def test_het_formulier_biedt_het_concept_weer_aan_aan_dezelfde_persoon():
    medewerker = MedewerkerFabriek()
    concept_bewaren(
        door=medewerker.actor,
        formulier=FORMULIER,
        gegevens={"tekst": ["Mijn tekst"], "keuzes": ["a", "b"], "dag": ["3-12-20"]},
    )

    aangeboden = conceptkader(verzoek(medewerker))
    gebruikt = conceptkader(verzoek(medewerker, concept="ja"))

    assert (aangeboden.concept is not None, aangeboden.gebruikt) == (True, False)
    assert beginwaarden(aangeboden, Proef, tekst="uit de rij") == {"tekst": "uit de rij"}
    begin = beginwaarden(gebruikt, Proef, tekst="uit de rij")
    assert (begin["tekst"], begin["keuzes"], begin["dag"]) == ("Mijn tekst", ["a", "b"], "3-12-20")
    html = str(Proef(initial=begin))
    assert "Mijn tekst" in html
    assert "3-12-20" in html
    assert conceptkader(verzoek(MedewerkerFabriek())).concept is None


def test_weggooien_gaat_terug_naar_het_formulier(client):
    medewerker = MedewerkerFabriek()
    concept_bewaren(door=medewerker.actor, formulier=FORMULIER, gegevens={"tekst": ["x"]})

    antwoord = client.als(medewerker).post(adres(), {"weggooien": "ja"})

    assert antwoord["Location"] == FORMULIER
    assert not Concept.objects.exists()


def test_na_een_geslaagde_post_is_het_concept_weg(client):
    zaak = ZaakFabriek()
    medewerker = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    pad = reverse("toegang:inzagereden", args=[zaak.pk])
    concept_bewaren(door=medewerker.actor, formulier=pad, gegevens={"reden": ["overleg"]})

    client.als(medewerker).post(pad, {"reden": "overleg"})

    assert not Concept.objects.exists()


def test_bewaren_na_het_einde_van_de_sessie_redt_de_tekst_onder_het_formulier(client):
    medewerker = MedewerkerFabriek()
    client.als(medewerker)
    Session.objects.update(expire_date=timezone.now() + datetime.timedelta(minutes=1))
    sessie = client.session
    sessie["begonnen"] = timezone.now().timestamp() - 11 * 3600  # past the ten hours
    sessie.save()

    antwoord = client.post(adres(), {"tekst": "Bijna kwijt"})

    assert antwoord.status_code == 403
    bewaard = Concept.objects.filter(actor=Actor.objects.get(medewerker=medewerker))
    assert [c.formulier for c in bewaard] in ([FORMULIER], [])


def test_een_nul_teken_laat_de_rest_staan(client):
    assert client.als(MedewerkerFabriek()).post(adres(), {"tekst": "voor\x00na 😀"}).status_code == 204

    assert Concept.objects.get().gegevens["tekst"] == ["voorna 😀"]
