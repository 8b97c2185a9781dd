"""The plan for a pgb: written down as it came in, judged on the three conditions, taken back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.budgetformulieren import BudgetplanFormulier, OordeelFormulier
from voorzieningen.budgetregels import artikel, kosten_per_jaar, voorwaarden
from voorzieningen.models import Budgetplan, Indicatie, Vorm
from voorzieningen.permissions import waarom_niet_budgetplan
from voorzieningen.regels import omvang_in_woorden
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.usecases.budgetplan_beoordelen import budgetplan_beoordelen, budgetplan_intrekken
from voorzieningen.usecases.budgetplan_vastleggen import budgetplan_vastleggen


def _ophalen(request, pk, *, recht=None):
    plan = (
        Budgetplan.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .select_related("product", "document", "beoordeeld_door")
        .get(pk=pk)
    )
    return plan, zaak_ophalen(request, plan.zaak_id, laag=Laag.INHOUD, recht=recht)


@scherm("budgetplan_vastleggen", laag=Laag.INHOUD)
def vastleggen(request, pk):
    """A plan that came in."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD, recht=Recht.INHOUD_BEWERKEN)
    return _formulier(request, zaak, None)


@scherm("budgetplan_wijzigen", laag=Laag.INHOUD)
def wijzigen(request, pk):
    """Mended after a talk with the inwoner; it is judged anew."""
    plan, zaak = _ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    return _formulier(request, zaak, plan)


def _formulier(request, zaak, plan):
    nu = timezone.now()
    vandaag = timezone.localdate(nu)
    formulier = BudgetplanFormulier(
        request.POST or None, request.FILES or None, zaak=zaak, op=vandaag, plan=plan
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            gemaakt = budgetplan_vastleggen(
                zaak_id=zaak.pk, door=request.lezer, vandaag=vandaag, nu=nu, plan_id=plan and plan.pk,
                versie=versie_uit(request), **formulier.velden(),
            )  # fmt: skip
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            plan = fout.huidig
            ingehaald(request, formulier, plan)
        else:
            messages.success(request, "Budgetplan vastgelegd. Beoordeel nu de drie voorwaarden.")
            return redirect("voorzieningen:budgetplan", gemaakt.pk)
    context = zaakcontext(request, zaak) | {
        "titel": "Budgetplan wijzigen" if plan else "Budgetplan vastleggen", "formulier": formulier, "plan": plan,
        "waarom_niet": waarom_niet_budgetplan(zaak, plan),
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/budgetplan_vastleggen.html", context)


@scherm("budgetplan", laag=Laag.INHOUD)
def budgetplan(request, pk):
    """The plan as it came in; a POST judges the three conditions."""
    plan, zaak = _ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN if request.method == "POST" else None)
    voorgesteld = Indicatie.objects.filter(
        zaak=zaak, product=plan.product, vorm=Vorm.PGB, status=IndicatieStatus.VOORGESTELD
    ).first()
    formulier = OordeelFormulier(request.POST or None, plan=plan, wet=zaak.wet, voorgesteld=voorgesteld)
    if request.method == "POST" and formulier.is_valid():
        try:
            oordeel = budgetplan_beoordelen(
                plan_id=pk, door=request.lezer, vandaag=timezone.localdate(), versie=versie_uit(request),
                **formulier.oordeel(),
            )  # fmt: skip
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            plan = fout.huidig
            ingehaald(request, formulier, plan)
        else:
            verder = (
                "Stel de hulp voor als pgb." if oordeel.voldoet else "De brief zegt waarom het pgb niet kan."
            )
            messages.success(request, f"Beoordeling bewaard. {verder}")
            return redirect("voorzieningen:budgetplan", pk)
    waarom_niet = waarom_niet_budgetplan(zaak, plan)
    regels = [r for r in plan.regels.order_by("volgorde") if not r.vervallen]
    plan.sleutel = str(plan.pk)
    context = zaakcontext(request, zaak) | {
        "voorgesteld": voorgesteld,
        "titel": f"Budgetplan: {plan.product.naam.lower()}",
        "plan": plan,
        "formulier": formulier,
        "regels": [
            (r, omvang_in_woorden(r.volume, r.eenheid, r.frequentie), kosten_per_jaar([r])) for r in regels
        ],
        "per_jaar": kosten_per_jaar(regels),
        "mag_schrijven": zaak.mag(Recht.INHOUD_BEWERKEN),
        "waarom_niet": waarom_niet,
        "oordelen": [
            (w.vraag, artikel(zaak.wet, w.letter), getattr(plan, w.voldaan), getattr(plan, w.reden))
            for w in voorwaarden(zaak.wet)
        ],
    }
    return TemplateResponse(request, "voorzieningen/budgetplan.html", context)


@scherm("budgetplan_intrekken", laag=Laag.INHOUD)
def intrekken(request, pk):
    """The inwoner wants no pgb after all."""
    plan, zaak = _ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    if request.method == "POST":
        try:
            budgetplan_intrekken(plan_id=pk, door=request.lezer, vandaag=timezone.localdate())
        except OngeldigeOvergang as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, "Vastgelegd: de inwoner wil geen pgb meer.")
        return redirect("voorzieningen:indicaties", plan.zaak_id)
    context = zaakcontext(request, zaak) | {
        "titel": "De inwoner wil geen pgb meer", "plan": plan, "waarom_niet": waarom_niet_budgetplan(zaak, plan),
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/budgetplan_intrekken.html", context)
