"""My day: the visits as a time line, tasks, terms; on paper; in one's own calendar. And the letter about a visit."""

import datetime
import uuid

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import om, wie_is, zaak_in_onderzoek
from tests.wijkteams.test_opschalen import lid
from toegang.brieven.basis import html_maken
from toegang.models import Actor, Brief, Inzage, ZaakUserObjectPermission
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.brieven import afspraakbrief
from wijkteams.models import Huisbezoek
from wijkteams.usecases.afspraak_bevestigen import afspraak_bevestigen
from wijkteams.usecases.afwezigheid_vastleggen import afwezigheid_vastleggen
from wijkteams.usecases.huisbezoek_afronden import huisbezoek_afronden
from wijkteams.usecases.huisbezoek_gemist import huisbezoek_gemist
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.huisbezoek_verzetten import huisbezoek_verzetten

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 8)
BEZOEKDAG = datetime.date(2026, 12, 10)
DAG = reverse("wijkteams:dag")


def bezoek_op(dag=VANDAAG, uur=14, *, regisseur=None, inwoner=None) -> Huisbezoek:
    zaak = zaak_in_onderzoek(regisseur=regisseur, inwoner=inwoner)
    return huisbezoek_plannen(zaak_id=zaak.pk, door=zaak.regisseur.actor, nu=NU, gepland_om=om(dag, uur))


@time_machine.travel(NU, tick=False)
def test_de_dag_in_volgorde_met_wat_de_bezoeker_moet_weten(client):
    laat = bezoek_op(uur=15, inwoner=InwonerFabriek(let_op_bij_bezoek="Losse hond.", tolk="Pools"))
    wie = laat.zaak.regisseur
    vroeg = bezoek_op(uur=9, regisseur=wie, inwoner=InwonerFabriek(geheim=7))
    morgen = bezoek_op(VANDAAG + datetime.timedelta(days=1), regisseur=wie)

    antwoord = client.als(wie).get(DAG)

    tekst = antwoord.content.decode()
    assert [b.pk for b in antwoord.context["dag"].bezoeken] == [vroeg.pk, laat.pk]
    assert "Let op bij bezoek: Losse hond." in tekst
    assert "Tolk: Pools" in tekst
    assert "15.00 uur tot 16.30 uur" in tekst
    assert "Nog geen brief gestuurd" in tekst
    assert "Huisbezoek om 9.00 uur" in tekst  # the task of the day
    gezien = set(Inzage.objects.filter(scherm="dag").values_list("zaak", flat=True))
    assert {vroeg.zaak_id, laat.zaak_id} <= gezien
    assert morgen.zaak_id not in {b.zaak_id for b in antwoord.context["dag"].bezoeken}
    morgen_pagina = client.get(f"{DAG}?op=2026-12-04")
    assert [b.pk for b in morgen_pagina.context["dag"].bezoeken] == [morgen.pk]
    assert client.get(f"{DAG}?op=2026-02-31").context["dag"].op == VANDAAG


