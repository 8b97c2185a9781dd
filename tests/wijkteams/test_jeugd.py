"""The youth variant: steps, consent by age, what was offered and told, who determines."""

import datetime
import uuid
from types import SimpleNamespace as Ding

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import om, zaak_in_onderzoek
from toegang.models import Inzagereden
from toegang.rechten import Rol, Wet
from wijkteams import jeugdregels as regels
from wijkteams.models import Discipline, Jeugdonderzoek, Onderzoek
from wijkteams.regels import ontbreekt_in_onderzoek
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.jeugd_vastleggen import VELDEN

VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
JONGERE, OUDERS, SAMEN = ("jeugdige",), ("ouders",), ("jeugdige", "ouders")
ALLES = {
    "problemen": "Ruzie thuis", "nodige_hulp": "Begeleiding", "omvang": "2 uur per week",
    "eigen_mogelijkheden": "Oma past op", "wat_blijft_over": "Begeleiding", "jeugdige_akkoord": "ja",
    "jeugdige_akkoord_op": "1-12-2026", "familiegroepsplan_aangeboden_op": "1-12-2026", "familiegroepsplan": "wil_niet",
    "vertrouwenspersoon_verteld_op": "1-12-2026", "deskundige_naam": "F. Bakker", "deskundige_register": "skj",
    "deskundige_nummer": "110012345", "deskundigheid": "gedrag", "vastgesteld_op": "3-12-2026", "versie": "0",
}  # fmt: skip


def jeugdzaak(geboren="20100601", wet=Wet.JEUGDWET):
    """Of a young person of sixteen, with a consulent for youth."""
    return zaak_in_onderzoek(wet=wet, inwoner=InwonerFabriek(geboren=geboren), onderwerp="opvoeden")


def lid(team, rol):
    return MedewerkerFabriek(team=team, team__rol=rol, team__discipline=Discipline.JEUGD)


def url(zaak):
    return reverse("wijkteams:jeugd", args=[zaak.pk])


@pytest.mark.parametrize(
    ("is_12", "is_16", "wie"),
    [(False, False, OUDERS), (True, False, SAMEN), (True, True, JONGERE), (None, False, SAMEN), (True, None, SAMEN),
     (None, None, SAMEN)],
)  # fmt: skip
def test_wie_toestemming_geeft(is_12, is_16, wie):
    assert regels.wie_stemt_toe(is_12, is_16) == wie


def jeugd(**anders):
    leeg = dict.fromkeys(VELDEN, "") | {v: None for v in VELDEN if v.endswith("_op")}
    return Ding(**(leeg | anders))


@pytest.mark.parametrize(
    ("wie", "anders", "aantal"),
    [
        (OUDERS, {}, 1),
        (OUDERS, {"jeugdige_akkoord": "ja"}, 1),  # a child under twelve does not consent alone
        (OUDERS, {"ouders_akkoord": "ja"}, 0),
        (OUDERS, {"ouders_akkoord": "nee"}, 1),
        (SAMEN, {"jeugdige_akkoord": "ja"}, 1),
        (SAMEN, {"ouders_akkoord": "ja"}, 1),
        (SAMEN, {"jeugdige_akkoord": "ja", "ouders_akkoord": "ja"}, 0),
        (SAMEN, {"jeugdige_akkoord": "ja", "afwijking": "wens"}, 0),  # 7.3.4 lid 2
        (SAMEN, {"jeugdige_akkoord": "ja", "afwijking": "nadeel"}, 0),
        (SAMEN, {"afwijking": "wens"}, 2),
        (SAMEN, {"ouders_akkoord": "ja", "afwijking": "niet_in_staat"}, 0),  # 7.3.15 lid 2
        (JONGERE, {"ouders_akkoord": "ja"}, 1),  # from sixteen a parent does not consent in his place
        (JONGERE, {"jeugdige_akkoord": "ja", "ouders_akkoord": "nee"}, 0),
        (JONGERE, {"jeugdige_akkoord": "nee"}, 1),
    ],
)
def test_wanneer_er_toestemming_is(wie, anders, aantal):
    assert len(regels.waarom_geen_toestemming(jeugd(**anders), wie)) == aantal


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"jeugdige_akkoord": "ja"}, "jeugdige_akkoord_op"),
        ({"ouders_akkoord": "ja", "ouders_akkoord_op": VANDAAG}, "ouders_namen"),
        ({"afwijking": "nadeel"}, "afwijking_reden"),
        ({"familiegroepsplan": "wil"}, "familiegroepsplan_aangeboden_op"),
        ({"deskundige_nummer": "1"}, "deskundige_register"),
        ({"vastgesteld_op": VANDAAG, "deskundige_naam": "F", "deskundigheid": "x"}, "deskundige_nummer"),
    ],
)
def test_wat_bij_elkaar_hoort(anders, veld):
    assert set(regels.waarom_jeugd_niet(vars(jeugd(**anders)), SAMEN)) == {veld}


def test_de_uitzondering_van_zeven_drie_vier_is_er_niet_boven_de_zestien():
    fout = regels.waarom_jeugd_niet(vars(jeugd(afwijking="wens", afwijking_reden="x")), JONGERE)

    assert set(fout) == {"afwijking"}


