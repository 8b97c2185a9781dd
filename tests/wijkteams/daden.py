"""Every act of the team: the use-case with what it needs but who does it, its row of the rights table, what comes before.

A row: d(oes), n(ot allowed), o(ut of sight), for each of PERSONEN.
"""

import datetime
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.bestanden import png
from tests.wijkteams.opstellingen import om
from toegang.models import Actor
from toegang.rechten import Wet
from wijkteams.models import Deelnemer, Deskundige, Doel, Hulpvraag, ZrmScore
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.afspraak_bevestigen import afspraak_bevestigen
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.apparaat_beginnen import apparaat_beginnen
from wijkteams.usecases.consult_beantwoorden import consult_beantwoorden, consult_intrekken
from wijkteams.usecases.consult_vragen import consult_vragen
from wijkteams.usecases.deelnemer_toevoegen import deelnemer_toevoegen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.foto_toevoegen import foto_toevoegen
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.huisbezoek_afronden import huisbezoek_afronden
from wijkteams.usecases.huisbezoek_gemist import huisbezoek_gemist
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.huisbezoek_verzetten import huisbezoek_verzetten
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.jeugd_vastleggen import jeugd_vastleggen
from wijkteams.usecases.onderweg_klaarzetten import onderweg_klaarzetten
from wijkteams.usecases.plan_evalueren import plan_evalueren
from wijkteams.usecases.plan_op_papier import plan_op_papier
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.plan_vaststellen import plan_vaststellen
from wijkteams.usecases.score_zonder_doel import score_zonder_doel
from wijkteams.usecases.trede_vastleggen import trede_vastleggen
from wijkteams.usecases.verslag_aanpassen import verslag_aanpassen
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_ondertekend import verslag_ondertekend
from wijkteams.usecases.verslag_versturen import verslag_versturen
from wijkteams.usecases.zrm_vastleggen import zrm_vastleggen

VANDAAG = timezone.localdate()  # an exception is compared with the clock of the database
NU = timezone.now() - datetime.timedelta(minutes=1)
LATER = VANDAAG + datetime.timedelta(days=30)
REST = LATER + datetime.timedelta(days=1)
DAG: dict[str, Any] = {"vandaag": VANDAAG}
TIJD: dict[str, Any] = {"vandaag": VANDAAG, "nu": NU}
PERSONEN = (
    "regisseur", "collega", "teamlead", "procescoordinator", "administratie", "deskundige", "kcc", "wijkteam_plus",
    "andere_wet", "beheerder",
)  # fmt: skip
SCHRIJFT, VAN_DE_REGISSEUR = "ddnnnnoooo", "dnnnnnoooo"
ALLEEN_DE_DESKUNDIGE = "nnnnndoooo"
ADVIES_IS_WEG = "ddnnnooooo"  # no longer asked: the zaak is gone for him
BIJ_EEN_DOEL = "ddnoonoooo"  # a goal is content: for who sees the process only it is not there
MET_DE_POST = "ddnndnoooo"  # the administratie opens the post
ALS_JEUGDZAAK = (
    "oooonnoodo"  # under that law: the youth consulent of the team, and nobody who is there for the Wmo
)


class Daad(NamedTuple):
    """`doen(door=…)` is the use-case; `eerst` makes the state in which the act can be, once for all persons."""

    doen: partial
    rij: str
    eerst: Callable | None = None


@wraps(onderweg_klaarzetten)
def op_eigen_apparaat(*, door: Actor, **wat):
    return onderweg_klaarzetten(apparaat_id=apparaat_beginnen(door=door, nu=NU).apparaat, door=door, **wat)


