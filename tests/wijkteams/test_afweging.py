"""The ladder: rules at the form, two texts, and rung 7 only when it may."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from beschikkingen import briefantwoord
from tests.fabrieken import MedewerkerFabriek
from tests.wijkteams.aan_tafel import tafelstand, vaste_tekst
from tests.wijkteams.opstellingen import hulpvraag_afgewogen, om, wie_is, zaak_met_gesprek, zaak_te_verdelen
from toegang.models import Inzagereden
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from wijkteams import regels
from wijkteams.models import Hulpvraag, Trede
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.trede_vastleggen import trede_vastleggen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)


def url(zaak, hulpvraag=None, trede=None):
    kaal = reverse("wijkteams:afweging", args=[zaak.pk])
    return f"{kaal}?open={hulpvraag.pk}.{trede}" if hulpvraag else kaal


def ingevuld(**anders):
    return {
        "formuliernaam": "trede", "versie": "0", "onderzocht": "ja", "wat_is_er": "Kookt zelf", "lost_op": "deels",
        "wat_blijft_over": "Poetsen", "brieftekst": "U kookt zelf.", "notitie": "Wil geen hulp van de zoon.", **anders,
    }  # fmt: skip


@pytest.fixture
def zaak():
    return zaak_met_gesprek()


@pytest.mark.parametrize(
    ("wie", "http", "aantal"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_wie_een_trede_vastlegt(client, zaak, wie, http, aantal):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    client.als(wie_is(wie, zaak, op=VANDAAG))

    antwoord = client.post(url(zaak, hulpvraag, 1), ingevuld())

    assert antwoord.status_code == http
    assert Trede.objects.filter(hulpvraag=hulpvraag).count() == aantal


@time_machine.travel(NU, tick=False)
def test_de_notitie_is_van_de_regisseur(client, zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    tom = MedewerkerFabriek(team=zaak.wijkteam)
    Inzagereden.objects.create(medewerker=tom, zaak=zaak, op=VANDAAG, reden="waarneming")

    tafelstand(client.als(zaak.regisseur), zaak, "uit")
    client.post(url(zaak, hulpvraag, 1), ingevuld())
    tafelstand(client.als(tom), zaak, "uit")
    client.post(url(zaak, hulpvraag, 1), ingevuld(versie="1", notitie="weg ermee", bewijs="gezien"))

    rij = Trede.objects.get(hulpvraag=hulpvraag)
    assert (rij.notitie, rij.bewijs) == ("Wil geen hulp van de zoon.", "gezien")
    assert "Wil geen hulp" not in client.get(url(zaak, hulpvraag, 1)).content.decode()
    tafelstand(client.als(zaak.regisseur), zaak, "uit")
    assert "Wil geen hulp" in client.get(url(zaak, hulpvraag, 1)).content.decode()


@pytest.mark.parametrize(
    ("trede", "anders", "zin"),
    [
        (1, {"wat_is_er": ""}, "Schrijf op wat er is"),
        (1, {"wat_blijft_over": ""}, "Schrijf op wat overblijft"),
        (1, {"onderzocht": ""}, "Kies of u deze trede hebt onderzocht"),
        (2, {"onderzocht": "nvt", "lost_op": "niet"}, "Schrijf waarom deze trede niet van toepassing is"),
        (3, {}, "als de helper zelf ja heeft gezegd"),
        (4, {"lost_op": "helemaal"}, "als de helper zelf ja heeft gezegd"),
        (6, {"lost_op": "helemaal"}, "met de Wlz of een artikel"),
        (3, {"helper_akkoord": "on"}, "Schrijf op wie ja zei"),
        (
            3,
            {"helper_akkoord": "on", "helper_naam": "dochter", "helper_akkoord_op": "4-12-2026"},
            "moet nog komen",
        ),
        (
            3,
            {"helper_akkoord": "on", "helper_naam": "dochter", "helper_akkoord_op": "31-2-2026"},
            "bestaat niet",
        ),
        (1, {"notitie": "Wil geen hulp van de zoon." + "x" * 100_000}, "tekens lang"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_blijft_staan_met_een_zin(client, zaak, trede, anders, zin):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    tafelstand(client.als(zaak.regisseur), zaak, "uit")

    antwoord = client.post(url(zaak, hulpvraag, trede), ingevuld(**anders))

    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert zin in tekst
    assert "Wil geen hulp van de zoon." in tekst
    assert not Trede.objects.exists()


@time_machine.travel(NU, tick=False)
def test_trede_zeven_zegt_wat_nog_open_is(client, zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=5)
    client.als(zaak.regisseur)

    pagina = client.get(url(zaak, hulpvraag, 7)).content.decode()

    assert "Nog open: 6 andere wet." in pagina
    with pytest.raises(ValidationError, match="Nog open: 6 andere wet"):
        trede_vastleggen(
            hulpvraag_id=hulpvraag.pk, trede=7, door=zaak.regisseur.actor, onderzocht="ja", wat_is_er="x",
            lost_op="helemaal",
        )  # fmt: skip


@time_machine.travel(NU, tick=False)
def test_opgelost_dan_hoeft_de_rest_niet(client, zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=1)
    client.als(zaak.regisseur)

    client.post(url(zaak, hulpvraag, 2), ingevuld(lost_op="helemaal", wat_blijft_over=""))

    pagina = client.get(url(zaak)).content.decode()
    assert "Opgelost op trede 2. De volgende treden hoeven niet." in pagina
    with pytest.raises(ValidationError, match="Opgelost op trede 2"):
        trede_vastleggen(
            hulpvraag_id=hulpvraag.pk, trede=7, door=zaak.regisseur.actor, onderzocht="ja", wat_is_er="x",
            lost_op="helemaal",
        )  # fmt: skip


def test_na_zes_weken_met_een_aanvraag_mag_maatwerk_zonder_alle_treden(zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=2)
    door, te_laat = (
        zaak.regisseur.actor,
        datetime.date(2026, 12, 18),
    )  # six weeks after 5 November is 17 December
    velden = {"onderzocht": "ja", "wat_is_er": "x", "lost_op": "helemaal"}
    aanvraag_registreren(
        zaak_id=zaak.pk, door=door, vandaag=te_laat, nu=om(te_laat), ontvangen_op=te_laat, wijze="formulier",
        gevraagd="hulp",
    )  # fmt: skip
    with pytest.raises(ValidationError):
        trede_vastleggen(hulpvraag_id=hulpvraag.pk, trede=7, door=door, vandaag=VANDAAG, **velden)

    trede = trede_vastleggen(hulpvraag_id=hulpvraag.pk, trede=7, door=door, vandaag=te_laat, **velden)

    assert trede.trede == 7


@time_machine.travel(NU, tick=False)
def test_twee_keer_klikken_is_een_keer(client, zaak):
    hulpvraag, sleutel = hulpvraag_afgewogen(zaak, tot_en_met=0), uuid.uuid4()
    client.als(zaak.regisseur)

    antwoorden = [client.post(url(zaak, hulpvraag, 1), ingevuld(), sleutel=sleutel) for _ in range(2)]

    assert {a.status_code for a in antwoorden} == {302}
    assert Trede.objects.get(hulpvraag=hulpvraag).versie == 1


@time_machine.travel(NU, tick=False)
def test_een_collega_was_eerder_dan_kiest_u_welke_tekst_blijft(client, zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    tom = MedewerkerFabriek(team=zaak.wijkteam, first_name="Tom", last_name="Claes")
    trede_vastleggen(
        hulpvraag_id=hulpvraag.pk, trede=1, door=tom.actor, onderzocht="ja", wat_is_er="Kookt zelf", lost_op="niet",
        brieftekst="U kookt zelf.",
    )  # fmt: skip

    tafelstand(client.als(zaak.regisseur), zaak, "uit")
    antwoord = client.post(url(zaak, hulpvraag, 1), ingevuld())

    assert antwoord.status_code == 200
    verouderd = antwoord.context["verouderd"]
    assert verouderd.naam == "T. Claes"
    assert [v.veld for v in verouderd.verschillen] == ["lost_op", "wat_blijft_over", "notitie"]
    keuzes = {"te_kiezen": ["lost_op", "wat_blijft_over", "notitie"], "bewaar_lost_op": "hun",
              "bewaar_wat_blijft_over": "hun", "bewaar_notitie": "mijn"}  # fmt: skip
    assert client.post(url(zaak, hulpvraag, 1), ingevuld(versie="1") | keuzes).status_code == 302
    rij = Trede.objects.get(hulpvraag=hulpvraag)
    assert (rij.lost_op, rij.wat_blijft_over, rij.notitie) == ("niet", "", "Wil geen hulp van de zoon.")


@time_machine.travel(NU, tick=False)
def test_voorbeeld_bewaart_niets(client, zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)

    antwoord = client.als(zaak.regisseur).post(url(zaak, hulpvraag, 2), ingevuld(voorbeeld="ja"))

    assert "<em>Huisgenoten:</em> U kookt zelf." in antwoord.content.decode()
    assert not Trede.objects.exists()


@time_machine.travel(NU, tick=False)
def test_hulpvraag_toevoegen_en_beginnen_bij_trede_een(client, zaak):
    antwoord = client.als(zaak.regisseur).post(
        url(zaak),
        {"formuliernaam": "hulpvraag", "nieuw-leefgebied": "vervoer", "nieuw-omschrijving": "Naar de winkel"},
    )

    hulpvraag = Hulpvraag.objects.get(onderzoek__zaak=zaak)
    assert antwoord.url == f"{url(zaak, hulpvraag, 1)}#trede"
    leeg = client.post(url(zaak), {"formuliernaam": "hulpvraag", "nieuw-leefgebied": "vervoer"})
    assert "Schrijf de hulpvraag op" in leeg.content.decode()


def test_zonder_regisseur_nog_geen_hulpvraag():
    zaak = zaak_te_verdelen()
    door = MedewerkerFabriek(team=zaak.wijkteam).actor

    with pytest.raises(OngeldigeOvergang, match="regisseur"):
        hulpvraag_toevoegen(zaak_id=zaak.pk, door=door, leefgebied="vervoer", omschrijving="x")


@pytest.mark.parametrize("open_", ["onzin", "9.9", "00000000-0000-4000-8000-000000000000.1", "x.99"])
@time_machine.travel(NU, tick=False)
def test_een_vreemde_trede_in_het_adres_is_geen_fout(client, zaak, open_):
    hulpvraag_afgewogen(zaak)

    assert client.als(zaak.regisseur).get(f"{url(zaak)}?open={open_}").status_code == 200


@pytest.mark.parametrize(("op", "bewaard"), [("", VANDAAG), ("1-12-2026", datetime.date(2026, 12, 1))])
@time_machine.travel(NU, tick=False)
def test_wie_ja_zei_en_wanneer(client, zaak, op, bewaard):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    ja = {"helper_akkoord": "on", "helper_naam": "dochter Marieke", "helper_akkoord_op": op}

    antwoord = client.als(zaak.regisseur).post(url(zaak, hulpvraag, 3), ingevuld(**ja))

    assert antwoord.status_code == 302
    rij = Trede.objects.get(hulpvraag=hulpvraag)
    assert (rij.helper_akkoord, rij.helper_naam, rij.helper_akkoord_op) == (True, "dochter Marieke", bewaard)
    nee = ingevuld(lost_op="niet", wat_blijft_over="", versie="1", helper_naam="dochter Marieke")
    assert client.post(url(zaak, hulpvraag, 3), nee).status_code == 302
    rij.refresh_from_db()
    assert (rij.helper_akkoord, rij.helper_naam, rij.helper_akkoord_op) == (False, "", None)


def test_de_woorden_van_het_voorbeeld_zijn_die_van_de_brief():
    assert briefantwoord.IN_DE_BRIEF is regels.IN_DE_BRIEF
    assert set(briefantwoord.TREDEN) == set(regels.IN_DE_BRIEF) - {regels.MAATWERK}


@time_machine.travel(NU, tick=False)
def test_een_vaste_tekst_komt_achter_wat_er_staat_en_bewaart_niets(client, zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    alleen, andere = (
        vaste_tekst("brieftekst", "U woont alleen.", trede=2),
        vaste_tekst("brieftekst", "Nee.", trede=3),
    )
    pagina = client.als(zaak.regisseur).get(url(zaak, hulpvraag, 2)).content.decode()

    antwoord = client.post(
        url(zaak, hulpvraag, 2), ingevuld(tekst_toevoegen="", tekstblok_=alleen.kort, versie="0")
    )

    assert f'value="{alleen.kort}"' in pagina
    assert f'value="{andere.kort}"' not in pagina
    assert antwoord.context["formulier"]["brieftekst"].value() == "U kookt zelf.\nU woont alleen."
    assert antwoord.context["voorbeeld"] == "U kookt zelf.\nU woont alleen."
    assert not Trede.objects.exists()
    niets = client.post(url(zaak, hulpvraag, 2), ingevuld(tekst_toevoegen="", tekstblok_=""))
    assert "Kies eerst een vaste tekst" in niets.content.decode()
    assert niets.context["formulier"]["brieftekst"].value() == "U kookt zelf."


@time_machine.travel(NU, tick=False)
def test_wat_half_getypt_was_hoort_bij_deze_trede(client, zaak):
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=0)
    client.als(zaak.regisseur)
    bewaren = client.get(url(zaak, hulpvraag, 2)).context["conceptkader"].url
    client.post(bewaren, ingevuld(wat_is_er="Half getypt"))

    verder = client.get(url(zaak, hulpvraag, 2) + "&concept=ja").content.decode()
    andere = client.get(url(zaak, hulpvraag, 1)).content.decode()

    assert "Half getypt" in verder
    assert "Verder met deze tekst" not in andere
    client.post(url(zaak, hulpvraag, 2), ingevuld())
    assert "Half getypt" not in client.get(url(zaak, hulpvraag, 2) + "&concept=ja").content.decode()
