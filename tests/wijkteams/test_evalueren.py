"""The plan is looked at together: a score and one decision a goal; what follows is a task, or the end."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import (
    GETEKEND_OP,
    om,
    plan_met_doel,
    wie_is,
    zaak_met_gesprek,
    zaak_met_plan,
)
from toegang.models import Gebeurtenis, Taak, Zichtbaar
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from wijkteams.models import Doel, Doeloordeel, Evaluatie, Leefzorgplan, Opschaling, Plandeel
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.plan_evalueren import plan_evalueren
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
VOLGENDE = datetime.date(2027, 6, 3)


def url(zaak):
    return reverse("wijkteams:evaluatie", args=[zaak.pk])


def ingevuld(zaak, besluit="doorgaan", **anders):
    """The form as it is posted, for the one goal of the zaak."""
    doel = Doel.objects.van_zaak(zaak).get()
    return {
        "gehouden_op": "2-12-2026", "aanwezigen": "Inwoner en dochter", "volgende_op": "3-6-2027",
        f"score_{doel.pk}": "4", f"besluit_{doel.pk}": besluit, f"toelichting_{doel.pk}": "Het gaat beter",
    } | anders  # fmt: skip


def evalueren(zaak, besluit, *, op=VANDAAG, **anders):
    deel = Plandeel.objects.lopend().get(zaak=zaak)
    doelen = Doel.objects.van_zaak(zaak).lopend()
    velden = {
        "gehouden_op": op, "aanwezigen": "Inwoner", "volgende_op": VOLGENDE,
        "oordelen": {str(d.pk): {"score": 4, "besluit": besluit, "toelichting": "Omdat"} for d in doelen},
    } | anders  # fmt: skip
    return plan_evalueren(
        plan_id=deel.plan_id, zaak_id=zaak.pk, door=zaak.regisseur.actor, vandaag=VANDAAG, **velden
    )


@pytest.mark.parametrize(
    ("wie", "http", "aantal"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_wie_het_plan_evalueert(client, wie, http, aantal):
    zaak = zaak_met_plan()

    antwoord = client.als(wie_is(wie, zaak, op=VANDAAG)).post(url(zaak), ingevuld(zaak))

    assert antwoord.status_code == http
    assert Evaluatie.objects.count() == aantal


@time_machine.travel(NU, tick=False)
def test_doorgaan_zet_de_volgende_dag_en_de_taak_en_staat_naast_toen(client):
    zaak, sleutel = zaak_met_plan(), uuid.uuid4()
    client.als(zaak.regisseur)

    antwoorden = [client.post(url(zaak), ingevuld(zaak), sleutel=sleutel) for _ in range(2)]

    assert {a.status_code for a in antwoorden} == {302}
    oordeel = Doeloordeel.objects.get()
    assert (oordeel.score, oordeel.besluit) == (4, "doorgaan")
    assert Plandeel.objects.get(zaak=zaak).evaluatie_op == VOLGENDE
    taak = Taak.objects.open().get(sleutel=f"plan_evalueren:{zaak.pk}")
    assert (taak.uiterlijk_op, taak.adres) == (VOLGENDE, "wijkteams:evaluatie")
    assert Taak.objects.filter(sleutel=f"plan_evalueren:{zaak.pk}").count() == 2
    plan = client.get(reverse("wijkteams:plan", args=[zaak.pk])).content.decode()
    assert 'data-kop="Toen">3</td>' in plan
    assert 'data-kop="Nu">4 (2 dec 2026)</td>' in plan
    assert "Eerder samen bekeken" in client.get(url(zaak)).content.decode()
    assert Gebeurtenis.objects.filter(zaak=zaak, soort="plan_bekeken", zichtbaar=Zichtbaar.INWONER).exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"gehouden_op": "32-1-2026"}, "Deze datum bestaat niet"),
        (
            {"gehouden_op": "4-12-2026"},
            "Deze datum moet liggen van 24 november 2026 tot en met 3 december 2026",
        ),
        ({"gehouden_op": "1-1-2020"}, "Deze datum moet liggen van"),
        ({"volgende_op": ""}, "Vul in wanneer u het plan weer samen bekijkt"),
        ({"volgende_op": "3-12-2026"}, "Kies een dag na 3 december 2026, binnen een jaar"),
        ({"volgende_op": "3-12-2030"}, "Kies een dag na 3 december 2026, binnen een jaar"),
        ({"besluit": ""}, "Kies wat er gebeurt met het doel"),
        ({"besluit": "stoppen", "toelichting": " "}, "Schrijf waarom, bij het doel"),
        ({"score": ""}, "Vul in hoe het nu is, bij het doel"),
        ({"score": "9"}, "Kies een van de mogelijkheden"),
        ({"toelichting": "x" * 100_001}, "100.001"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_krijgt_een_zin_en_blijft_staan(client, anders, zin):
    zaak = zaak_met_plan()
    doel = Doel.objects.get()
    per_doel = {f"{k}_{doel.pk}": w for k, w in anders.items() if k in ("besluit", "score", "toelichting")}
    rest = {k: w for k, w in anders.items() if f"{k}_{doel.pk}" not in per_doel}

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(zaak) | per_doel | rest)

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in pagina
    assert 'value="Inwoner en dochter"' in pagina
    assert not Evaluatie.objects.exists()


def test_het_laatste_doel_stopt_en_dan_is_dit_deel_klaar_en_het_plan_ook():
    zaak = zaak_met_plan()

    evalueren(zaak, "stoppen", volgende_op=None)

    deel = Plandeel.objects.get(zaak=zaak)
    assert (deel.status, deel.afgesloten_op) == ("afgesloten", VANDAAG)
    assert Doel.objects.get().beeindigd_op == VANDAAG
    assert Leefzorgplan.objects.get().afgesloten_op == VANDAAG
    assert not Taak.objects.open().filter(sleutel__startswith="plan_evalueren").exists()
    with pytest.raises(OngeldigeOvergang, match="loopt niet"):
        plan_evalueren(
            plan_id=deel.plan_id, zaak_id=zaak.pk, door=zaak.regisseur.actor, vandaag=VANDAAG, gehouden_op=VANDAAG,
            aanwezigen="x", oordelen={},
        )  # fmt: skip


@pytest.mark.parametrize(
    ("besluit", "opgeschaald", "adres"),
    [
        ("afschalen", True, "wijkteams:opschalen"),
        ("afschalen", False, "wijkteams:plan"),
        ("opschalen", False, "wijkteams:opschalen"),
        ("opschalen", True, "wijkteams:plan"),
        ("doorgaan", True, None),
    ],
)
def test_minder_of_meer_hulp_is_een_taak_op_de_goede_plaats(besluit, opgeschaald, adres):
    zaak = zaak_met_plan()
    if opgeschaald:
        zaak = _opgeschaald(zaak)

    evalueren(zaak, besluit)

    taak = Taak.objects.open().filter(sleutel__in=[f"plan_{b}:{zaak.pk}" for b in ("afschalen", "opschalen")])
    assert [t.adres for t in taak] == ([adres] if adres else [])


def _opgeschaald(zaak):
    plus = WijkteamFabriek(naam="Wijkteam+", soort="plus")
    mia, lead = MedewerkerFabriek(team=plus), MedewerkerFabriek(team=plus, team__rol=Rol.TEAMLEAD)
    zaak_opschalen(
        zaak_id=zaak.pk, grond=Opschaling.Grond.MEER_PROBLEMEN, toelichting="Veel tegelijk", door=zaak.regisseur.actor,
        bekijken_op=datetime.date(2027, 1, 3), vandaag=VANDAAG, nu=NU,
    )  # fmt: skip
    return zaak_toewijzen(
        zaak_id=zaak.pk, regisseur_id=mia.pk, reden="Ruimte", door=lead.actor, vandaag=VANDAAG, nu=NU
    )


def test_een_plan_dat_niet_is_afgesproken_wordt_niet_bekeken():
    zaak = zaak_met_gesprek()
    plan_met_doel(zaak)

    with pytest.raises(OngeldigeOvergang, match="nog niet afgesproken"):
        evalueren(zaak, "doorgaan")


def test_twee_tegelijk_een_evaluatie_en_de_ander_hoort_het():
    zaak = zaak_met_plan()
    versie = Plandeel.objects.get(zaak=zaak).versie
    evalueren(zaak, "doorgaan", versie=versie)

    with pytest.raises(Exception, match="Een collega heeft dit intussen gewijzigd"):
        evalueren(zaak, "doorgaan", versie=versie)

    assert Evaluatie.objects.count() == 1


def test_een_doel_dat_intussen_bijkwam_wordt_genoemd():
    zaak = zaak_met_plan()
    deel = Plandeel.objects.get(zaak=zaak)
    oud = {str(Doel.objects.get().pk): {"score": 4, "besluit": "doorgaan", "toelichting": ""}}
    doel_toevoegen(
        plan_id=deel.plan_id, zaak_id=zaak.pk, door=zaak.regisseur.actor, leefgebied="vervoer", ik_wil="Naar de markt",
        uiterlijk_op=VOLGENDE,
    )  # fmt: skip
    deel.refresh_from_db()
    deel.status, deel.vastgesteld_op = "vastgesteld", GETEKEND_OP
    deel.bewaren(door=zaak.regisseur.actor, reden="test")

    with pytest.raises(ValidationError, match="intussen gewijzigd"):
        evalueren(zaak, "doorgaan", oordelen=oud)


@time_machine.travel(NU, tick=False)
def test_na_het_besluit_loopt_het_plan_door(client):
    """The zaak closes with its last decision; the help runs, so the goals are still looked at."""
    zaak = zaak_met_plan()
    zaak.refresh_from_db()
    zaak.status, zaak.afsluitreden, zaak.afgesloten_op = "afgesloten", "besluit", VANDAAG
    taken.opruimen(zaak, door=zaak.regisseur.actor)
    zaak.bewaren(door=zaak.regisseur.actor, reden="test")
    assert [t.sleutel for t in zaak.taken.open()] == [f"plan_evalueren:{zaak.pk}"]

    antwoord = client.als(zaak.regisseur).post(url(zaak), ingevuld(zaak))

    assert antwoord.status_code == 302
