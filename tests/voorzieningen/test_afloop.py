"""The page about the end of help: who sees and does what, what was sent and what comes, the overview of a day."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.voorzieningen.lopend import EINDE, consulent, lopende_hulp, taak, voor
from tests.voorzieningen.opstelling import collega
from toegang.models import Actor, Inzage, Taak, ZaakUserObjectPermission
from toegang.rechten import Rol
from toegang.usecases.heronderzoek_openen import heronderzoek_openen
from voorzieningen.models import Indicatie
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.hulp_vooruitzien import Ronde, hulp_vooruitzien

pytestmark = pytest.mark.django_db
OP = "2027-03-10T10:00:00+01:00"  # sixteen weeks before the end
DAG = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _op_de_dag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def indicatie():
    return lopende_hulp()


def status(indicatie) -> tuple[str, bool]:
    rij = Indicatie.objects.get(pk=indicatie.pk)
    return rij.status, rij.loopt_af_op is not None


# --- rights -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wie", "http"),
    [("regisseur", 200), ("teamgenoot", 200), ("teamleider", 200), ("administratie", 200), ("ander_team", 404),
     ("andere_wet", 404), ("kcc", 404), ("toetser", 404)],
)  # fmt: skip
def test_afloop_zien(client, indicatie, wie, http):
    pagina = client.als(collega(wie, indicatie.zaak)).get(
        reverse("voorzieningen:afloop", args=[indicatie.pk])
    )

    assert pagina.status_code == http
    if http == 200:
        assert Inzage.objects.filter(scherm="afloop", zaak=indicatie.zaak_id, uitkomst="gelukt").count() == 1


@pytest.mark.parametrize(
    ("wie", "toestand", "http", "nieuw"),
    [
        ("regisseur", "lopend", 302, ("lopend", True)),
        ("teamgenoot", "lopend", 302, ("lopend", True)),
        ("regisseur", "toegekend", 302, ("toegekend", True)),
        ("regisseur", "beeindigd", 302, ("beeindigd", True)),
        ("regisseur", "voorgesteld", 302, ("voorgesteld", False)),  # refused with a sentence
        ("teamleider", "lopend", 403, ("lopend", False)),
        ("administratie", "lopend", 403, ("lopend", False)),
        ("ander_team", "lopend", 404, ("lopend", False)),
    ],
)
def test_laten_aflopen(client, wie, toestand, http, nieuw):
    einde = {"beeindigd_op": EINDE} if toestand == "beeindigd" else {}
    indicatie = lopende_hulp(status=toestand, **einde)

    antwoord = client.als(collega(wie, indicatie.zaak)).post(
        reverse("voorzieningen:afloop", args=[indicatie.pk]),
        {"formuliernaam": "aflopen", "reden": "niet_nodig", "versie": "1"},
    )

    assert (antwoord.status_code, status(indicatie)) == (http, nieuw)


@pytest.mark.parametrize(
    ("wie", "toestand", "dag", "http", "nieuw"),
    [
        ("regisseur", "lopend", "10-3-2027", 302, "beeindigd"),
        ("regisseur", "lopend", "11-3-2027", 200, "lopend"),  # tomorrow
        ("regisseur", "lopend", "30-6-2025", 200, "lopend"),  # before it began
        ("regisseur", "toegekend", "10-3-2027", 302, "toegekend"),
        ("administratie", "lopend", "10-3-2027", 403, "lopend"),
        ("ander_team", "lopend", "10-3-2027", 404, "lopend"),
    ],
)
def test_beeindigen(client, wie, toestand, dag, http, nieuw):
    indicatie = lopende_hulp(status=toestand)

    antwoord = client.als(collega(wie, indicatie.zaak)).post(
        reverse("voorzieningen:afloop", args=[indicatie.pk]),
        {"formuliernaam": "beeindigen", "laatste_dag": dag, "waarom": "verhuisd", "versie": "1"},
    )

    assert (antwoord.status_code, status(indicatie)[0]) == (http, nieuw)
    if http == 200:
        assert "Kies een dag van 1 juli 2025 tot en met 10 maart 2027" in antwoord.text


@pytest.mark.parametrize(
    ("rol", "http"),
    [
        (Rol.ADMINISTRATIE, 200),
        (Rol.KCC, 403),
        (Rol.BEHEERDER, 403),
        (Rol.CONTRACTBEHEERDER, 403),
        (Rol.JURIST, 403),
    ],
)
def test_dagoverzicht_per_rol(client, rol, http):
    pagina = client.als(MedewerkerFabriek(rollen=[rol])).get(reverse("voorzieningen:herinneringen"))

    assert pagina.status_code == http


# --- what stands there ------------------------------------------------------------------------------


def test_de_ladder_op_de_pagina_voor_en_na(client, indicatie):
    client.als(indicatie.zaak.regisseur)
    pad = reverse("voorzieningen:afloop", args=[indicatie.pk])
    vooraf = client.get(pad).text
    herinneringen_versturen(vandaag=voor(16))
    erna = client.get(pad).text

    assert vooraf.count("Komt nog") == 7
    assert erna.count("Komt nog") == 6
    assert indicatie.zaak.regisseur.naam in erna
    assert "Brief" in erna


def test_gemist_staat_er_als_ingehaald(client, indicatie):
    herinneringen_versturen(vandaag=voor(7))

    html = client.als(indicatie.zaak.regisseur).get(reverse("voorzieningen:afloop", args=[indicatie.pk])).text

    assert html.count("Samen met: 8 weken voor het einde.") == 2
    assert "Ingehaald op 12 mei 2027." in html


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        (
            {"status": "beeindigd", "beeindigd_op": voor(20)},
            "Deze hulp is eerder beëindigd, op 10 februari 2027.",
        ),
        ({"loopt_af_op": voor(18), "loopt_af_reden": "eenmalig"}, "deze hulp was voor één keer"),
        ({"status": "voorgesteld"}, "Deze hulp loopt niet."),
    ],
)
def test_waarom_er_geen_herinnering_meer_komt(client, velden, zin):
    indicatie = lopende_hulp(**velden)

    html = client.als(indicatie.zaak.regisseur).get(reverse("voorzieningen:afloop", args=[indicatie.pk])).text

    assert zin in html
    assert html.count("Vervalt") == 7


def test_een_tweede_heronderzoek_wordt_niet_aangeboden(client, indicatie):
    heronderzoek_openen(zaak_id=indicatie.zaak_id, door=Actor.objects.systeem(), vandaag=voor(16))

    html = client.als(indicatie.zaak.regisseur).get(reverse("voorzieningen:afloop", args=[indicatie.pk])).text

    assert "Op 10 maart 2027 is een heronderzoek begonnen." in html
    assert reverse("toegang:heronderzoek_openen", args=[indicatie.zaak_id]) not in html


def test_na_laten_aflopen_is_de_taak_weg_en_staat_de_reden_er(client, indicatie):
    herinneringen_versturen(vandaag=voor(16))
    client.als(indicatie.zaak.regisseur)
    pad = reverse("voorzieningen:afloop", args=[indicatie.pk])

    antwoord = client.post(
        pad, {"formuliernaam": "aflopen", "reden": "niet_nodig", "versie": "1"}, follow=True
    )

    assert taak(indicatie) is None
    assert "de inwoner heeft de hulp niet meer nodig" in antwoord.text
    assert "Er komen geen herinneringen meer" in antwoord.text


def test_een_verouderd_formulier_wordt_niet_bewaard(client, indicatie):
    indicatie.resultaat = "een ander resultaat"
    indicatie.bewaren(door=Actor.objects.systeem(), reden="test")

    antwoord = client.als(indicatie.zaak.regisseur).post(
        reverse("voorzieningen:afloop", args=[indicatie.pk]),
        {"formuliernaam": "aflopen", "reden": "niet_nodig", "versie": "1"},
    )

    assert "Systeem wijzigde dit intussen (test)" in antwoord.text
    assert status(indicatie) == ("lopend", False)


def test_het_dagoverzicht_toont_alleen_wie_ik_mag_zien_en_legt_hen_vast(client):
    aanbod = huishoudelijke_hulp()
    van_mij, van_ander, dicht = (lopende_hulp(aanbod=aanbod) for _ in range(3))
    dicht.zaak.afgeschermd = True
    dicht.zaak.bewaren(door=Actor.objects.systeem(), reden="test")
    herinneringen_versturen(vandaag=voor(16))
    pad = reverse("voorzieningen:herinneringen")

    team = client.als(van_mij.zaak.regisseur).get(pad).text
    gezien = set(Inzage.objects.filter(scherm="herinneringen").values_list("zaak", flat=True))
    desk = client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])).get(pad).text

    naam = [i.dossier.inwoner.naam.weergave() for i in (van_mij, van_ander, dicht)]
    assert [n in team for n in naam] == [True, False, False]
    assert [n in desk for n in naam] == [True, True, False]
    assert gezien == {van_mij.zaak_id}
    assert "Eerste herinnering: 1" in team
    assert "Eerste herinnering: 2" in desk
    assert not ZaakUserObjectPermission.objects.exists()


def test_een_dag_die_komt_toont_wat_dan_gebeurt_en_bladert(client):
    aanbod = huishoudelijke_hulp()
    eerste = lopende_hulp(aanbod=aanbod)
    for _ in range(29):
        lopende_hulp(
            aanbod=aanbod, zaakvelden={"wijkteam": eerste.zaak.wijkteam, "regisseur": eerste.zaak.regisseur}
        )
    client.als(eerste.zaak.regisseur)
    pad = reverse("voorzieningen:herinneringen")

    dag = client.get(pad, {"dag": str(voor(8))})
    rijen = dag.context["gepland"]
    tweede = client.get(pad + dag.context["volgende"]).context["gepland"]
    anders = client.get(pad, {"dag": str(voor(8) + DAG)}).context["gepland"]

    assert len(rijen) == 25
    assert len(tweede) == 5
    assert len({r.pk for r in (*rijen, *tweede)}) == 30
    assert {r.naam for r in rijen} == {"8 weken voor het einde"}
    assert anders == []


@pytest.mark.parametrize("dag", ["geen dag", "2027-02-30", "0001-01-01", "9999-12-31", "2027-03-10'--"])
def test_een_onzinnige_dag_is_vandaag(client, dag):
    lopende_hulp()

    pagina = client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])).get(
        reverse("voorzieningen:herinneringen"), {"dag": dag, "na": "x_y"}
    )

    assert pagina.status_code == 200
    assert pagina.context["dag"] == voor(16)


def test_de_taak_leidt_naar_de_pagina_en_staat_in_de_werkvoorraad(client):
    indicatie = lopende_hulp()
    herinneringen_versturen(vandaag=voor(16))
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    html = client.als(desk).get(reverse("toegang:werkvoorraad"), {"groep": "aflopend"}).text
    mijn = client.als(indicatie.zaak.regisseur).get(reverse("toegang:mijn_werk")).text

    adres = reverse("voorzieningen:afloop", args=[indicatie.pk])
    assert adres in html
    assert "Hulp loopt af op 30 juni 2027" in html
    assert adres in mijn
    assert "Begin een heronderzoek, of laat de hulp aflopen." in mijn


def test_de_hulplijst_leidt_naar_het_einde(client, indicatie):
    html = (
        client.als(indicatie.zaak.regisseur)
        .get(reverse("voorzieningen:indicaties", args=[indicatie.zaak_id]))
        .text
    )

    assert reverse("voorzieningen:afloop", args=[indicatie.pk]) in html


def test_voor_een_ander_team_staat_er_niets(client, indicatie):
    herinneringen_versturen(vandaag=voor(16))
    ander = consulent(lopende_hulp().zaak.wijkteam)

    pagina = client.als(ander).get(reverse("voorzieningen:herinneringen"))

    assert pagina.context["gedaan"] == []
    assert pagina.context["aantallen"] == []


def test_de_consulent_kiest_de_dag_om_opnieuw_te_kijken_en_de_taak_gaat_mee(client, indicatie):
    pad = reverse("voorzieningen:afloop", args=[indicatie.pk])
    sleutel = f"heronderzoek_gepland:{indicatie.pk}"
    vroeg, later = datetime.date(2027, 3, 11), datetime.date(2027, 5, 3)

    def kies(op, wie="regisseur"):
        versie = Indicatie.objects.get(pk=indicatie.pk).versie
        velden = {"formuliernaam": "opnieuw", "heronderzoek_op": op, "versie": versie}
        return client.als(collega(wie, indicatie.zaak)).post(pad, velden, follow=True)

    assert "Kies een dag van 11 maart 2027 tot en met 29 juni 2027" in kies("10-3-2027").text
    assert kies("11-3-2027", "teamleider").status_code == 403
    assert kies("11-3-2027", "administratie").status_code == 403
    assert "op 11 maart 2027 krijgt de regisseur een taak" in kies("11-3-2027").text
    assert hulp_vooruitzien(vandaag=vroeg).heronderzoek == 1
    assert Taak.objects.open().filter(sleutel=sleutel).exists()

    assert "Gepland op 3 mei 2027" in kies("3-5-2027").text  # another day: that task is done, a new one comes
    assert not Taak.objects.open().filter(sleutel=sleutel).exists()
    assert hulp_vooruitzien(vandaag=later - DAG) == Ronde()
    assert hulp_vooruitzien(vandaag=later).heronderzoek == 1
    assert Taak.objects.open().filter(sleutel=sleutel).count() == 1
    assert "bij de herinneringen" in kies("").text
    assert not Taak.objects.open().filter(sleutel=sleutel).exists()
    assert hulp_vooruitzien(vandaag=later + DAG) == Ronde()
