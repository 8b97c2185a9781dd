"""The leefzorgplan: goals as cards, actions, who takes part, the agreement."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms import (
    ActieFormulier,
    AkkoordFormulier,
    DeelnemerFormulier,
    DoelFormulier,
    GeenDoelFormulier,
    VaststellenFormulier,
    fouten_overnemen,
)
from wijkteams.models import Deelnemer, Doel, Leefzorgplan, ZrmScore
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.regels import lage_scores_zonder_doel, ontbreekt_in_plan
from wijkteams.statussen import PlanStatus
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.deelnemer_toevoegen import deelnemer_toevoegen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.plan_vaststellen import EVALUATIE_NA, plan_vaststellen
from wijkteams.usecases.score_zonder_doel import score_zonder_doel

ICOON = {
    "inwoner": "mens",
    "netwerk": "mensen",
    "algemeen": "huis",
    "basishulp": "telefoon",
    "maatwerk": "ster",
}


@scherm("plan", laag=Laag.INHOUD)
def plan(request, pk):
    """Only the goals of zaken that this reader may see; a shielded one leaves no gap and no count."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    plan = (
        Leefzorgplan.objects.filter(dossier_id=zaak.dossier_id).exclude(status=PlanStatus.AFGESLOTEN).first()
    )
    delen = _delen(request.lezer, zaak, plan)
    act, _, doel_van = request.POST.get("formuliernaam", "").partition("-")
    formulieren = _formulieren(request, act, doel_van, delen)
    if request.method == "POST":
        antwoord = _uitvoeren(request, zaak, plan, act, doel_van, formulieren)
        if antwoord:
            return antwoord
    context = {
        **zaakcontext(request, zaak), "titel": "Plan", "plan": plan, "weigering": waarom_niet_bewerken(zaak), **delen,
        **formulieren,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/plan.html", context)


def _delen(lezer, zaak, plan) -> dict:
    """What the plan consists of, in four queries whatever the number of goals."""
    if plan is None:
        return {"doelen": [], "deelnemers": [], "lage_scores": [], "ontbreekt": []}
    doelen = list(
        Doel.objects.voor(lezer, Recht.INHOUD_INZIEN)
        .filter(plan=plan)
        .prefetch_related("acties")
        .order_by("uiterlijk_op", "pk")
    )
    for doel in doelen:
        doel.lijst = sorted(doel.acties.all(), key=lambda a: (a.soort, a.omschrijving, str(a.pk)))
        for actie in doel.lijst:
            actie.icoonnaam = ICOON[actie.soort]
    deelnemers = list(Deelnemer.objects.filter(plan=plan).order_by("naam", "pk"))
    scores = list(ZrmScore.objects.filter(onderzoek__zaak=zaak).order_by("domein"))
    return {
        "doelen": doelen, "deelnemers": deelnemers,
        "lage_scores": lage_scores_zonder_doel(scores, [d.leefgebied for d in doelen]),
        "ontbreekt": ontbreekt_in_plan(scores, doelen, [d for d in doelen if not d.lijst], deelnemers),
    }  # fmt: skip


def _formulieren(request, act: str, van: str, delen: dict) -> dict:
    """Each form of the page; the posted one holds what was typed. A form of one row has the row's key as prefix."""

    def maak(soort, naam, sleutel="", **begin):
        gepost = request.method == "POST" and act == naam and van == sleutel
        return soort(
            request.POST if gepost else None, prefix=f"{naam}-{sleutel}" if sleutel else naam, initial=begin
        )

    for doel in delen["doelen"]:
        doel.formulier = maak(ActieFormulier, "actie", str(doel.pk))
    for deelnemer in delen["deelnemers"]:
        deelnemer.formulier = maak(AkkoordFormulier, "akkoord", str(deelnemer.pk))
    for score in delen["lage_scores"]:
        score.formulier = maak(GeenDoelFormulier, "geendoel", str(score.pk))
    los = {
        "doel_formulier": maak(DoelFormulier, "doel"),
        "deelnemer_formulier": maak(DeelnemerFormulier, "deelnemer"),
        "vaststellen_formulier": maak(
            VaststellenFormulier, "vaststellen", evaluatie_op=timezone.localdate() + EVALUATIE_NA
        ),
    }
    rijen = [*delen["doelen"], *delen["deelnemers"], *delen["lage_scores"]]
    for rij in rijen:
        rij.sleutel = str(rij.pk)
    return {**los, "formulieren": [*los.values(), *(r.formulier for r in rijen)]}


def _uitvoeren(request, zaak, plan, act: str, van: str, formulieren: dict):
    """One use-case and the redirect; None when the page must be shown again with the errors."""
    vandaag, door = timezone.localdate(), request.lezer
    if act == "opstellen":
        plan_opstellen(zaak_id=zaak.pk, door=door, vandaag=vandaag)
        messages.success(request, "Plan begonnen. Schrijf samen het eerste doel op.")
        return redirect("wijkteams:plan", zaak.pk)
    formulier = next((f for f in formulieren["formulieren"] if f.is_bound), None)
    if plan is None or formulier is None or not formulier.is_valid():
        return None
    data, vast = formulier.cleaned_data, {"zaak_id": zaak.pk, "door": door}
    acts = {
        "doel": (doel_toevoegen, {"plan_id": plan.pk}, "Doel toegevoegd. Spreek nu af wie wat doet."),
        "actie": (actie_toevoegen, {"doel_id": _uuid(van)}, "Actie toegevoegd."),
        "deelnemer": (
            deelnemer_toevoegen,
            {"plan_id": plan.pk},
            "Deelnemer toegevoegd. Leg het akkoord vast.",
        ),
        "akkoord": (
            akkoord_vastleggen,
            {"deelnemer_id": _uuid(van), "vandaag": vandaag},
            "Akkoord vastgelegd.",
        ),
        "geendoel": (score_zonder_doel, {"score_id": _uuid(van)}, "Vastgelegd waarom er geen doel is."),
        "vaststellen": (plan_vaststellen, {"plan_id": plan.pk, "vandaag": vandaag}, ""),
    }
    doen, extra, zin = acts[act]
    try:
        doen(**vast, **extra, **data)
    except ValidationError as fout:
        fouten_overnemen(formulier, fout)
        return None
    except OngeldigeOvergang as fout:
        formulier.add_error(None, str(fout))
        return None
    if act == "vaststellen":
        zin = f"Plan afgesproken. U bekijkt het samen op {opmaak.datum_lang(data['evaluatie_op'])}."
    messages.success(request, zin)
    return redirect("wijkteams:plan", zaak.pk)


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
