"""The plan is looked at together: then beside now, one decision a goal."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.plan import EvaluatieFormulier
from wijkteams.models import Evaluatie
from wijkteams.permissions import waarom_niet_plannen
from wijkteams.planlezen import deel_van, laatste_oordelen, lopende_doelen
from wijkteams.statussen import PlanStatus
from wijkteams.usecases.plan_evalueren import EERST_AFSPREKEN, Besluit, plan_evalueren


@scherm("evaluatie", laag=Laag.INHOUD, aan_tafel=Tafel.MAG)
def evaluatie(request, pk):
    """The goals of this zaak that run; what was said before stands below."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    deel = deel_van(zaak)
    weigering = waarom_niet_plannen(zaak) or _waarom_niet(deel)
    doelen = lopende_doelen(zaak) if deel else []
    laatste = laatste_oordelen([d.pk for d in doelen])
    for doel in doelen:
        doel.laatste = laatste.get(doel.pk)
    formulier = EvaluatieFormulier(request.POST or None, doelen=doelen)
    if request.method == "POST" and formulier.is_valid():
        try:
            zin = _uitvoeren(request, zaak, deel, formulier)
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        except Verouderd as fout:
            deel = deel_van(zaak)
            ingehaald(request, formulier, fout.huidig)
        else:
            messages.success(request, zin)
            return redirect("wijkteams:plan", zaak.pk)
    eerder = (
        Evaluatie.objects.filter(deel__zaak=zaak)
        .prefetch_related("oordelen__doel")
        .order_by("-gehouden_op", "-pk")
    )
    context = {
        **zaakcontext(request, zaak), "titel": "Plan samen bekijken", "deel": deel, "weigering": weigering,
        "formulier": formulier, "eerder": list(eerder),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/plan_evalueren.html", context)


def _waarom_niet(deel) -> str:
    if deel is None:
        return "Er is nog geen plan, of het is afgesloten."
    return "" if deel.status == PlanStatus.VASTGESTELD else EERST_AFSPREKEN


def _uitvoeren(request, zaak, deel, formulier) -> str:
    """The use-case, and what comes next in a sentence."""
    if deel is None:
        raise OngeldigeOvergang(_waarom_niet(None))
    data = formulier.cleaned_data
    oordelen = formulier.oordelen()
    plan_evalueren(
        plan_id=deel.plan_id, zaak_id=zaak.pk, door=request.lezer, vandaag=timezone.localdate(),
        gehouden_op=data["gehouden_op"], aanwezigen=data["aanwezigen"], volgende_op=data["volgende_op"],
        oordelen=oordelen, versie=versie_uit(request),
    )  # fmt: skip
    besluiten = {o["besluit"] for o in oordelen.values()}
    if besluiten == {Besluit.STOPPEN}:
        return "Bewaard. Alle doelen van deze vraag zijn gestopt. Dit deel van het plan is klaar."
    volgende = f"U bekijkt het plan weer op {opmaak.datum_lang(data['volgende_op'])}."
    if besluiten & {Besluit.AFSCHALEN, Besluit.OPSCHALEN}:
        return f"Bewaard. Wat u afsprak over meer of minder hulp staat als taak klaar. {volgende}"
    return f"Bewaard. {volgende}"
