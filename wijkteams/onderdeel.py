"""What this room adds to the dossier page, the side menu, the export and the closing of a zaak."""

from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from toegang import opmaak
from toegang.feiten import als, rijen
from toegang.models import Zaak
from toegang.onderdelen import Feiten, Kopregel, Menuregel, Onderdeel, Paneel, Stap
from toegang.rechten import Recht, Rol, Wet
from toegang.statussen import ZaakStatus
from wijkteams.beeld.cijfers import CIJFERS
from wijkteams.models import (
    Actie,
    Casemanager,
    Doel,
    Doelzaak,
    Huisbezoek,
    Hulpvraag,
    Onderzoek,
    Trede,
    Verslag,
)
from wijkteams.overdracht import teamgenoten
from wijkteams.permissions import waarom_geen_huisbezoek, waarom_niet_bewerken, wacht_op_regisseur
from wijkteams.regels import TREDEN, opgelost_op
from wijkteams.statussen import HuisbezoekStatus, OnderzoekStatus, VerslagStatus
from wijkteams.usecases.bij_sluiten import bij_sluiten
from wijkteams.usecases.huisbezoeken_vasthouden import huisbezoeken_vasthouden
from wijkteams.verdeling import team_voor
from wijkteams.vindplaatsen import contactpersoon_voor, kent_postcode

PERSOONSGEGEVENS = {
    "wijkteams.Toewijzing": "zaak__dossier__inwoner",
    "wijkteams.Huisbezoek": "zaak__dossier__inwoner",
    "wijkteams.Klaarzetting": "huisbezoek__zaak__dossier__inwoner",
    "wijkteams.Opschaling": "zaak__dossier__inwoner",
    "wijkteams.Wachtplek": "zaak__dossier__inwoner",
    "wijkteams.Onderzoek": "zaak__dossier__inwoner",
    "wijkteams.Bezoekfoto": "zaak__dossier__inwoner",
    "wijkteams.Jeugdonderzoek": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.Gespreksdeel": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.ZrmScore": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.Hulpvraag": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.Trede": "hulpvraag__onderzoek__zaak__dossier__inwoner",
    "wijkteams.Verslag": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.Leefzorgplan": "dossier__inwoner",
    "wijkteams.Plandeel": "zaak__dossier__inwoner",
    "wijkteams.Deelnemer": "deel__zaak__dossier__inwoner",
    "wijkteams.Evaluatie": "deel__zaak__dossier__inwoner",
    "wijkteams.Doeloordeel": "evaluatie__deel__zaak__dossier__inwoner",
    "wijkteams.Consult": "zaak__dossier__inwoner",
    "wijkteams.Casemanager": "zaak__dossier__inwoner",
    "wijkteams.Doel": "doelzaken__zaak__dossier__inwoner",
    "wijkteams.Doelzaak": "zaak__dossier__inwoner",
    "wijkteams.Actie": "doel__doelzaken__zaak__dossier__inwoner",
}


def blokkeert_sluiten(zaak) -> list[str]:
    """A planned visit during the onderzoek: someone would stand at the door for nothing."""
    if zaak.status != ZaakStatus.ONDERZOEK:
        return []
    bezoek = zaak.huisbezoeken.filter(status=HuisbezoekStatus.GEPLAND).first()
    if bezoek is None:
        return []
    om = opmaak.moment(timezone.localtime(bezoek.gepland_om))
    return [f"Er staat nog een huisbezoek op {om}. Zet dat eerst op niet doorgegaan."]


def te_beeindigen(zaak) -> list[Stap]:
    """A visit that is still planned."""
    gepland = zaak.huisbezoeken.filter(status=HuisbezoekStatus.GEPLAND).order_by("gepland_om").first()
    if gepland is None:
        return []
    dag = opmaak.datum_lang(timezone.localdate(gepland.gepland_om))
    return [Stap(f"Huisbezoek van {dag}", "wijkteams:huisbezoek", zaak.pk, volgorde=30)]


