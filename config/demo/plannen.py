"""Plans, advice and casemanagement in the demo: an evaluation, a household, an open consult, a new version."""

import datetime

from django.db import transaction
from django.utils import timezone

from config.demo.kalender import werkdagen_verder
from config.demo.ploeg import Ploeg
from toegang.models import Actor, Huishouden, Huishoudlid, Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol, Wet
from toegang.statussen import ZaakStatus
from wijkteams.models import (
    Deskundige,
    Deskundigheid,
    Discipline,
    Doel,
    Doeloordeel,
    Evaluatie,
    Medewerker,
    Plandeel,
)
from wijkteams.planlezen import lopende_doelen
from wijkteams.statussen import PlanStatus, VerslagStatus
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.casemanager_kiezen import casemanager_kiezen
from wijkteams.usecases.consult_beantwoorden import consult_beantwoorden
from wijkteams.usecases.consult_vragen import consult_vragen
from wijkteams.usecases.deskundige_vastleggen import deskundige_vastleggen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.plan_evalueren import plan_evalueren
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.verslag_maken import verslag_maken

EXPERTISETEAM = ("Demir", "Linssen")
HALF_JAAR = datetime.timedelta(days=182)
REDEN = "demo-gemeente"


def deskundigen_inrichten(door: Actor, vandaag: datetime.date) -> None:
    """Who does Wmo advises a colleague about a hulpmiddel; two belong to the expertiseteam."""
    for wie in Medewerker.objects.order_by("pk"):
        soorten = [Deskundigheid.ERGOTHERAPIE] if wie.functie.startswith("Consulent Wmo") else []
        soorten += [Deskundigheid.EXPERTISETEAM] if wie.last_name in EXPERTISETEAM else []
        for soort in soorten:
            deskundige_vastleggen(medewerker_id=wie.pk, deskundigheid=soort, door=door, vandaag=vandaag)


def ergotherapie_vragen(
    zaak: Zaak, ploeg: Ploeg, *, door: Actor, vandaag: datetime.date, nu, advies: str
) -> None:
    """Before a hulpmiddel on measure: asked and answered the same day."""
    ploeggenoot = next(
        wie for beurt in range(2) if (wie := ploeg.consulent(zaak.wijkteam_id, Wet.WMO, beurt)) != door
    )  # who may read it by the team, whatever the day of the story
    wie = Deskundige.objects.get(
        medewerker_id=ploeggenoot.medewerker_id, deskundigheid=Deskundigheid.ERGOTHERAPIE
    )
    consult = consult_vragen(
        zaak_id=zaak.pk, deskundige_id=wie.pk, vraag="Welk hulpmiddel past bij deze inwoner en dit huis?",
        uiterlijk_op=vandaag, door=door, vandaag=vandaag, nu=nu,
    )  # fmt: skip
    consult_beantwoorden(
        consult_id=consult.pk, advies=advies, door=ploeg.van(wie.medewerker_id), vandaag=vandaag
    )