def aan_tafel(zaak, z, door) -> list[Daad]:
    """The visit and what is written there."""
    gepland = zaak.huisbezoeken.get(status="gepland").pk
    bezoek = {"huisbezoek_id": gepland, "nu": NU}
    weg = partial(huisbezoek_gemist, **bezoek, reden="x")

    def van_de_jeugdwet():
        zaak.wet = Wet.JEUGDWET
        zaak.bewaren(door=door, reden="andere wet")

    return [
        Daad(partial(huisbezoek_plannen, **z, nu=NU, gepland_om=om(REST, 10)), VAN_DE_REGISSEUR, partial(weg, door=door)),
        Daad(partial(huisbezoek_verzetten, **bezoek, gepland_om=om(REST, 10), reden="x"), VAN_DE_REGISSEUR),
        Daad(weg, VAN_DE_REGISSEUR),
        Daad(
            partial(
                huisbezoek_afronden, huisbezoek_id=gepland, nu=om(LATER, 12), aanwezigen="x",
                identiteit_gezien="paspoort",
            ), VAN_DE_REGISSEUR,
        ),
        Daad(partial(afspraak_bevestigen, huisbezoek_id=gepland, **DAG), VAN_DE_REGISSEUR),
        Daad(partial(op_eigen_apparaat, **bezoek), VAN_DE_REGISSEUR),
        Daad(partial(gesprek_vastleggen, **z, **DAG, delen={}, behoeften="x"), SCHRIJFT),
        Daad(partial(zrm_vastleggen, **z, **DAG, scores={}), SCHRIJFT),
        Daad(partial(jeugd_vastleggen, **z, **DAG, problemen="x"), ALS_JEUGDZAAK, van_de_jeugdwet),
        Daad(partial(hulpvraag_toevoegen, **z, leefgebied="vervoer", omschrijving="x"), SCHRIJFT),
        Daad(
            partial(
                trede_vastleggen, hulpvraag_id=Hulpvraag.objects.get().pk, trede=2, **DAG, onderzocht="ja",
                wat_is_er="x", lost_op="niet", brieftekst="x",
            ), SCHRIJFT,
        ),
        Daad(
            partial(
                foto_toevoegen, **z, nu=NU, bestand=SimpleUploadedFile("drempel.png", png()), toestemming_van="x",
                toestemming_op=VANDAAG, doel="x",
            ), SCHRIJFT,
        ),
    ]  # fmt: skip


def na_het_gesprek(zaak, z, door) -> list[Daad]:
    """The verslag, the plan, advice."""
    verslag = {"verslag_id": zaak.onderzoek.verslagen.get().pk}
    plan = z | {"plan_id": zaak.plandelen.get().plan_id}
    doel, deelnemer, consult = Doel.objects.get(), Deelnemer.objects.get(), zaak.consulten.get()
    akkoord = partial(
        akkoord_vastleggen, deelnemer_id=deelnemer.pk, **z, **DAG, akkoord_op=VANDAAG, wijze="gesprek"
    )
    afspreken = partial(plan_vaststellen, **plan, **DAG, evaluatie_op=LATER)
    versturen = partial(verslag_versturen, **verslag, **DAG)
    intrekken = partial(consult_intrekken, consult_id=consult.pk, **DAG, reden="x")
    oordelen = {str(doel.pk): {"score": 4, "besluit": "doorgaan", "toelichting": "x"}}

    def afgesproken():
        akkoord(door=door)
        afspreken(door=door)

    return [
        Daad(partial(verslag_maken, **z, **DAG), SCHRIJFT),
        Daad(partial(verslag_aanpassen, **verslag, delen=[["Kop", "x"]]), SCHRIJFT),
        Daad(versturen, SCHRIJFT),
        Daad(
            partial(verslag_ondertekend, **verslag, **TIJD, ondertekend_op=VANDAAG), MET_DE_POST,
            partial(versturen, door=door),
        ),
        Daad(partial(plan_opstellen, **z, **DAG), SCHRIJFT),
        Daad(
            partial(
                doel_toevoegen, **plan, leefgebied="huishouden", ik_wil="x", uiterlijk_op=LATER, score_nu=2,
                score_straks=3,
            ), SCHRIJFT,
        ),
        Daad(partial(actie_toevoegen, doel_id=doel.pk, **z, soort="inwoner", omschrijving="x"), BIJ_EEN_DOEL),
        Daad(partial(deelnemer_toevoegen, **plan, naam="Buur", rol="buurman"), SCHRIJFT),
        Daad(akkoord, SCHRIJFT),
        Daad(
            partial(score_zonder_doel, score_id=ZrmScore.objects.get().pk, **z, geen_doel_omdat="x"), SCHRIJFT
        ),
        Daad(partial(plan_op_papier, **plan, **DAG), SCHRIJFT),
        Daad(afspreken, SCHRIJFT, partial(akkoord, door=door)),
        Daad(
            partial(
                plan_evalueren, **plan, **DAG, gehouden_op=VANDAAG, aanwezigen="x", oordelen=oordelen,
                volgende_op=LATER,
            ), SCHRIJFT, afgesproken,
        ),
        Daad(
            partial(
                consult_vragen, **z, **TIJD, deskundige_id=Deskundige.objects.get().pk, vraag="x", uiterlijk_op=VANDAAG
            ), ADVIES_IS_WEG, partial(intrekken, door=door),
        ),
        Daad(partial(consult_beantwoorden, consult_id=consult.pk, **DAG, advies="x"), ALLEEN_DE_DESKUNDIGE),
        Daad(intrekken, SCHRIJFT),
    ]  # fmt: skip
