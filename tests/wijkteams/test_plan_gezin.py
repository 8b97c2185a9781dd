"""One plan for a household: each part by the rights on its own zaak; what is shielded leaves no gap and no count."""

import datetime
import re

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import om, plan_met_doel, wie_is, zaak_in_onderzoek
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import html_maken
from toegang.models import Actor, Brief, Huishouden, Huishoudlid, Inzage
from toegang.rechten import Rol, Wet
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Actie, Deelnemer, Discipline, Doel, Leefzorgplan, Plandeel
from wijkteams.planlezen import plannen_van_huisgenoten
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.deelnemer_toevoegen import deelnemer_toevoegen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.plan_op_papier import plan_op_papier
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.plan_vaststellen import plan_vaststellen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
STRAKS = datetime.date(2027, 3, 1)
GEHEIM = "Ik wil zelf kiezen bij wie ik woon"


def url(zaak):
    return reverse("wijkteams:plan", args=[zaak.pk])


class Gezin:
    """A mother with a Wmo-zaak and a daughter of sixteen with a zaak under the Jeugdwet; one consulent does both."""

    def __init__(self):
        self.moeder_zaak = zaak_in_onderzoek()
        team = self.moeder_zaak.wijkteam
        self.eigen = self.moeder_zaak.regisseur
        moeder = self.moeder_zaak.dossier.inwoner
        dochter = InwonerFabriek(
            geboren="20100401", voornamen="Sara", voorletters="S.", geslachtsnaam="Jansen"
        )
        huis = Huishouden(adressleutel="5921AB|12").bewaren(door=Actor.objects.systeem(), reden="BRP")
        for inwoner in (moeder, dochter):
            Huishoudlid(huishouden=huis, inwoner=inwoner, vanaf_op=datetime.date(2020, 1, 1)).bewaren(
                door=Actor.objects.systeem(), reden="BRP"
            )
        self.beide = MedewerkerFabriek(team=team, team__discipline=Discipline.JEUGD, first_name="Judith")
        self._ook_wmo(team)
        MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD, team__discipline=Discipline.JEUGD)
        self.dochter_zaak = self._zaak_van(dochter, team)
        self.plan = plan_met_doel(self.moeder_zaak, akkoord=False)

    def _ook_wmo(self, team):
        lidmaatschap_beginnen(
            medewerker_id=self.beide.pk, wijkteam_id=team.pk, rol=Rol.CONSULENT, discipline=Discipline.WMO,
            door=Actor.objects.systeem(), vandaag=datetime.date(2020, 1, 1),
        )  # fmt: skip
        self.beide = type(self.beide).objects.get(pk=self.beide.pk)

    def _zaak_van(self, dochter, team):
        return ZaakFabriek(
            dossier__inwoner=dochter, wet=Wet.JEUGDWET, onderwerp="opvoeden", wijkteam=team, status="onderzoek",
            regisseur=self.beide,
        )  # fmt: skip

    def aansluiten(self):
        plan_opstellen(
            zaak_id=self.dochter_zaak.pk, door=self.beide.actor, vandaag=VANDAAG, samen_met=self.plan.pk
        )
        return doel_toevoegen(
            plan_id=self.plan.pk, zaak_id=self.dochter_zaak.pk, door=self.beide.actor, leefgebied="wonen",
            ik_wil=GEHEIM, uiterlijk_op=STRAKS,
        )  # fmt: skip


def tekst(antwoord) -> str:
    """The page without what differs at each request."""
    pagina = antwoord.content.decode()
    return re.sub(r'name="(formuliersleutel|csrfmiddlewaretoken)" value="[^"]*"', "", pagina)


@time_machine.travel(NU, tick=False)
def test_wie_alleen_de_moeder_mag_zien_merkt_niets_van_de_dochter(client):
    gezin = Gezin()
    client.als(gezin.eigen)
    voor = tekst(client.get(url(gezin.moeder_zaak)))

    doel = gezin.aansluiten()
    actie_toevoegen(
        doel_id=doel.pk,
        zaak_id=gezin.dochter_zaak.pk,
        door=gezin.beide.actor,
        soort="inwoner",
        omschrijving="Praten",
    )
    deelnemer_toevoegen(
        plan_id=gezin.plan.pk,
        zaak_id=gezin.dochter_zaak.pk,
        door=gezin.beide.actor,
        naam="Jeugdcoach Bo",
        rol="coach",
    )
    na = tekst(client.get(url(gezin.moeder_zaak)))

    assert re.sub(r"[0-9a-zA-Z]{64}", "", na) == re.sub(r"[0-9a-zA-Z]{64}", "", voor)
    assert client.get(url(gezin.dochter_zaak)).status_code == 404
    assert not Inzage.objects.filter(
        zaak=gezin.dochter_zaak.pk, wie=gezin.eigen.naam, uitkomst="gelukt"
    ).exists()


