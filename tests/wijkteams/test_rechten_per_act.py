"""Who may do which act of the talk, the verslag and the plan: one table, one world, each cell rolled back.

A consulent of the team writes, the teamlead reads, the visit itself is the regisseur's; for another team, for another
law and for the KCC the zaak is not there; what an expert was asked, he may only answer.
"""

import datetime

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.deskundigen import deskundige
from tests.wijkteams.opstellingen import om, plan_met_doel, zaak_met_afweging
from toegang.models import Actor
from toegang.rechten import Rol
from wijkteams.models import Deelnemer, Discipline, Doel, Hulpvraag, Opschaling, ZrmScore
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.afspraak_bevestigen import afspraak_bevestigen
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.casemanager_kiezen import (
    casemanager_kiezen,
    casemanager_stoppen,
    casemanager_verlengen,
)
from wijkteams.usecases.consult_beantwoorden import consult_beantwoorden, consult_intrekken
from wijkteams.usecases.consult_vragen import consult_vragen
from wijkteams.usecases.deelnemer_toevoegen import deelnemer_toevoegen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.huisbezoek_afronden import huisbezoek_afronden
from wijkteams.usecases.huisbezoek_gemist import huisbezoek_gemist
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.huisbezoek_verzetten import huisbezoek_verzetten
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.plan_op_papier import plan_op_papier
from wijkteams.usecases.plan_vaststellen import plan_vaststellen
from wijkteams.usecases.score_zonder_doel import score_zonder_doel
from wijkteams.usecases.trede_vastleggen import trede_vastleggen
from wijkteams.usecases.verslag_aanpassen import verslag_aanpassen
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_versturen import verslag_versturen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zrm_vastleggen import zrm_vastleggen

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()  # an exception is compared with the clock of the database
NU = timezone.now() - datetime.timedelta(minutes=1)
LATER = VANDAAG + datetime.timedelta(days=30)
PERSONEN = (
    "regisseur",
    "collega",
    "teamlead",
    "administratie",
    "deskundige",
    "kcc",
    "ander_team",
    "andere_wet",
)
# per person: d(oes), n(ot allowed), o(ut of sight)
SCHRIJFT, VAN_DE_REGISSEUR, OOK_DE_TEAMLEAD = "ddnnnooo", "dnnnnooo", "dndnnooo"
ALLEEN_DE_DESKUNDIGE = "nnnndooo"
BIJ_EEN_DOEL = "ddnonooo"  # a goal is content: for the administratie it is not there


class GelukteDaad(Exception):
    """It was allowed: undone, so that the next begins on the same world."""


@pytest.fixture
def wereld():
    """A talk with its afweging, a concept of the verslag, a plan that is not agreed, a visit to come, an expert asked."""
    zaak = zaak_met_afweging()
    door, wie = zaak.regisseur.actor, deskundige()
    consult_vragen(
        zaak_id=zaak.pk,
        deskundige_id=wie.pk,
        vraag="Past dit?",
        uiterlijk_op=VANDAAG,
        door=door,
        vandaag=VANDAAG,
        nu=NU,
    )
    casemanager = MedewerkerFabriek(team=zaak.wijkteam)
    casemanager_kiezen(
        zaak_id=zaak.pk, medewerker_id=casemanager.pk, hulpverleners="Thuiszorg\nWijkverpleging",
        geen_eigen_regie="Vergeet afspraken.", bekijken_op=LATER, door=door, vandaag=VANDAAG, nu=NU,
    )  # fmt: skip
    MedewerkerFabriek(team=WijkteamFabriek(naam="Wijkteam+", soort="plus"))
    verslag_maken(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)
    plan_met_doel(zaak, akkoord=False)
    huisbezoek_plannen(zaak_id=zaak.pk, door=door, nu=NU, gepland_om=om(LATER, 10))
    zaak.refresh_from_db()
    return zaak


