"""The leefzorgplan: goals in the inwoner's words, complete before it is agreed, read per goal."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek, ZaakFabriek
from tests.wijkteams import opstellingen
from tests.wijkteams.opstellingen import (
    om,
    plan_met_doel,
    wie_is,
    zaak_in_onderzoek,
    zaak_met_gesprek,
    zaak_met_plan,
)
from toegang import onderdelen
from toegang.models import Zaak
from toegang.rechten import Rol, Wet
from wijkteams.models import Deelnemer, Discipline, Doel, Leefzorgplan, Plandeel, ZrmScore
from wijkteams.onderdeel import nu_te_doen
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.plan_vaststellen import plan_vaststellen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)


def url(zaak):
    return reverse("wijkteams:plan", args=[zaak.pk])


def doel(**anders):
    return {
        "formuliernaam": "doel", "doel-leefgebied": "huishouden", "doel-ik_wil": "Ik wil een schoon huis",
        "doel-score_nu": "3", "doel-score_straks": "4", "doel-uiterlijk_op": "1-3-2027", **anders,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wie", "http", "aantal"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_wie_een_plan_begint(client, wie, http, aantal):
    zaak = zaak_in_onderzoek()

    antwoord = client.als(wie_is(wie, zaak, op=VANDAAG)).post(url(zaak), {"formuliernaam": "opstellen"})

    assert antwoord.status_code == http
    assert Leefzorgplan.objects.filter(dossier=zaak.dossier).count() == aantal


@time_machine.travel(NU, tick=False)
def test_van_begin_tot_akkoord_op_het_scherm(client):
    zaak, sleutel = zaak_met_gesprek(), uuid.uuid4()
    client.als(zaak.regisseur)

    client.post(url(zaak), {"formuliernaam": "opstellen"})
    for _ in range(2):
        client.post(url(zaak), doel(), sleutel=sleutel)
    het_doel = Doel.objects.get(plan__dossier=zaak.dossier)
    leeg = client.get(url(zaak)).content.decode()
    client.post(
        url(zaak),
        {"formuliernaam": f"actie-{het_doel.pk}", f"actie-{het_doel.pk}-soort": "netwerk",
         f"actie-{het_doel.pk}-omschrijving": "Boodschappen", f"actie-{het_doel.pk}-wie": "dochter"},
    )  # fmt: skip
    deelnemer = Deelnemer.objects.get(deel__plan=het_doel.plan)
    client.post(
        url(zaak),
        {"formuliernaam": f"akkoord-{deelnemer.pk}", f"akkoord-{deelnemer.pk}-akkoord_op": "2-12-2026",
         f"akkoord-{deelnemer.pk}-wijze": "papier"},
    )  # fmt: skip
    antwoord = client.post(
        url(zaak), {"formuliernaam": "vaststellen", "vaststellen-evaluatie_op": "3-6-2027"}
    )

    assert "Nog geen acties afgesproken." in leeg
    assert antwoord.status_code == 302
    deel = Plandeel.objects.get(zaak=zaak)
    assert (deel.status, deel.vastgesteld_op, deel.evaluatie_op) == (
        "vastgesteld", VANDAAG, datetime.date(2027, 6, 3),
    )  # fmt: skip
    pagina = client.get(url(zaak)).content.decode()
    assert "akkoord op 2 december 2026, op papier" in pagina
    assert "Familie en buren (dochter):" in pagina


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"doel-ik_wil": ""}, "Schrijf op wat de inwoner wil"),
        ({"doel-score_straks": "2"}, "Het doel is 3 of hoger"),
        ({"doel-score_nu": "9"}, "Vul een getal in van 1 tot en met 5"),
        ({"doel-uiterlijk_op": "1-1-2020"}, "Kies een dag die nog komt"),
    ],
)
@time_machine.travel(NU, tick=False)
def test_wat_niet_klopt_blijft_staan_met_een_zin(client, anders, zin):
    zaak = zaak_met_gesprek()
    client.als(zaak.regisseur).post(url(zaak), {"formuliernaam": "opstellen"})

    antwoord = client.post(url(zaak), doel(**anders))

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert 'value="1-3-2027"' in antwoord.content.decode() or "doel-uiterlijk_op" in anders
    assert not Doel.objects.exists()


def test_vaststellen_noemt_wat_ontbreekt():
    zaak = zaak_met_gesprek()
    plan = plan_met_doel(zaak, akkoord=False)
    score = ZrmScore.objects.get(onderzoek__zaak=zaak)
    score.domein = 1
    score.bewaren(door=zaak.regisseur.actor, reden="test")

    with pytest.raises(ValidationError) as fout:
        plan_vaststellen(plan_id=plan.pk, zaak_id=zaak.pk, door=zaak.regisseur.actor, vandaag=VANDAAG)

    assert fout.value.messages[0].startswith("Financiën heeft een lage score (3).")
    assert "ontbreekt" in fout.value.messages[1]


@time_machine.travel(NU, tick=False)
def test_een_lage_score_zonder_doel_krijgt_een_reden(client):
    zaak = zaak_met_gesprek()
    client.als(zaak.regisseur).post(url(zaak), {"formuliernaam": "opstellen"})
    score = ZrmScore.objects.get(onderzoek__zaak=zaak)
    assert "Waarom is er geen doel voor instrumentele adl?" in client.get(url(zaak)).content.decode()

    client.post(
        url(zaak),
        {
            "formuliernaam": f"geendoel-{score.pk}",
            f"geendoel-{score.pk}-geen_doel_omdat": "Wil de inwoner nu niet",
        },
    )

    assert ZrmScore.objects.get(pk=score.pk).geen_doel_omdat == "Wil de inwoner nu niet"
    assert "Lage scores zonder doel" not in client.get(url(zaak)).content.decode()


def test_een_wijziging_maakt_het_plan_weer_concept():
    zaak = zaak_met_plan()
    plan = Leefzorgplan.objects.get(dossier=zaak.dossier)

    doel_toevoegen(
        plan_id=plan.pk, zaak_id=zaak.pk, door=zaak.regisseur.actor, leefgebied="vervoer", ik_wil="Naar de markt",
        uiterlijk_op=datetime.date(2027, 3, 1),
    )  # fmt: skip

    deel = Plandeel.objects.get(zaak=zaak)
    assert (deel.status, deel.vastgesteld_op) == ("concept", None)
    assert [d.akkoord_op for d in deel.deelnemers.all()] == [None]


@time_machine.travel(NU, tick=False)
def test_een_doel_van_een_andere_wet_laat_geen_gat_en_geen_getal(client):
    zaak = zaak_met_plan()
    jeugdzaak = ZaakFabriek(
        dossier=zaak.dossier, wet=Wet.JEUGDWET, wijkteam=zaak.wijkteam, status="onderzoek"
    )
    jeugd = MedewerkerFabriek(team=zaak.wijkteam, team__discipline=Discipline.JEUGD)
    plan = plan_opstellen(zaak_id=jeugdzaak.pk, door=jeugd.actor, vandaag=VANDAAG)
    assert plan == Leefzorgplan.objects.get(dossier=zaak.dossier)
    verborgen = doel_toevoegen(
        plan_id=plan.pk, zaak_id=jeugdzaak.pk, door=jeugd.actor, leefgebied="opvoeden", ik_wil="Rust in huis",
        uiterlijk_op=datetime.date(2027, 3, 1),
    )  # fmt: skip

    pagina = client.als(zaak.regisseur).get(url(zaak)).content.decode()

    assert "Rust in huis" not in pagina
    with pytest.raises(Doel.DoesNotExist):
        actie_toevoegen(
            doel_id=verborgen.pk,
            zaak_id=zaak.pk,
            door=zaak.regisseur.actor,
            soort="inwoner",
            omschrijving="x",
        )


@time_machine.travel(NU, tick=False)
def test_twintig_doelen_kosten_niet_meer_vragen(client):
    zaak = zaak_met_plan()
    plan = Leefzorgplan.objects.get(dossier=zaak.dossier)
    client.als(zaak.regisseur).get(url(zaak))
    aantallen = []
    for meer in (0, 19):
        for n in range(meer):
            doel_toevoegen(
                plan_id=plan.pk, zaak_id=zaak.pk, door=zaak.regisseur.actor, leefgebied="vervoer",
                ik_wil=f"Doel {n}", uiterlijk_op=datetime.date(2027, 3, 1),
            )  # fmt: skip
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(url(zaak)).status_code == 200
        aantallen.append(sum("SAVEPOINT" not in v["sql"] for v in vragen))

    assert aantallen[0] == aantallen[1] <= 15


def test_het_dossier_toont_hulpvragen_en_plan_in_het_kort():
    zaak = zaak_met_plan()
    buur = zaak_met_plan()  # of another person, in the same team: the reader may open that too
    jeugdzaak = ZaakFabriek(
        dossier=zaak.dossier, wet=Wet.JEUGDWET, wijkteam=zaak.wijkteam, status="onderzoek"
    )
    jeugd = MedewerkerFabriek(team=zaak.wijkteam, team__discipline=Discipline.JEUGD)
    for van, wie, wens in ((buur, buur.regisseur, "Van de buur"), (jeugdzaak, jeugd, "Van het kind")):
        plan = plan_opstellen(zaak_id=van.pk, door=wie.actor, vandaag=VANDAAG)
        doel_toevoegen(
            plan_id=plan.pk, zaak_id=van.pk, door=wie.actor, leefgebied="vervoer", ik_wil=wens,
            uiterlijk_op=datetime.date(2027, 3, 1),
        )  # fmt: skip
    lezer = type(zaak.regisseur.actor).objects.get(pk=zaak.regisseur.actor.pk)
    van_ons = [p for p in onderdelen.panelen() if p.naam in ("hulpvragen", "plan")]
    feiten = onderdelen.paneelfeiten(("hulpvragen", "plan"), lezer, VANDAAG)

    gelezen = Zaak.objects.annotate(**feiten).get(pk=zaak.pk).__dict__
    panelen = {p.naam: p.lezen(zaak, gelezen, VANDAAG) for p in van_ons}

    assert [h["stand"] for h in panelen["hulpvragen"]["hulpvragen"]] == ["maatwerk nodig"]
    assert [d.heeft_actie for d in panelen["plan"]["doelen"]] == [True]
    assert {d.pk for d in panelen["plan"]["doelen"]} == set(
        Doel.objects.filter(doelzaken__zaak=zaak).values_list("pk", flat=True)
    )
    van_buur = Zaak.objects.annotate(**feiten).get(pk=buur.pk).__dict__["feit_doelen"]
    assert "Van de buur" in {d["ik_wil"] for d in van_buur}


@pytest.mark.parametrize(
    ("toestand", "eerste"),
    [
        ("zaak_te_verdelen", "Regisseur kiezen"),
        ("zaak_in_onderzoek", "Huisbezoek plannen"),
        ("zaak_met_gesprek", "Gesprek vastleggen"),
        ("zaak_met_plan", None),
    ],
)
def test_nu_te_doen_noemt_de_volgende_stap(toestand, eerste):
    zaak = getattr(opstellingen, toestand)()
    wie = zaak.regisseur or MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD)
    lezer = type(wie.actor).objects.get(pk=wie.actor.pk)
    zaak = (
        Zaak.objects.voor(lezer, "proces_inzien")
        .met_rechten(lezer)
        .select_related("regisseur")
        .annotate(**onderdelen.feiten())
        .get(pk=zaak.pk)
    )
    stappen = nu_te_doen(lezer, zaak)

    assert (stappen[0].label if stappen else None) == eerste
    assert all(not s.waarom_niet for s in stappen)