@time_machine.travel(NU, tick=False)
def test_wie_beide_mag_zien_leest_een_plan_en_dat_staat_bij_beiden_in_het_log(client):
    gezin = Gezin()
    gezin.aansluiten()

    pagina = client.als(gezin.beide).get(url(gezin.dochter_zaak)).content.decode()

    assert GEHEIM in pagina
    assert "Ik wil in een schoon huis wonen" in pagina
    lijst = Inzage.objects.filter(scherm="plan", wie=gezin.beide.naam)
    assert set(lijst.values_list("zaak", "grond")) == {
        (gezin.dochter_zaak.pk, ""), (gezin.moeder_zaak.pk, "leefzorgplan"),
    }  # fmt: skip


@time_machine.travel(NU, tick=False)
def test_aansluiten_kan_alleen_wie_bij_beiden_mag_lezen():
    gezin = Gezin()
    team = gezin.moeder_zaak.wijkteam
    jeugd = MedewerkerFabriek(team=team, team__discipline=Discipline.JEUGD)
    lezers = [Actor.objects.get(medewerker=wie) for wie in (gezin.beide, jeugd)]

    plannen = [plannen_van_huisgenoten(lezer, gezin.dochter_zaak, VANDAAG) for lezer in lezers]

    assert [[plan.pk for plan, _ in lijst] for lijst in plannen] == [[gezin.plan.pk], []]
    with pytest.raises(OngeldigeOvergang, match="niet aansluiten"):
        plan_opstellen(
            zaak_id=gezin.dochter_zaak.pk, door=lezers[1], vandaag=VANDAAG, samen_met=gezin.plan.pk
        )


@time_machine.travel(NU, tick=False)
def test_aan_tafel_staat_alleen_het_deel_van_wie_er_zit(client):
    gezin = Gezin()
    gezin.aansluiten()
    client.als(gezin.beide)
    client.get(reverse("wijkteams:gesprek", args=[gezin.dochter_zaak.pk]))
    sessie = client.session
    sessie["tafelstand"] = {"zaak": str(gezin.dochter_zaak.pk), "aan": True}
    sessie.save()

    antwoord = client.get(url(gezin.dochter_zaak))

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert GEHEIM in pagina
    assert "schoon huis" not in pagina
    assert gezin.moeder_zaak.dossier.inwoner.naam.weergave() not in pagina


def test_aansluiten_bij_een_plan_van_vreemden_kan_niet():
    gezin = Gezin()
    lid = Huishoudlid.objects.get(inwoner=gezin.dochter_zaak.dossier.inwoner)
    lid.tot_op = VANDAAG
    lid.bewaren(door=Actor.objects.systeem(), reden="verhuisd")

    with pytest.raises(OngeldigeOvergang, match="niet aansluiten"):
        gezin.aansluiten()

    assert Leefzorgplan.objects.count() == 1


def test_elk_deel_wordt_apart_afgesproken():
    gezin = Gezin()
    gezin.aansluiten()
    van_moeder = Deelnemer.objects.get(deel__zaak=gezin.moeder_zaak)
    akkoord_vastleggen(
        deelnemer_id=van_moeder.pk, zaak_id=gezin.moeder_zaak.pk, door=gezin.eigen.actor, vandaag=VANDAAG,
        akkoord_op=VANDAAG, wijze="papier",
    )  # fmt: skip
    plan_vaststellen(
        plan_id=gezin.plan.pk, zaak_id=gezin.moeder_zaak.pk, door=gezin.eigen.actor, vandaag=VANDAAG
    )

    doel_toevoegen(
        plan_id=gezin.plan.pk, zaak_id=gezin.dochter_zaak.pk, door=gezin.beide.actor, leefgebied="opvoeden",
        ik_wil="Naar school gaan", uiterlijk_op=STRAKS,
    )  # fmt: skip

    standen = dict(Plandeel.objects.values_list("zaak", "status"))
    assert standen == {gezin.moeder_zaak.pk: "vastgesteld", gezin.dochter_zaak.pk: "concept"}


