"""The delivery of one piece of help: ordered, begun, standing still, stopped; and what was written down about it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.opmaak import datum, datum_lang
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen import leveringsformulieren as f
from voorzieningen.leveringsstand import stand_van
from voorzieningen.models import Indicatie, Levering
from voorzieningen.opdrachtregels import waarom_niet_verlengen
from voorzieningen.permissions import (
    GELDEND,
    mag_uitvoeren,
    waarom_niet_onderbreken,
    waarom_niet_starten,
    waarom_niet_stoppen,
    waarom_niet_toewijzen,
)
from voorzieningen.regels import omvang_in_woorden
from voorzieningen.toewijsregels import te_laat_gemeld
from voorzieningen.usecases.levering_onderbreken import levering_hervatten, levering_onderbreken
from voorzieningen.usecases.levering_starten import levering_starten
from voorzieningen.usecases.levering_stoppen import levering_stoppen
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen

FORMULIEREN = {
    "toewijzen": f.ToewijsFormulier, "starten": f.StartFormulier, "onderbreken": f.OnderbreekFormulier,
    "hervatten": f.HervatFormulier, "stoppen": f.StopFormulier,
}  # fmt: skip


@scherm("levering", laag=Laag.UITVOERING)
def levering(request, pk):
    """Whoever sees the execution of this zaak sees it; the administratie and the team write."""
    indicatie = Indicatie.objects.voor(request.lezer, Recht.PROCES_INZIEN).met_lijstgegevens().get(pk=pk)
    zaak = zaak_ophalen(request, indicatie.zaak_id, laag=Laag.UITVOERING)
    vandaag, welk = timezone.localdate(), request.POST.get("formuliernaam", "")
    formulieren = {n: soort(request.POST if welk == n else None) for n, soort in FORMULIEREN.items()}
    goed = request.method == "POST" and welk in FORMULIEREN and formulieren[welk].is_valid()
    if goed and (zin := _gedaan(request, indicatie, welk, formulieren[welk], vandaag)):
        messages.success(request, zin)
        return redirect("voorzieningen:levering", pk)
    rij = Levering.objects.filter(indicatie=indicatie).first()
    stil = list(rij.onderbrekingen.order_by("-vanaf_op", "pk")) if rij else []
    nu_stil = next(
        (o for o in stil if o.vanaf_op <= vandaag and not (o.tot_op and o.tot_op <= vandaag)), None
    )
    context = zaakcontext(request, zaak) | {
        "titel": "Levering", "indicatie": indicatie, "levering": rij, "onderbrekingen": stil,
        "stand": stand_van(rij, vandaag, nu_stil, indicatie.status in GELDEND),
        "omvang": omvang_in_woorden(indicatie.volume, indicatie.eenheid, indicatie.frequentie),
        "mag": mag_uitvoeren(zaak, request.lezer), "versie": rij.versie if rij else 0,
        "open_onderbreking": next((o for o in stil if o.tot_op is None), None),
        "formulieren": list(formulieren.values()), "waarom_niet_toewijzen": waarom_niet_toewijzen(indicatie, rij),
        "waarom_niet_starten": waarom_niet_starten(rij), "waarom_niet_stoppen": waarom_niet_stoppen(rij),
        "waarom_niet_onderbreken": waarom_niet_onderbreken(rij),
        "documenten": list(indicatie.grondslagdocumenten.order_by("-gedateerd_op", "pk")),
        "verlengbaar": not waarom_niet_verlengen(indicatie.grondslag, indicatie.status in GELDEND),
    } | formulieren  # fmt: skip
    return TemplateResponse(request, "voorzieningen/levering.html", context)


def _gedaan(request, indicatie: Indicatie, welk: str, formulier, vandaag) -> str:
    """What happened and what comes next; empty when it was refused, and then it stands at its field."""
    vast = {"indicatie_id": indicatie.pk, "door": request.lezer, "vandaag": vandaag}
    versie = {"versie": versie_uit(request)}
    doen: dict[str, Callable[[], str]] = {
        "toewijzen": lambda: _toewijzen(vast | versie, formulier),
        "starten": lambda: _starten(vast | versie, formulier),
        "onderbreken": lambda: _onderbreken(vast, formulier),
        "hervatten": lambda: _hervatten(vast, formulier),
        "stoppen": lambda: _stoppen(vast | versie, formulier),
    }
    try:
        return doen[welk]()
    except ValidationError as fout:
        fouten_overnemen(formulier, fout)
    except Verouderd as fout:
        ingehaald(request, formulier, fout.huidig)
    except OngeldigeOvergang as fout:  # a colleague was first: the page shows where it stands
        messages.error(request, str(fout))
    return ""


def _toewijzen(vast: dict, formulier) -> str:
    rij = levering_toewijzen(**vast, **formulier.cleaned_data)
    return (
        f"Toegewezen met nummer {rij.toewijzingnummer}. De aanbieder begint uiterlijk"
        f" {datum_lang(rij.uiterlijk_begin_op)}."
    )


def _starten(vast: dict, formulier) -> str:
    rij = levering_starten(**vast, **formulier.cleaned_data)
    return f"De aanbieder begon op {datum(rij.begonnen_op)}. " + te_laat_gemeld(
        rij.begonnen_op, vast["vandaag"]
    )


def _onderbreken(vast: dict, formulier) -> str:
    rij = levering_onderbreken(**vast, **formulier.cleaned_data)
    return f"De hulp staat stil vanaf {datum(rij.vanaf_op)}."


def _hervatten(vast: dict, formulier) -> str:
    levering_hervatten(**vast, **formulier.cleaned_data)
    return f"De hulp ging weer door op {datum(formulier.cleaned_data['tot_op'])}."


def _stoppen(vast: dict, formulier) -> str:
    rij = levering_stoppen(**vast, **formulier.cleaned_data)
    return f"De aanbieder stopte: laatste dag {datum(rij.gestopt_op)}. " + te_laat_gemeld(
        rij.gestopt_op, vast["vandaag"]
    )
