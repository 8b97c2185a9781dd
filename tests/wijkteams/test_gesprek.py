"""The talk and self-reliance: saved by area of life, never lost, never overwritten in silence."""

import datetime
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.aan_tafel import tafelstand
from tests.wijkteams.opstellingen import hulpvraag_afgewogen, om, wie_is, zaak_in_onderzoek, zaak_met_gesprek
from toegang.models import Inzage, Inzagereden
from toegang.usecases.concept_bewaren import concept_bewaren
from wijkteams.models import Gespreksdeel, Onderzoek, ZrmScore
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)


def url(zaak, naam="gesprek"):
    return reverse(f"wijkteams:{naam}", args=[zaak.pk])


def ingevuld(**anders):
    return {"huishouden_wat_lukt": "Koken", "behoeften": "Zelf blijven wonen", "versie": "0", **anders}


@pytest.mark.parametrize(
    ("wie", "http", "delen"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_wie_het_gesprek_vastlegt(client, wie, http, delen):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(wie_is(wie, zaak, op=VANDAAG)).post(url(zaak), ingevuld())

    assert antwoord.status_code == http
    assert Gespreksdeel.objects.filter(onderzoek__zaak=zaak).count() == delen


@time_machine.travel(NU, tick=False)
def test_twee_keer_klikken_is_een_keer(client):
    zaak, sleutel = zaak_in_onderzoek(), uuid.uuid4()
    client.als(zaak.regisseur)

    antwoorden = [client.post(url(zaak), ingevuld(), sleutel=sleutel) for _ in range(2)]

    assert {a.status_code for a in antwoorden} == {302}
    assert Onderzoek.objects.get(zaak=zaak).versie == 2
    assert zaak.gebeurtenissen.filter(soort="gesprek_vastgelegd").count() == 1


@time_machine.travel(NU, tick=False)
def test_een_collega_was_eerder_dan_kiest_u_welke_tekst_blijft(client):
    zaak = zaak_met_gesprek()
    tom = MedewerkerFabriek(team=zaak.wijkteam, first_name="Tom", last_name="Claes")
    oud = Onderzoek.objects.get(zaak=zaak)
    gesprek_vastleggen(
        zaak_id=zaak.pk, door=tom.actor, vandaag=VANDAAG, delen={}, behoeften="Tekst van Tom",
        mantelzorger_behoeften=oud.mantelzorger_behoeften, bijdrage_verteld=True, pgb_verteld=True,
    )  # fmt: skip
    client.als(zaak.regisseur)
    mijn = {
        "behoeften": "Mijn tekst", "mantelzorger_behoeften": oud.mantelzorger_behoeften, "bijdrage_verteld": "on",
        "pgb_verteld": "on", "bijdrage_verteld_op": "17-11-2026", "pgb_verteld_op": "17-11-2026", "bijdrage_hoe": "",
        "pgb_hoe": "", "huishouden_wat_lukt": "U kookt, wast af en stoft zelf.",
        "huishouden_wat_lukt_niet": "Stofzuigen, dweilen en het bed verschonen lukt niet door uw heup.",
        "huishouden_wie_helpt": "Uw dochter doet de boodschappen.", "versie": str(oud.versie),
    }  # fmt: skip

    oud_scherm = client.post(url(zaak), mijn)
    verouderd = oud_scherm.context["verouderd"]
    nieuw = Onderzoek.objects.get(zaak=zaak).versie
    zonder_keuze = client.post(url(zaak), mijn | {"versie": str(nieuw), "te_kiezen": ["behoeften"]})
    samen = client.post(
        url(zaak), mijn | {"versie": str(nieuw), "te_kiezen": ["behoeften"], "bewaar_behoeften": "samen"}
    )

    assert oud_scherm.status_code == 200
    assert (verouderd.naam, [v.veld for v in verouderd.verschillen]) == ("T. Claes", ["behoeften"])
    assert f'name="versie" value="{nieuw}"' in oud_scherm.content.decode()
    assert "Kies per onderdeel welke tekst blijft" in zonder_keuze.content.decode()
    assert samen.status_code == 302
    assert Onderzoek.objects.get(zaak=zaak).behoeften == "Tekst van Tom\n\nMijn tekst"


@time_machine.travel(NU, tick=False)
def test_een_te_lange_tekst_blijft_staan(client):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(behoeften="x" * 20_001))

    assert antwoord.status_code == 200
    assert "x" * 20_001 in antwoord.content.decode()
    assert not Gespreksdeel.objects.exists()


@time_machine.travel(NU, tick=False)
def test_de_werknotitie_is_voor_de_regisseur_en_staat_niet_op_tafel(client):
    zaak = zaak_met_gesprek()
    tom = MedewerkerFabriek(team=zaak.wijkteam)
    Inzagereden.objects.create(medewerker=tom, zaak=zaak, op=VANDAAG, reden="waarneming")

    aan_tafel = client.als(zaak.regisseur).get(url(zaak)).content.decode()
    tafelstand(client, zaak, "uit")
    alleen = client.get(url(zaak)).content.decode()
    tafelstand(client.als(tom), zaak, "uit")
    collega = client.get(url(zaak)).content.decode()

    assert "Dochter is moe." not in aan_tafel
    assert "Dochter is moe." in alleen
    assert "Dochter is moe." not in collega
    assert Inzage.objects.filter(zaak=zaak.pk, laag="L3").count() == 1


@time_machine.travel(NU, tick=False)
def test_wat_getypt_was_leest_het_script_zoals_het_scherm(client):
    """The draft as JSON: by the rights of now, written down, without the note at the table or without its layer."""
    zaak = zaak_met_gesprek()
    tom, wie = MedewerkerFabriek(team=zaak.wijkteam), zaak.regisseur
    ander = MedewerkerFabriek(team=WijkteamFabriek())
    getypt = {"behoeften": ["Rust"], "werknotitie": ["GEHEIM"], "niet_op_scherm": ["werknotitie"]}
    for medewerker in (wie, tom, ander):
        concept_bewaren(door=medewerker.actor, formulier=url(zaak), gegevens=getypt)
    adres = f"{reverse('toegang:concept')}?voor={url(zaak)}"

    def velden(medewerker=None):
        concepten = (client.als(medewerker) if medewerker else client).get(adres).json()["concepten"]
        return {veld for c in concepten.values() for veld in c["gegevens"]} - {"niet_op_scherm"}

    assert velden(wie) == {"behoeften"}
    tafelstand(client, zaak, "uit")
    assert velden() == {"behoeften", "werknotitie"}
    botst = client.post(adres, {"behoeften": "x", "concept_sleutel": str(uuid.uuid4())})
    assert (botst.status_code, botst.json()["gegevens"]["werknotitie"]) == (409, ["GEHEIM"])
    assert velden(tom) == set()  # not on the case and no reason given today
    Inzagereden.objects.create(medewerker=tom, zaak=zaak, op=VANDAAG, reden="waarneming")
    assert velden() == {"behoeften"}
    tafelstand(client, zaak, "uit")
    assert velden() == {"behoeften"}
    assert velden(ander) == set()
    gelezen = Inzage.objects.filter(zaak=zaak.pk, scherm="gesprek").order_by("pk")
    assert list(gelezen.values_list("wie", "laag", "uitkomst", "grond")) == [
        (wie.naam, "L2b", "gelukt", ""),
        *[(wie.naam, laag, "gelukt", "") for _ in range(2) for laag in ("L2b", "L3")],
        (tom.naam, "L2b", "geweigerd", ""),
        *[(tom.naam, "L2b", "gelukt", "waarneming")] * 2,
        (ander.naam, "L2b", "onzichtbaar", ""),
    ]


@time_machine.travel(NU, tick=False)
def test_linkshandig_is_van_de_collega_en_blijft(client):
    zaak = zaak_in_onderzoek()
    wie = zaak.regisseur

    def bewaren(**anders):
        versie = Onderzoek.objects.filter(zaak=zaak).values_list("versie", flat=True).first() or 0
        client.als(wie).post(url(zaak), ingevuld(versie=str(versie), **anders))
        wie.refresh_from_db()
        return wie.linkshandig, 'id="linkshandig" checked' in client.als(wie).get(url(zaak)).content.decode()

    assert bewaren(linkshandig="on") == (True, True)  # `als` begins a session each time
    assert bewaren() == (False, False)
    assert not MedewerkerFabriek().linkshandig


@time_machine.travel(NU, tick=False)
def test_bewaren_aan_tafel_laat_de_werknotitie_met_rust(client):
    zaak = zaak_met_gesprek()

    client.als(zaak.regisseur).post(url(zaak), ingevuld(versie=str(Onderzoek.objects.get(zaak=zaak).versie)))

    onderzoek = Onderzoek.objects.get(zaak=zaak)
    assert (onderzoek.behoeften, onderzoek.werknotitie) == ("Zelf blijven wonen", "Dochter is moe.")


@time_machine.travel(NU, tick=False)
def test_een_blad_kost_niet_meer_vragen_bij_meer_hulpvragen(client):
    zaak = zaak_met_gesprek()
    hulpvraag_afgewogen(zaak)
    client.als(zaak.regisseur).get(url(zaak))
    aantallen = {}
    for ronde in (1, 20):
        for naam in ("gesprek", "afweging", "verslag", "zrm", "foto"):
            with CaptureQueriesContext(connection) as vragen:
                assert client.get(url(zaak, naam)).status_code == 200
            aantallen[naam, ronde] = sum("SAVEPOINT" not in v["sql"] for v in vragen)
        if ronde == 1:
            for _ in range(19):
                hulpvraag_afgewogen(zaak)

    assert all(aantal <= 12 for aantal in aantallen.values()), aantallen
    for naam in ("gesprek", "afweging", "verslag", "zrm", "foto"):
        assert aantallen[naam, 1] == aantallen[naam, 20], aantallen


def zrm(**anders):
    return {"reden_10": "Valgevaar", "niveau_10": "3", "toelichting_10": "", "versie": "0", **anders}


@time_machine.travel(NU, tick=False)
def test_zrm_bewaart_alleen_wat_ertoe_doet(client):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(zaak.regisseur).post(url(zaak, "zrm"), zrm(reden_1="Schuld genoemd"))

    assert antwoord.status_code == 302
    assert list(ZrmScore.objects.filter(onderzoek__zaak=zaak).order_by("domein").values_list("domein", "niveau")) == [
        (1, 0), (10, 3),
    ]  # fmt: skip


@time_machine.travel(NU, tick=False)
def test_zrm_zonder_reden_blijft_staan_met_een_zin(client):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(zaak.regisseur).post(url(zaak, "zrm"), zrm(reden_10="", toelichting_10="gevallen"))

    assert antwoord.status_code == 200
    assert "Schrijf waarom u kijkt naar instrumentele adl" in antwoord.content.decode()
    assert "gevallen" in antwoord.content.decode()


@time_machine.travel(NU, tick=False)
def test_zrm_van_een_collega_wordt_niet_stil_overschreven(client):
    zaak = zaak_met_gesprek()

    antwoord = client.als(zaak.regisseur).post(url(zaak, "zrm"), zrm(niveau_10="2"))

    assert antwoord.status_code == 200
    assert [v.veld for v in antwoord.context["verouderd"].verschillen] == ["reden_10", "niveau_10"]
    assert ZrmScore.objects.get(onderzoek__zaak=zaak).niveau == 3


@time_machine.travel(NU, tick=False)
def test_gesprek_en_zrm_tegelijk_is_geen_botsing(client):
    zaak = zaak_met_gesprek()
    client.als(zaak.regisseur)
    versie = client.get(url(zaak)).context["onderzoek"].versie
    client.post(url(zaak, "zrm"), zrm(niveau_10="2", versie="1"))

    antwoord = client.post(url(zaak), ingevuld(versie=str(versie)))

    assert antwoord.status_code == 302
    assert ZrmScore.objects.get(onderzoek__zaak=zaak).niveau == 2


@time_machine.travel(NU, tick=False)
def test_wat_getypt_was_en_niet_bewaard_komt_terug(client):
    zaak = zaak_met_gesprek()
    client.als(zaak.regisseur)
    versie = client.get(url(zaak)).context["versie"]
    bewaren = client.get(url(zaak)).context["conceptkader"].url
    client.post(bewaren, ingevuld(versie=str(versie), vervoer_wat_lukt="Half getypt"))

    aanbod = client.get(url(zaak))
    verder = client.get(url(zaak) + "?concept=ja")

    assert "Half getypt" not in aanbod.content.decode()
    assert "Verder met deze tekst" in aanbod.content.decode()
    assert "Half getypt" in verder.content.decode()
    assert verder.context["versie"] == versie
    assert client.post(url(zaak), ingevuld(versie=str(versie), vervoer_wat_lukt="Heel")).status_code == 302
    assert "Verder met deze tekst" not in client.get(url(zaak)).content.decode()


@pytest.mark.parametrize(
    ("anders", "op", "hoe"),
    [
        ({}, VANDAAG, "gesprek"),
        ({"pgb_verteld_op": "1-12-2026", "pgb_hoe": "telefoon"}, datetime.date(2026, 12, 1), "telefoon"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_verteld_met_de_dag_en_hoe(client, anders, op, hoe):
    zaak = zaak_in_onderzoek()

    client.als(zaak.regisseur).post(url(zaak), ingevuld(pgb_verteld="on", **anders))

    onderzoek = Onderzoek.objects.get(zaak=zaak)
    assert (onderzoek.pgb_verteld, onderzoek.pgb_verteld_op, onderzoek.pgb_hoe) == (True, op, hoe)
    assert (onderzoek.bijdrage_verteld, onderzoek.bijdrage_verteld_op, onderzoek.bijdrage_hoe) == (
        False,
        None,
        "",
    )


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"pgb_verteld": "on", "pgb_verteld_op": "4-12-2026"}, "Deze dag moet nog komen"),
        ({"bijdrage_verteld": "on", "bijdrage_verteld_op": "30-2-2026"}, "Deze datum bestaat niet"),
        ({"bijdrage_verteld": "on", "bijdrage_hoe": "postduif"}, "Kies een van de mogelijkheden"),
        ({"vervoer_wie_helpt": "x" * 100_000}, "tekens lang"),
        ({"vervoer_wie_helpt": "a\x00b"}, "een teken dat wij niet kunnen bewaren"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_blijft_staan_met_een_zin(client, anders, zin):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(**anders))

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in tekst
    assert "Zelf blijven wonen" in tekst
    assert not Gespreksdeel.objects.exists()


@pytest.mark.parametrize("tekst", ["<b>Koken</b> & wassen", "Þórdís Łękawska’s", "فاطمة ‏الزهراء كوك"])
@time_machine.travel(NU, tick=False)
def test_wat_wordt_gezegd_staat_er_als_tekst(client, tekst):
    zaak = zaak_in_onderzoek()
    client.als(zaak.regisseur).post(url(zaak), ingevuld(huishouden_wat_lukt=tekst))

    pagina = client.get(url(zaak)).content.decode()

    assert Gespreksdeel.objects.get().wat_lukt == tekst
    assert escape(tekst) in pagina


@time_machine.travel(NU, tick=False)
def test_later_uitwerken_wordt_een_taak_die_eindigt_als_alles_er_is(client):
    zaak = zaak_met_gesprek()
    client.als(zaak.regisseur)
    o = Onderzoek.objects.get(zaak=zaak)
    alles = {
        "behoeften": o.behoeften, "mantelzorger_behoeften": o.mantelzorger_behoeften, "bijdrage_verteld": "on",
        "pgb_verteld": "on", "huishouden_wat_lukt": "Koken", "huishouden_wie_helpt": "Dochter",
    }  # fmt: skip

    client.post(url(zaak), alles | {"versie": str(o.versie), "later": "ja"})
    taken = zaak.taken.open().filter(sleutel__startswith="gesprek_uitwerken")
    taak = taken.get()
    assert (taak.medewerker, taak.titel) == (zaak.regisseur, "Gesprek verder uitwerken")
    client.post(url(zaak), alles | {"versie": str(o.versie + 1)})
    assert taken.exists()  # the afweging is still open
    hulpvraag_afgewogen(zaak)
    client.post(url(zaak), alles | {"versie": str(o.versie + 2)})

    assert not taken.exists()


@time_machine.travel(NU, tick=False)
def test_de_zeven_punten_wijzen_waar_het_moet(client):
    zaak = zaak_in_onderzoek()
    client.als(zaak.regisseur).post(url(zaak), ingevuld())
    leeg = {p.letter: (p.klaar, u) for p, u in client.get(url(zaak)).context["loop"].punten}
    hulpvraag = hulpvraag_afgewogen(zaak, tot_en_met=4)
    verder = {p.letter: (p.klaar, u) for p, u in client.get(url(zaak)).context["loop"].punten}

    assert list(leeg) == list("abcdefg")
    assert [letter for letter, (klaar, _) in leeg.items() if klaar] == ["a"]
    assert leeg["d"][1] == f"{url(zaak)}#mantelzorger"
    assert leeg["c"][1] == f"{url(zaak)}#leefgebieden"
    assert verder["b"][0]
    assert verder["e"] == (False, f"{url(zaak, 'afweging')}?open={hulpvraag.pk}.5#trede")
    assert verder["f"] == (False, f"{url(zaak, 'afweging')}?open={hulpvraag.pk}.6#trede")