@pytest.mark.parametrize(
    ("wie", "http", "aantal"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_wie_het_jeugdonderzoek_vastlegt(client, wie, http, aantal):
    zaak = jeugdzaak()
    medewerker = {
        "regisseur": lambda: zaak.regisseur,
        "teamlead": lambda: lid(zaak.wijkteam, Rol.TEAMLEAD),
        "collega": lambda: lid(zaak.wijkteam, Rol.CONSULENT),
        "ander_team": lambda: lid(WijkteamFabriek(), Rol.CONSULENT),
    }[wie]()
    Inzagereden.objects.create(medewerker=medewerker, zaak=zaak, op=VANDAAG, reden="waarneming")

    antwoord = client.als(medewerker).post(url(zaak), ALLES)

    assert antwoord.status_code == http
    assert Jeugdonderzoek.objects.count() == aantal


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_zestien_beslist_zelf_en_dan_is_het_onderzoek_klaar(client):
    zaak, sleutel = jeugdzaak("20100601"), uuid.uuid4()
    client.als(zaak.regisseur)
    hulpvraag_toevoegen(
        zaak_id=zaak.pk, door=zaak.regisseur.actor, leefgebied="opvoeden", omschrijving="Rust thuis"
    )
    pagina = client.get(url(zaak)).content.decode()

    antwoorden = [client.post(url(zaak), ALLES, sleutel=sleutel) for _ in range(2)]

    assert "16 jaar of ouder en beslist zelf" in pagina
    assert 'name="ouders_akkoord"' in pagina  # only among the exceptions
    assert {a.status_code for a in antwoorden} == {302}
    rij = Jeugdonderzoek.objects.get(onderzoek__zaak=zaak)
    assert (rij.versie, rij.deskundige_nummer, rij.jeugdige_akkoord_op) == (
        1,
        "110012345",
        datetime.date(2026, 12, 1),
    )
    onderzoek = Onderzoek.objects.get(zaak=zaak)
    assert ontbreekt_in_onderzoek(onderzoek) == ["Nog niet uitgelegd dat een persoonsgebonden budget kan."]


@pytest.mark.parametrize(
    ("geboren", "woord"),
    [("20160601", "jonger dan 12"), ("20130601", "12 tot en met 15"), ("20101203", "16 jaar of ouder"),
     ("20101204", "12 tot en met 15"), ("20141204", "jonger dan 12"), ("20100000", "12 tot en met 15"),
     ("00000000", "12 tot en met 15")],
)  # fmt: skip
@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_de_leeftijd_zegt_wie_u_vraagt(client, geboren, woord):
    zaak = jeugdzaak(geboren)

    assert woord in client.als(zaak.regisseur).get(url(zaak)).content.decode()


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_onder_de_twaalf_telt_alleen_het_ja_van_de_ouders(client):
    zaak = jeugdzaak("20160601")
    client.als(zaak.regisseur)

    client.post(url(zaak), ALLES)

    zinnen = ontbreekt_in_onderzoek(Onderzoek.objects.get(zaak=zaak))
    assert "De ouders met gezag hebben nog geen toestemming gegeven." in zinnen


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"jeugdige_akkoord_op": "31-2-2026"}, "Deze datum bestaat niet"),
        ({"jeugdige_akkoord_op": "4-12-2026"}, "Deze dag moet nog komen"),
        ({"jeugdige_akkoord_op": ""}, "Vul in wanneer u het de jongere vroeg"),
        ({"problemen": "Ruzie thuis" + "x" * 100_000}, "tekens lang"),
        ({"jeugdige_akkoord": "misschien"}, "Kies een van de mogelijkheden"),
        ({"deskundigheid": ""}, "Schrijf op waarin deze collega deskundig is"),
    ],
)
@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_blijft_staan_met_een_zin(client, anders, zin):
    zaak = jeugdzaak()

    antwoord = client.als(zaak.regisseur).post(url(zaak), ALLES | anders)

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in tekst
    assert "Ruzie thuis" in tekst
    assert "Oma past op" in tekst
    assert not Jeugdonderzoek.objects.exists()


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_twee_tegelijk_kiezen_welke_tekst_blijft(client):
    zaak = jeugdzaak()
    client.als(zaak.regisseur)
    client.post(url(zaak), ALLES)

    oud = client.post(url(zaak), ALLES | {"problemen": "Mijn tekst"})
    keuze = {"versie": "1", "te_kiezen": ["problemen"], "bewaar_problemen": "samen"}
    samen = client.post(url(zaak), ALLES | {"problemen": "Mijn tekst"} | keuze)

    assert oud.status_code == 200
    assert [v.veld for v in oud.context["verouderd"].verschillen] == ["problemen"]
    assert samen.status_code == 302
    assert Jeugdonderzoek.objects.get().problemen == "Ruzie thuis\n\nMijn tekst"


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_van_een_andere_wet_is_deze_pagina_er_niet(client):
    zaak = zaak_in_onderzoek()

    assert client.als(zaak.regisseur).get(url(zaak)).status_code == 404


@pytest.mark.django_db
@time_machine.travel(NU, tick=False)
def test_de_pagina_kost_hoogstens_twaalf_vragen(client):
    zaak = jeugdzaak()
    client.als(zaak.regisseur).post(url(zaak), ALLES)
    client.get(url(zaak))

    with CaptureQueriesContext(connection) as vragen:
        assert client.get(url(zaak)).status_code == 200

    assert sum("SAVEPOINT" not in v["sql"] for v in vragen) <= 12