LAATSTE_BEZOEK = Huisbezoek.objects.filter(zaak=OuterRef("pk")).order_by("-gepland_om")
FEITEN = {
    "feit_onderzoek": Subquery(Onderzoek.objects.filter(zaak=OuterRef("pk")).values("status")),
    "feit_bezoek": Subquery(LAATSTE_BEZOEK.values("status")[:1]),
    "feit_bezoek_om": Subquery(LAATSTE_BEZOEK.values("gepland_om")[:1]),
    "feit_verslag": Subquery(
        Verslag.objects.filter(onderzoek__zaak=OuterRef("pk")).order_by("-nummer").values("status")[:1]
    ),
}


LOPENDE_CASEMANAGER = Casemanager.objects.filter(zaak=OuterRef("pk"), beeindigd_op=None)
KOPFEITEN = {
    "feit_casemanager": rijen(
        LOPENDE_CASEMANAGER, "medewerker_id", "medewerker__first_name", "medewerker__last_name", "medewerker__username"
    )
}  # fmt: skip


def kopregels(zaak) -> list[Kopregel]:
    """Who keeps it together when several professionals help, for whoever may know that this is needed."""
    gelezen = zaak.__dict__.get("feit_casemanager") or []
    return [
        Kopregel("Casemanager", rij.medewerker.naam, Recht.INHOUD_INZIEN) for rij in als(Casemanager, gelezen)
    ]


def nu_te_doen(lezer, zaak) -> list[Stap]:
    """The next step of distributing, talk, afweging, verslag and plan."""
    if wacht_op_regisseur(zaak) and zaak.mag(Recht.VERDELEN):
        return [Stap("Regisseur kiezen", "wijkteams:toewijzen", zaak.pk)]
    if zaak.status != ZaakStatus.ONDERZOEK:
        return []
    if not zaak.mag(Recht.INHOUD_INZIEN):  # who opens the post
        wacht = zaak.feit_verslag == VerslagStatus.VERSTUURD and lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
        return [Stap("Ondertekend verslag registreren", "wijkteams:verslag_terug", zaak.pk)] if wacht else []
    weigering = waarom_niet_bewerken(zaak)
    if zaak.feit_verslag == VerslagStatus.VERSTUURD:
        label = "Handtekening onder het verslag vastleggen"
        return [Stap(label, "wijkteams:verslag", zaak.pk, weigering)]
    if zaak.feit_bezoek in (None, HuisbezoekStatus.GEMIST):
        label, waarom = "Huisbezoek plannen", waarom_geen_huisbezoek(lezer, zaak)
        stappen = [Stap(label, "wijkteams:huisbezoek", zaak.pk, waarom)]
    elif zaak.feit_bezoek == HuisbezoekStatus.GEPLAND:
        label = f"Huisbezoek van {opmaak.datum_lang(timezone.localdate(zaak.feit_bezoek_om))}"
        stappen = [Stap(label, "wijkteams:huisbezoek", zaak.pk)]
    else:
        stappen = []
    if zaak.feit_onderzoek in (None, OnderzoekStatus.BEZIG):
        stappen.append(Stap("Gesprek vastleggen", "wijkteams:gesprek", zaak.pk, weigering))
        if zaak.wet == Wet.JEUGDWET:
            stappen.append(Stap("Jeugd: stappen en toestemming", "wijkteams:jeugd", zaak.pk, weigering))
        stappen.append(Stap("Oplossingen afwegen", "wijkteams:afweging", zaak.pk, weigering))
    if zaak.feit_onderzoek is not None:
        stappen.append(Stap("Verslag maken en versturen", "wijkteams:verslag", zaak.pk, weigering))
    return stappen


def hulpvraagfeiten(lezer, vandaag) -> Feiten:
    """The needs of this zaak, each with its rungs."""
    treden = Trede.objects.filter(hulpvraag=OuterRef("pk"))
    gelezen = rijen(treden, "trede", "onderzocht", "lost_op", "helper_akkoord", "grondslag")
    vragen = Hulpvraag.objects.filter(onderzoek__zaak=OuterRef("pk")).annotate(gelezen=gelezen)
    return {"feit_hulpvragen": rijen(vragen.order_by("nummer"), "leefgebied", "gelezen")}


def hulpvragen_lezen(zaak, feiten, vandaag) -> dict | None:
    """Each need in one line: 'Huishouden: opgelost op trede 2'."""
    hulpvragen: list[Any] = als(Hulpvraag, feiten["feit_hulpvragen"])
    if not hulpvragen:
        return None
    return {
        "hulpvragen": [
            {"gebied": h.get_leefgebied_display(), "stand": stand_van(als(Trede, h.gelezen))}
            for h in hulpvragen
        ]
    }