@time_machine.travel(NU, tick=False)
def test_hoogstens_acht_vragen_met_een_en_met_twintig_bezoeken(client):
    wie = bezoek_op().zaak.regisseur
    client.als(wie).get(DAG)  # the first page of a session moves its end
    aantallen = []
    for meer in (0, 19):
        for _ in range(meer):
            bezoek_op(regisseur=wie, inwoner=InwonerFabriek(let_op_bij_bezoek="Hond."))
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(DAG)
        vragen = [v for v in vragen if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        aantallen.append(len(vragen))

    assert len(antwoord.context["dag"].bezoeken) == 20
    assert aantallen[0] == aantallen[1] <= 8


@pytest.mark.parametrize(
    ("rol", "http"), [(Rol.TEAMLEAD, 403), (Rol.PROCESCOORDINATOR, 403), (Rol.CONSULENT, 200)]
)
@time_machine.travel(NU, tick=False)
def test_de_dag_is_van_de_consulent(client, rol, http):
    client.als(lid(WijkteamFabriek(), rol))

    assert client.get(DAG).status_code == http
    assert client.get(reverse("wijkteams:dag_afdrukken")).status_code == http
    assert client.als(MedewerkerFabriek(rollen=[Rol.KCC])).get(DAG).status_code == 403


@time_machine.travel(NU, tick=False)
def test_wat_van_een_collega_is_staat_er_alleen_bij_waarneming(client):
    bezoek = bezoek_op()
    vervanger, collega = lid(bezoek.zaak.wijkteam), lid(bezoek.zaak.wijkteam)
    afwezigheid_vastleggen(
        medewerker_id=bezoek.consulent_id, vervanger_id=vervanger.pk, vanaf_op=VANDAAG, tot_en_met_op=VANDAAG,
        door=Actor.objects.get(medewerker=bezoek.consulent), vandaag=VANDAAG,
    )  # fmt: skip

    van_vervanger = client.als(vervanger).get(DAG)
    van_collega = client.als(collega).get(DAG)

    assert [b.pk for b in van_vervanger.context["dag"].bezoeken] == [bezoek.pk]
    assert f"U neemt waar voor {bezoek.consulent.naam}." in van_vervanger.content.decode()
    assert f"(voor {bezoek.consulent.naam})" in van_vervanger.content.decode()
    assert van_vervanger.context["dag"].taken
    assert not van_collega.context["dag"].bezoeken
    assert not van_collega.context["dag"].taken
    ZaakUserObjectPermission.objects.all().delete()


@time_machine.travel(NU, tick=False)
def test_afdrukken_zegt_wie_en_staat_in_het_inzagelog(client):
    bezoek = bezoek_op()

    tekst = client.als(bezoek.consulent).get(reverse("wijkteams:dag_afdrukken")).content.decode()

    assert f"Afgedrukt door {bezoek.consulent.naam} op 3 december 2026 om 8.00 uur" in tekst
    assert Inzage.objects.filter(scherm="dag_afdrukken", actie="afdrukken", zaak=bezoek.zaak_id).exists()


@pytest.mark.parametrize(
    ("geheim", "vraag", "plaats"),
    [(0, "", False), (0, "?adres=ja", True), (7, "?adres=ja", False)],
)
@time_machine.travel(NU, tick=False)
def test_het_agendabestand_noemt_niemand_en_het_adres_alleen_als_dat_is_gevraagd(
    client, geheim, vraag, plaats
):
    bezoek = bezoek_op(inwoner=InwonerFabriek(geheim=geheim, geslachtsnaam="Bijzonder"))
    adres = reverse("wijkteams:huisbezoek_agenda", args=[bezoek.pk])

    antwoord = client.als(bezoek.consulent).get(adres + vraag)

    tekst = antwoord.content.decode()
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20261203T130000Z" in tekst
    assert "Bijzonder" not in tekst
    assert ("LOCATION:Kerkstraat 12" in tekst) is plaats
    assert Inzage.objects.filter(scherm="huisbezoek_agenda", actie="downloaden", zaak=bezoek.zaak_id).exists()


@pytest.mark.parametrize(
    ("wie", "http"), [("regisseur", 200), ("collega", 403), ("teamlead", 403), ("ander_team", 404)]
)
@time_machine.travel(NU, tick=False)
def test_wie_het_agendabestand_krijgt(client, wie, http):
    bezoek = bezoek_op()

    antwoord = client.als(wie_is(wie, bezoek.zaak, op=VANDAAG)).get(
        reverse("wijkteams:huisbezoek_agenda", args=[bezoek.pk])
    )

    assert antwoord.status_code == http


@pytest.mark.parametrize(
    ("wie", "http", "brieven"),
    [("regisseur", 302, 1), ("collega", 403, 0), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_alleen_de_regisseur_stuurt_de_brief_en_twee_keer_is_een_keer(client, wie, http, brieven):
    bezoek, sleutel = bezoek_op(BEZOEKDAG), uuid.uuid4()
    adres = reverse("wijkteams:huisbezoek", args=[bezoek.zaak_id])
    client.als(wie_is(wie, bezoek.zaak, op=VANDAAG))

    antwoorden = [client.post(adres, {"formuliernaam": "brief"}, sleutel=sleutel) for _ in range(2)]
    nog_eens = client.post(adres, {"formuliernaam": "brief"})

    assert {a.status_code for a in (*antwoorden, nog_eens)} == {http}
    assert Brief.objects.filter(soort="afspraak").count() == brieven


def brief_over(bezoek) -> Brief:
    return afspraak_bevestigen(huisbezoek_id=bezoek.pk, door=bezoek.consulent.actor, vandaag=VANDAAG)


def test_de_brief_zegt_wanneer_en_wat_klaar_moet_liggen_en_niets_over_de_vraag():
    bezoek = bezoek_op(BEZOEKDAG, inwoner=InwonerFabriek(tolk="Pools", grote_letters=True))
    brief = brief_over(bezoek)

    inhoud = afspraakbrief(brief)
    tekst = html_maken(inhoud).replace("\xa0", " ")

    assert inhoud.kop.grote_letters
    assert "donderdag 10 december 2026 om 14.00 uur" in tekst
    assert "90 minuten (1 uur en 30 minuten)" in tekst
    assert "Wij zorgen voor een tolk" in tekst
    assert "identiteitskaart" in tekst
    assert "Wmo 2015 artikel 2.2.4" in tekst
    assert "huishoud" not in tekst.lower()


def test_een_brief_die_niet_op_tijd_komt_wordt_een_telefoontje():
    bezoek = bezoek_op(VANDAAG + datetime.timedelta(days=1))

    with pytest.raises(ValidationError, match="Bel de inwoner"):
        brief_over(bezoek)


@pytest.mark.parametrize("gebeurt", ["verzet", "gemist"])
def test_een_brief_over_een_afspraak_die_niet_doorgaat_gaat_niet_weg(gebeurt):
    bezoek = bezoek_op(BEZOEKDAG)
    brief, door = brief_over(bezoek), bezoek.consulent.actor

    if gebeurt == "verzet":
        nieuw = huisbezoek_verzetten(
            huisbezoek_id=bezoek.pk,
            door=door,
            nu=NU,
            gepland_om=om(datetime.date(2026, 12, 15)),
            reden="Griep",
        )
        assert brief_over(nieuw).pk != brief.pk
    else:
        huisbezoek_gemist(huisbezoek_id=bezoek.pk, door=door, nu=NU, reden="Niet thuis")

    brief.refresh_from_db()
    assert brief.status == "vervallen"
    with pytest.raises(OngeldigeOvergang):
        brief_over(bezoek)


@pytest.mark.parametrize("act", [huisbezoek_verzetten, huisbezoek_gemist])
def test_zonder_reden_wordt_niets_verzet_of_gemist(act):
    bezoek = bezoek_op(BEZOEKDAG)
    anders = {"gepland_om": om(datetime.date(2026, 12, 15))} if act is huisbezoek_verzetten else {}

    with pytest.raises(ValidationError, match="Schrijf waarom"):
        act(huisbezoek_id=bezoek.pk, door=bezoek.consulent.actor, nu=NU, reden="  ", **anders)

    assert Huisbezoek.objects.get(pk=bezoek.pk).status == "gepland"


@pytest.mark.parametrize(("gezien", "taak"), [("niet gezien", True), ("paspoort", False)])
def test_wie_niet_is_herkend_blijft_een_taak(gezien, taak):
    bezoek = bezoek_op()

    huisbezoek_afronden(
        huisbezoek_id=bezoek.pk, door=bezoek.consulent.actor, nu=om(VANDAAG, 17), aanwezigen="Inwoner",
        identiteit_gezien=gezien,
    )  # fmt: skip

    assert bezoek.zaak.taken.open().filter(sleutel__startswith="identiteit:").exists() is taak
