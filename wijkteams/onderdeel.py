"""What this room adds to the dossier page, the side menu, the export and the closing of a zaak."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from toegang import opmaak
from toegang.onderdelen import Menuregel, Onderdeel, Paneel, Stap
from toegang.rechten import Recht
from toegang.statussen import ZaakStatus
from wijkteams.models import Actie, Doel, Huisbezoek, Hulpvraag, Leefzorgplan, Onderzoek, Trede, Verslag
from wijkteams.permissions import waarom_geen_huisbezoek, waarom_niet_bewerken
from wijkteams.regels import TREDEN, opgelost_op
from wijkteams.statussen import HuisbezoekStatus, OnderzoekStatus, PlanStatus, VerslagStatus
from wijkteams.verdeling import team_voor

PERSOONSGEGEVENS = {
    "wijkteams.Toewijzing": "zaak__dossier__inwoner",
    "wijkteams.Huisbezoek": "zaak__dossier__inwoner",
    "wijkteams.Onderzoek": "zaak__dossier__inwoner",
    "wijkteams.Gespreksdeel": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.ZrmScore": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.Hulpvraag": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.Trede": "hulpvraag__onderzoek__zaak__dossier__inwoner",
    "wijkteams.Verslag": "onderzoek__zaak__dossier__inwoner",
    "wijkteams.Leefzorgplan": "dossier__inwoner",
    "wijkteams.Deelnemer": "plan__dossier__inwoner",
    "wijkteams.Doel": "plan__dossier__inwoner",
    "wijkteams.Doelzaak": "doel__plan__dossier__inwoner",
    "wijkteams.Actie": "doel__plan__dossier__inwoner",
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


def nu_te_doen(lezer, zaak) -> list[Stap]:
    """The next step of distributing, talk, afweging, verslag and plan; at most three queries."""
    if zaak.status == ZaakStatus.TE_VERDELEN:
        return [Stap("Regisseur kiezen", "wijkteams:toewijzen", zaak.pk)] if zaak.mag(Recht.VERDELEN) else []
    if zaak.status != ZaakStatus.ONDERZOEK or not zaak.mag(Recht.INHOUD_INZIEN):
        return []
    onderzoek = Onderzoek.objects.filter(zaak=zaak).first()
    bezoek = Huisbezoek.objects.filter(zaak=zaak).order_by("gepland_om").last()
    verslag = Verslag.objects.filter(onderzoek__zaak=zaak).order_by("nummer").last()
    weigering = waarom_niet_bewerken(zaak)
    if verslag and verslag.status == VerslagStatus.VERSTUURD:
        label = "Handtekening onder het verslag vastleggen"
        return [Stap(label, "wijkteams:verslag", zaak.pk, weigering)]
    if bezoek is None or bezoek.status == HuisbezoekStatus.GEMIST:
        label, waarom = "Huisbezoek plannen", waarom_geen_huisbezoek(lezer, zaak)
        stappen = [Stap(label, "wijkteams:huisbezoek", zaak.pk, waarom)]
    elif bezoek.status == HuisbezoekStatus.GEPLAND:
        label = f"Huisbezoek van {opmaak.datum_lang(timezone.localdate(bezoek.gepland_om))}"
        stappen = [Stap(label, "wijkteams:huisbezoek", zaak.pk)]
    else:
        stappen = []
    if onderzoek is None or onderzoek.status == OnderzoekStatus.BEZIG:
        stappen.append(Stap("Gesprek vastleggen", "wijkteams:gesprek", zaak.pk, weigering))
        stappen.append(Stap("Oplossingen afwegen", "wijkteams:afweging", zaak.pk, weigering))
    if onderzoek is not None:
        stappen.append(Stap("Verslag maken en versturen", "wijkteams:verslag", zaak.pk, weigering))
    return stappen


def hulpvragen_lezen(lezer, dossier, zaken) -> dict | None:
    """Each need in one line: 'Huishouden: opgelost op trede 2'. Two queries."""
    mag = [z.pk for z in zaken if z.mag(Recht.INHOUD_INZIEN)]
    hulpvragen = list(
        Hulpvraag.objects.filter(onderzoek__zaak__in=mag)
        .select_related("onderzoek")
        .prefetch_related("treden")
        .order_by("onderzoek__zaak", "nummer")
    )
    if not hulpvragen:
        return None
    return {
        "hulpvragen": [
            {
                "gebied": h.get_leefgebied_display(), "stand": stand_van(list(h.treden.all())),
                "zaak": h.onderzoek.zaak_id,
            }
            for h in hulpvragen
        ]
    }  # fmt: skip


def stand_van(treden: list[Trede]) -> str:
    """Where the afweging of one need stands, in a few words."""
    opgelost = opgelost_op(treden)
    if opgelost:
        return f"opgelost op trede {opgelost}, {TREDEN[opgelost]}"
    if any(t.trede == max(TREDEN) for t in treden):
        return "maatwerk nodig"
    return f"{len(treden)} van 6 treden onderzocht" if treden else "nog niet afgewogen"


def plan_lezen(lezer, dossier, zaken) -> dict | None:
    """The plan in short: only the goals of zaken that this reader may see. Two queries."""
    plan = Leefzorgplan.objects.filter(dossier=dossier).exclude(status=PlanStatus.AFGESLOTEN).first()
    zaak = next((z for z in zaken if z.mag(Recht.INHOUD_INZIEN)), None)
    if plan is None or zaak is None:
        return None
    doelen = list(
        Doel.objects.voor(lezer, Recht.INHOUD_INZIEN)
        .filter(plan=plan)
        .annotate(heeft_actie=Exists(Actie.objects.filter(doel=OuterRef("pk"))))
        .order_by("uiterlijk_op", "pk")
    )
    return {"plan": plan, "doelen": doelen, "zaak_pk": zaak.pk}


WIJKTEAMS = Onderdeel(
    naam="wijkteams",
    persoonsgegevens=PERSOONSGEGEVENS,
    panelen=(
        Paneel("hulpvragen", "Hulpvragen", "wijkteams/_paneel_hulpvragen.html", hulpvragen_lezen, 20),
        Paneel("plan", "Leefzorgplan", "wijkteams/_paneel_plan.html", plan_lezen, 30),
    ),
    blokkeert_sluiten=blokkeert_sluiten,
    nu_te_doen=nu_te_doen,
    team_voor=team_voor,
    menu=(
        Menuregel("Huisbezoek", "wijkteams:huisbezoek", Recht.INHOUD_INZIEN, 30),
        Menuregel("Gesprek", "wijkteams:gesprek", Recht.INHOUD_INZIEN, 31),
        Menuregel("Zelfredzaamheid", "wijkteams:zrm", Recht.INHOUD_INZIEN, 32),
        Menuregel("Afweging", "wijkteams:afweging", Recht.INHOUD_INZIEN, 33),
        Menuregel("Verslag", "wijkteams:verslag", Recht.INHOUD_INZIEN, 34),
        Menuregel("Plan", "wijkteams:plan", Recht.INHOUD_INZIEN, 35),
    ),
)