def stand_van(treden: list[Trede]) -> str:
    """Where the afweging of one need stands, in a few words."""
    opgelost = opgelost_op(treden)
    if opgelost:
        return f"opgelost op trede {opgelost}, {TREDEN[opgelost]}"
    if any(t.trede == max(TREDEN) for t in treden):
        return "maatwerk nodig"
    return f"{len(treden)} van 6 treden onderzocht" if treden else "nog niet afgewogen"


def planfeiten(lezer, vandaag) -> Feiten:
    """The goals that name a zaak of this dossier, as far as this reader may see them."""
    zaken = Zaak.objects.voor(lezer, Recht.INHOUD_INZIEN).filter(
        dossier=OuterRef(OuterRef(OuterRef("dossier_id")))
    )
    doelen = (
        Doel.objects.filter(
            Exists(Doelzaak.objects.filter(doel=OuterRef("pk"), zaak__in=zaken)), beeindigd_op=None
        )
        .annotate(heeft_actie=Exists(Actie.objects.filter(doel=OuterRef("pk"))))
        .order_by("uiterlijk_op", "pk")
    )
    return {"feit_doelen": rijen(doelen, "leefgebied", "ik_wil", "heeft_actie")}


def plan_lezen(zaak, feiten, vandaag) -> dict | None:
    """The plan in short: only the goals of zaken that this reader may see."""
    doelen = als(Doel, feiten["feit_doelen"])
    return {"doelen": doelen} if doelen else None


PANELEN = (
    Paneel(
        "hulpvragen", "Hulpvragen", "wijkteams/_paneel_hulpvragen.html", Recht.INHOUD_INZIEN, hulpvraagfeiten,
        hulpvragen_lezen, volgorde=20,
    ),
    Paneel(
        "plan", "Leefzorgplan", "wijkteams/_paneel_plan.html", Recht.INHOUD_INZIEN, planfeiten, plan_lezen, volgorde=30
    ),
)  # fmt: skip
WIJKTEAMS = Onderdeel(
    naam="wijkteams",
    persoonsgegevens=PERSOONSGEGEVENS,
    panelen=PANELEN,
    blokkeert_sluiten=blokkeert_sluiten,
    bij_sluiten=bij_sluiten,
    bij_overlijden=huisbezoeken_vasthouden,
    te_beeindigen=te_beeindigen,
    feiten=FEITEN,
    cijfers=CIJFERS,
    nu_te_doen=nu_te_doen,
    kopfeiten=KOPFEITEN,
    kopregels=kopregels,
    team_voor=team_voor,
    vaste_taken=frozenset(
        {"gesprek_uitwerken", "consult", "huisbezoek", "huisbezoek_plannen", "overgedragen"}
    ),
    afvinkbaar=frozenset({"overgedragen", "uit_dienst"}),
    blijvende_taken=frozenset({"plan_evalueren", "casemanager_bekijken"}),
    teamgenoten=teamgenoten,
    contactpersoon_voor=contactpersoon_voor,
    kent_postcode=kent_postcode,
    menu=(
        Menuregel("Huisbezoek", "wijkteams:huisbezoek", Recht.INHOUD_INZIEN, 30),
        Menuregel("Gesprek", "wijkteams:gesprek", Recht.INHOUD_INZIEN, 31),
        Menuregel("Zelfredzaamheid", "wijkteams:zrm", Recht.INHOUD_INZIEN, 32),
        Menuregel("Afweging", "wijkteams:afweging", Recht.INHOUD_INZIEN, 33),
        Menuregel("Foto’s", "wijkteams:foto", Recht.INHOUD_INZIEN, 33),
        Menuregel("Verslag", "wijkteams:verslag", Recht.INHOUD_INZIEN, 34),
        Menuregel("Plan", "wijkteams:plan", Recht.INHOUD_INZIEN, 35),
        Menuregel("Consult", "wijkteams:consulten", Recht.INHOUD_INZIEN, 36),
        Menuregel("Opschalen", "wijkteams:opschalen", Recht.INHOUD_INZIEN, 40),
        Menuregel("Casemanager", "wijkteams:casemanager", Recht.INHOUD_INZIEN, 41),
    ),
)