@transaction.atomic
def plannen_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them."""
    if Evaluatie.objects.exists():
        return
    ploeg, vandaag = Ploeg(), timezone.localdate(nu)
    with op_moment(nu):
        _evalueren(ploeg, vandaag)
        _huishouden(ploeg, vandaag)
        _in_onderzoek(ploeg, vandaag, nu)
        _nieuwe_versie(ploeg, vandaag)


def _evalueren(ploeg: Ploeg, vandaag: datetime.date) -> None:
    """Two plans that were looked at together: one goes on as it is, for one less help is enough."""
    delen = (
        Plandeel.objects.filter(
            status=PlanStatus.VASTGESTELD, zaak__afgeschermd=False, zaak__regisseur__isnull=False
        )
        .filter(zaak__dossier__inwoner__overleden_op="", vastgesteld_op__lt=vandaag)
        .select_related("zaak")
        .order_by("vastgesteld_op", "pk")[:2]
    )
    besluiten = (Doeloordeel.Besluit.DOORGAAN, Doeloordeel.Besluit.AFSCHALEN)
    for deel, besluit in zip(list(delen), besluiten, strict=False):
        toelichting = "" if besluit == "doorgaan" else "De was en de boodschappen lukken weer zelf."
        plan_evalueren(
            plan_id=deel.plan_id, zaak_id=deel.zaak_id, door=ploeg.van(deel.zaak.regisseur_id), vandaag=vandaag,
            gehouden_op=vandaag, aanwezigen="De inwoner en de dochter", volgende_op=vandaag + HALF_JAAR,
            oordelen={
                str(d.pk): {"score": min(5, (d.score_nu or 3) + 1), "besluit": besluit, "toelichting": toelichting}
                for d in lopende_doelen(deel.zaak)
            },
        )  # fmt: skip


def _huishouden(ploeg: Ploeg, vandaag: datetime.date) -> None:
    """A young person of sixteen with goals of his own in the plan of the household; who sees the parent sees none."""
    jeugd = (
        Zaak.objects.filter(
            wet=Wet.JEUGDWET, status=ZaakStatus.ONDERZOEK, afgeschermd=False, regisseur__isnull=False
        )
        .select_related("dossier__inwoner")
        .order_by("-volgnummer")
        .first()
    )
    ouder = jeugd and (
        Zaak.objects.filter(
            wet=Wet.WMO, wijkteam=jeugd.wijkteam, status=ZaakStatus.ONDERZOEK, afgeschermd=False,
            regisseur__isnull=False, dossier__inwoner__overleden_op="", plandelen=None,
        )
        .select_related("dossier__inwoner")
        .order_by("volgnummer")
        .first()
    )  # fmt: skip
    if not jeugd or not ouder:
        return
    _onder_een_dak(ouder, jeugd, ploeg.systeem, vandaag)
    plan = plan_opstellen(zaak_id=ouder.pk, door=ploeg.van(ouder.regisseur_id), vandaag=vandaag)
    eigen = {"plan_id": plan.pk, "uiterlijk_op": vandaag + HALF_JAAR}
    doel = doel_toevoegen(
        **eigen, zaak_id=ouder.pk, door=ploeg.van(ouder.regisseur_id), leefgebied="huishouden",
        ik_wil="Ik wil dat het thuis opgeruimd is en dat wij samen eten",
    )  # fmt: skip
    _actie(doel, ouder, ploeg, "netwerk", "Elke zaterdag samen de boodschappen doen")
    lidmaatschap_beginnen(
        medewerker_id=jeugd.regisseur_id, wijkteam_id=jeugd.wijkteam_id, rol=Rol.CONSULENT, discipline=Discipline.WMO,
        door=ploeg.systeem, vandaag=vandaag,
    )  # fmt: skip
    door = Actor.objects.get(medewerker_id=jeugd.regisseur_id)
    plan_opstellen(zaak_id=jeugd.pk, door=door, vandaag=vandaag, samen_met=plan.pk)
    doel = doel_toevoegen(
        **eigen, zaak_id=jeugd.pk, door=door, leefgebied="opvoeden", ik_wil="Ik wil zelf kiezen wie er meeleest",
    )  # fmt: skip
    actie_toevoegen(
        doel_id=doel.pk,
        zaak_id=jeugd.pk,
        door=door,
        soort="basishulp",
        omschrijving="Elke twee weken een gesprek",
    )


def _actie(doel: Doel, zaak: Zaak, ploeg: Ploeg, soort: str, wat: str) -> None:
    actie_toevoegen(
        doel_id=doel.pk, zaak_id=zaak.pk, door=ploeg.van(zaak.regisseur_id), soort=soort, omschrijving=wat
    )


def _onder_een_dak(een: Zaak, ander: Zaak, door: Actor, vandaag: datetime.date) -> None:
    huis = Huishouden(adressleutel=f"demo|{een.volgnummer}").bewaren(door=door, reden=REDEN)
    for zaak in (een, ander):
        inwoner = zaak.dossier.inwoner
        for oud in Huishoudlid.objects.filter(inwoner=inwoner, tot_op=None):
            oud.tot_op = max(vandaag, oud.vanaf_op)
            oud.bewaren(door=door, reden=REDEN)
        Huishoudlid(huishouden=huis, inwoner=inwoner, vanaf_op=vandaag).bewaren(door=door, reden=REDEN)


def _in_onderzoek(ploeg: Ploeg, vandaag: datetime.date, nu: datetime.datetime) -> None:
    """One that waits for the expertiseteam, one with a casemanager."""
    zaken = (
        Zaak.objects.filter(
            wet=Wet.WMO, status=ZaakStatus.ONDERZOEK, afgeschermd=False, regisseur__isnull=False
        )
        .filter(dossier__inwoner__overleden_op="", opschalingen=None)
        .select_related("regisseur")
        .order_by("-volgnummer")[3:5]
    )
    for nummer, zaak in enumerate(zaken):
        door = ploeg.van(zaak.regisseur_id)
        wie = Deskundige.objects.op(vandaag).filter(deskundigheid=Deskundigheid.EXPERTISETEAM)
        wie = wie.exclude(medewerker=zaak.regisseur).order_by("pk").first()
        if nummer == 0 and wie:
            consult_vragen(
                zaak_id=zaak.pk, deskundige_id=wie.pk, door=door, vandaag=vandaag, nu=nu,
                uiterlijk_op=werkdagen_verder(vandaag, 5),
                vraag="De inwoner ziet geen uitweg uit de schulden en vermijdt elk gesprek. Hoe pak ik dit aan?",
            )  # fmt: skip
        if nummer == 1:
            ander = ploeg.consulent(zaak.wijkteam_id, zaak.wet, 0)
            ander = ander if ander != door else ploeg.consulent(zaak.wijkteam_id, zaak.wet, 1)
            casemanager_kiezen(
                zaak_id=zaak.pk, medewerker_id=ander.medewerker_id, door=door, vandaag=vandaag, nu=nu,
                hulpverleners="Thuiszorg (elke ochtend)\nVerslavingszorg\nSchuldhulp",
                geen_eigen_regie="De inwoner vergeet afspraken en durft de telefoon niet op te nemen.",
                bekijken_op=werkdagen_verder(vandaag, 40),
            )  # fmt: skip


def _nieuwe_versie(ploeg: Ploeg, vandaag: datetime.date) -> None:
    """Somebody wrote beside the verslag; a new version is being made."""
    zaak = (
        Zaak.objects.filter(
            status=ZaakStatus.BESLUITVORMING, onderzoek__verslagen__status=VerslagStatus.ONDERTEKEND, afgeschermd=False,
            dossier__inwoner__overleden_op="", regisseur__isnull=False,
        )
        .order_by("volgnummer")
        .first()
    )  # fmt: skip
    if zaak:
        verslag_maken(zaak_id=zaak.pk, door=ploeg.van(zaak.regisseur_id), vandaag=vandaag)