def test_een_gedeeld_doel_maakt_beide_delen_opnieuw_af_te_spreken():
    gezin = Gezin()
    gezin.aansluiten()
    for deelnemer in Deelnemer.objects.select_related("deel"):
        akkoord_vastleggen(
            deelnemer_id=deelnemer.pk, zaak_id=deelnemer.deel.zaak_id, door=gezin.beide.actor, vandaag=VANDAAG,
            akkoord_op=VANDAAG, wijze="papier",
        )  # fmt: skip

    samen = doel_toevoegen(
        plan_id=gezin.plan.pk, zaak_id=gezin.dochter_zaak.pk, door=gezin.beide.actor, leefgebied="sociaal",
        ik_wil="Samen eten", uiterlijk_op=STRAKS, ook_van=[gezin.moeder_zaak.pk],
    )  # fmt: skip

    assert set(samen.doelzaken.values_list("zaak", flat=True)) == {
        gezin.moeder_zaak.pk,
        gezin.dochter_zaak.pk,
    }
    assert not Deelnemer.objects.exclude(akkoord_op=None).exists()
    assert samen in Doel.objects.voor(Actor.objects.get(medewerker=gezin.eigen))
    with pytest.raises(ValidationError, match="Kies opnieuw"):
        doel_toevoegen(
            plan_id=gezin.plan.pk, zaak_id=gezin.moeder_zaak.pk, door=gezin.eigen.actor, leefgebied="sociaal",
            ik_wil="x", uiterlijk_op=STRAKS, ook_van=[gezin.dochter_zaak.pk],
        )  # fmt: skip


def test_het_papier_van_de_moeder_noemt_de_dochter_niet():
    gezin = Gezin()
    gezin.aansluiten()

    brieven = [
        plan_op_papier(plan_id=gezin.plan.pk, zaak_id=zaak.pk, door=door.actor, vandaag=VANDAAG)
        for zaak, door in ((gezin.moeder_zaak, gezin.eigen), (gezin.dochter_zaak, gezin.beide))
    ]

    moeder, dochter = (html_maken(briefsoort("plan").bouwen(Brief.objects.get(pk=b.pk))) for b in brieven)
    assert GEHEIM not in moeder
    assert "Sara" not in moeder
    assert GEHEIM in dochter
    assert "schoon huis" not in dochter
    assert "Handtekening" in moeder or "handtekening" in moeder
    assert brieven[1].aan_naam.endswith("Jansen")
    assert "ouder" not in brieven[1].aan_naam


@pytest.mark.parametrize(("soort", "op", "zin"), [
    ("basishulp", datetime.date(2028, 6, 1), "hoogstens 12 maanden"),
    ("inwoner", datetime.date(2020, 1, 1), "nog komt"),
])  # fmt: skip
def test_een_actie_met_een_dag_die_niet_kan(soort, op, zin):
    gezin = Gezin()
    doel = Doel.objects.get()

    with pytest.raises(ValidationError, match=zin):
        actie_toevoegen(
            doel_id=doel.pk, zaak_id=gezin.moeder_zaak.pk, door=gezin.eigen.actor, soort=soort, omschrijving="x",
            uiterlijk_op=op,
        )  # fmt: skip

    assert Actie.objects.count() == 1


@pytest.mark.parametrize(
    ("wie", "http", "brieven"),
    [("regisseur", 302, 1), ("collega", 302, 1), ("teamlead", 403, 0), ("ander_team", 404, 0)],
)
@time_machine.travel(NU, tick=False)
def test_wie_het_plan_op_papier_maakt(client, wie, http, brieven):
    zaak = zaak_in_onderzoek()
    plan_met_doel(zaak)

    antwoord = client.als(wie_is(wie, zaak, op=VANDAAG)).post(url(zaak), {"formuliernaam": "papier"})

    assert antwoord.status_code == http
    assert Brief.objects.filter(soort="plan").count() == brieven


def test_de_scan_hoort_bij_akkoord_op_papier():
    gezin = Gezin()
    deelnemer = Deelnemer.objects.get()

    with pytest.raises(ValidationError, match="hoort bij akkoord op papier"):
        akkoord_vastleggen(
            deelnemer_id=deelnemer.pk, zaak_id=gezin.moeder_zaak.pk, door=gezin.eigen.actor, vandaag=VANDAAG,
            akkoord_op=VANDAAG, wijze="mondeling", bestand=object(), nu=NU,
        )  # fmt: skip
