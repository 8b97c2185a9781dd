"""The register of mandates, kept by the beheerder: what holds, what held, and who changed it when. About colleagues."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from beschikkingen.forms.mandaat import EindeFormulier, MandaatFormulier
from beschikkingen.models import Mandaat, Mandaatsoort
from beschikkingen.usecases.mandaat_vastleggen import mandaat_beeindigen, mandaat_vastleggen
from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Rol, Wet
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang

ROLLEN = (Rol.BEHEERDER,)


@scherm("mandaten", laag=Laag.TOEZICHT, rollen=ROLLEN)
def mandaten(request):
    """What holds today or later first; below it what is over."""
    vandaag = timezone.localdate()
    rijen = Mandaat.objects.select_related("medewerker", "waarneemt_voor", "product").order_by(
        "medewerker__last_name", "wet", "-vanaf_op", "pk"
    )
    soort, wet = dict(Mandaatsoort.choices), dict(Wet.choices)
    alle = [(m, wet.get(m.wet, m.wet), ", ".join(soort[s] for s in m.soorten)) for m in rijen]
    context = {
        "geldend": [r for r in alle if not r[0].tot_op or r[0].tot_op > vandaag],
        "voorbij": [r for r in alle if r[0].tot_op and r[0].tot_op <= vandaag],
    }
    return TemplateResponse(request, "beschikkingen/mandaten.html", context)


@scherm("mandaat_vastleggen", laag=Laag.TOEZICHT, rollen=ROLLEN)
def vastleggen(request):
    """Give a mandate, from the decision of the college."""
    formulier = MandaatFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            mandaat = mandaat_vastleggen(
                door=request.lezer, vandaag=timezone.localdate(), **formulier.velden()
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, f"Mandaat vastgelegd voor {mandaat.medewerker.naam}.")
            return redirect("beschikkingen:mandaten")
    return TemplateResponse(request, "beschikkingen/mandaat_vastleggen.html", {"formulier": formulier})


@scherm("mandaat", laag=Laag.TOEZICHT, rollen=ROLLEN)
def mandaat(request, pk):
    """One mandate with its history, and its end."""
    gevonden = Mandaat.objects.select_related("medewerker", "waarneemt_voor", "product").get(pk=pk)
    vandaag = timezone.localdate()
    formulier = EindeFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            mandaat_beeindigen(mandaat_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Vastgelegd. Wat al is ondertekend, blijft gelden.")
            return redirect("beschikkingen:mandaten")
    soort = dict(Mandaatsoort.choices)
    context = {
        "mandaat": gevonden,
        "wet": dict(Wet.choices).get(gevonden.wet, gevonden.wet),
        "soorten": ", ".join(soort[s] for s in gevonden.soorten),
        "formulier": formulier,
        "weigering": "Dit mandaat is al voorbij." if gevonden.tot_op and gevonden.tot_op <= vandaag else "",
        "historie": gevonden.history.select_related("history_user").order_by("-history_id")[:50],
    }
    return TemplateResponse(request, "beschikkingen/mandaat.html", context)