def acten(zaak) -> dict:
    """Act -> (what it does as this Actor, its row of the table)."""
    z, dag = {"zaak_id": zaak.pk}, {"vandaag": VANDAAG}
    plan = z | {"plan_id": zaak.plandelen.get().plan_id}
    bezoek = {"huisbezoek_id": zaak.huisbezoeken.get(status="gepland").pk, "nu": NU}
    verslag = {"verslag_id": zaak.onderzoek.verslagen.get().pk}
    consult = {"consult_id": zaak.consulten.get().pk} | dag
    doel, deelnemer = Doel.objects.get(), Deelnemer.objects.get()
    score, hulpvraag = ZrmScore.objects.get(), Hulpvraag.objects.get()
    rest = LATER + datetime.timedelta(days=1)
    return {
        "gesprek": (lambda a: gesprek_vastleggen(**z, **dag, door=a, delen={}, behoeften="x"), SCHRIJFT),
        "zrm": (lambda a: zrm_vastleggen(**z, **dag, door=a, scores={}), SCHRIJFT),
        "hulpvraag": (
            lambda a: hulpvraag_toevoegen(**z, door=a, leefgebied="vervoer", omschrijving="x"), SCHRIJFT
        ),
        "trede": (
            lambda a: trede_vastleggen(
                hulpvraag_id=hulpvraag.pk, trede=2, door=a, vandaag=VANDAAG, onderzocht="ja", wat_is_er="x",
                lost_op="niet", brieftekst="x",
            ), SCHRIJFT,
        ),
        "verslag aanpassen": (lambda a: verslag_aanpassen(**verslag, door=a, delen=[["Kop", "x"]]), SCHRIJFT),
        "verslag versturen": (lambda a: verslag_versturen(**verslag, **dag, door=a), SCHRIJFT),
        "doel": (
            lambda a: doel_toevoegen(
                **plan, door=a, leefgebied="huishouden", ik_wil="x", uiterlijk_op=LATER, score_nu=2, score_straks=3
            ), SCHRIJFT,
        ),
        "actie": (
            lambda a: actie_toevoegen(doel_id=doel.pk, **z, door=a, soort="inwoner", omschrijving="x"), BIJ_EEN_DOEL
        ),
        "deelnemer": (lambda a: deelnemer_toevoegen(**plan, door=a, naam="Buur", rol="buurman"), SCHRIJFT),
        "akkoord": (
            lambda a: akkoord_vastleggen(
                deelnemer_id=deelnemer.pk, **z, **dag, door=a, akkoord_op=VANDAAG, wijze="gesprek"
            ), SCHRIJFT,
        ),
        "score zonder doel": (
            lambda a: score_zonder_doel(score_id=score.pk, **z, door=a, geen_doel_omdat="x"), SCHRIJFT
        ),
        "plan op papier": (lambda a: plan_op_papier(**plan, **dag, door=a), SCHRIJFT),
        "plan vaststellen": (lambda a: _na_akkoord(plan, deelnemer, zaak.regisseur.actor, a), SCHRIJFT),
        "bezoek verzetten": (
            lambda a: huisbezoek_verzetten(**bezoek, door=a, gepland_om=om(rest, 10), reden="x"), VAN_DE_REGISSEUR
        ),
        "bezoek gemist": (lambda a: huisbezoek_gemist(**bezoek, door=a, reden="x"), VAN_DE_REGISSEUR),
        "bezoek afronden": (
            lambda a: huisbezoek_afronden(
                **bezoek | {"nu": om(LATER, 12)}, door=a, aanwezigen="x", identiteit_gezien="paspoort"
            ), VAN_DE_REGISSEUR,
        ),
        "brief afspraak": (
            lambda a: afspraak_bevestigen(huisbezoek_id=bezoek["huisbezoek_id"], **dag, door=a), VAN_DE_REGISSEUR
        ),
        "consult intrekken": (lambda a: consult_intrekken(**consult, door=a, reden="x"), SCHRIJFT),
        "advies geven": (lambda a: consult_beantwoorden(**consult, door=a, advies="x"), ALLEEN_DE_DESKUNDIGE),
        "casemanager blijft": (
            lambda a: casemanager_verlengen(**z, **dag, nu=NU, door=a, bekijken_op=rest), OOK_DE_TEAMLEAD
        ),
        "casemanager stopt": (
            lambda a: casemanager_stoppen(**z, **dag, door=a, reden="x"), OOK_DE_TEAMLEAD
        ),
        "opschalen": (
            lambda a: zaak_opschalen(
                **z, **dag, nu=NU, door=a, grond=Opschaling.Grond.MEER_PROBLEMEN, toelichting="x", bekijken_op=LATER
            ), OOK_DE_TEAMLEAD,
        ),
    }  # fmt: skip


def _na_akkoord(plan, deelnemer, regisseur, door):
    """Nobody can agree to a plan before its parties did; that is written down by who may, whoever agrees to the plan."""
    akkoord_vastleggen(
        deelnemer_id=deelnemer.pk,
        zaak_id=plan["zaak_id"],
        vandaag=VANDAAG,
        door=regisseur,
        akkoord_op=VANDAAG,
        wijze="gesprek",
    )
    return plan_vaststellen(**plan, door=door, vandaag=VANDAAG, evaluatie_op=LATER)


def mensen(zaak) -> dict[str, Actor]:
    team = zaak.wijkteam
    collegas = {
        "regisseur": zaak.regisseur,
        "collega": MedewerkerFabriek(team=team),
        "teamlead": MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
        "administratie": MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
        "deskundige": zaak.consulten.get().deskundige,
        "kcc": MedewerkerFabriek(rollen=[Rol.KCC]),
        "ander_team": MedewerkerFabriek(team=WijkteamFabriek()),
        "andere_wet": MedewerkerFabriek(team=team, team__discipline=Discipline.JEUGD),
    }
    return {naam: Actor.objects.get(medewerker=collegas[naam]) for naam in PERSONEN}


def gevolg(doen, door: Actor) -> str:
    try:
        with transaction.atomic():
            doen(door)
            raise GelukteDaad
    except GelukteDaad:
        return "d"
    except PermissionDenied:
        return "n"
    except ObjectDoesNotExist:
        return "o"


def test_wie_welke_daad_doet(wereld):
    wie = mensen(wereld)

    gevonden = {
        daad: "".join(gevolg(doen, door) for door in wie.values())
        for daad, (doen, _) in acten(wereld).items()
    }

    assert gevonden == {daad: rij for daad, (_, rij) in acten(wereld).items()}
