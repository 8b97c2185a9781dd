"""Saved views of a list: keep the filters of now under a name, use one, throw one away."""

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from toegang.bulk import sleutels
from toegang.forms.werk import WeergaveFormulier
from toegang.models import Weergave
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.usecases.weergave_bewaren import weergave_bewaren, weergave_verwijderen
from toegang.views.werkvoorraad import LIJST as WERK
from toegang.views.zaken import LIJST as ZAKEN
from toegang.views.zaken import ZAAKVELDEN
from toegang.werkfilter import VELDEN

# The lists, and what of their address may be kept: choices from a list, never typed text.
LIJSTEN: dict[str, tuple[str, tuple[str, ...]]] = {
    WERK: ("Werkvoorraad", ("groep", "van", *VELDEN)),
    ZAKEN: ("Dossiers", ("weergave", *ZAAKVELDEN)),
}
LANGSTE = 40  # of one value: a key or a slug


@scherm("weergaven", laag=Laag.PROCES)
def weergaven(request):
    """?lijst= and ?filter= (the query string of the list); without a filter only what is there."""
    lijst = request.POST.get("lijst") or request.GET.get("lijst") or WERK
    if lijst not in LIJSTEN:
        raise Http404
    filter_ = schoon(lijst, request.POST.get("filter") or request.GET.get("filter", ""))
    handeling = request.POST.get("formuliernaam", "")
    formulier = WeergaveFormulier(request.POST if handeling == "bewaren" else None)
    if handeling == "verwijderen":
        for pk in sleutels([request.POST.get("weergave", "")], int):
            weergave_verwijderen(weergave_id=pk, door=request.lezer)
        messages.success(request, "De weergave is weg.")
        return redirect(f"{reverse('toegang:weergaven')}?{urlencode({'lijst': lijst})}")
    if handeling == "bewaren" and filter_ and formulier.is_valid():
        naam = formulier.cleaned_data["naam"]
        try:
            weergave_bewaren(lijst=lijst, naam=naam, filter=filter_, door=request.lezer)
            messages.success(request, f"De weergave '{naam}' staat boven de lijst.")
            return redirect(f"{reverse(lijst)}?{filter_}")
        except ValidationError as fout:
            formulier.add_error(None, " ".join(fout.messages))
    context = {
        "formulier": formulier, "lijst": lijst, "lijst_naam": LIJSTEN[lijst][0], "filter": filter_,
        "lijst_url": f"{reverse(lijst)}?{filter_}" if filter_ else reverse(lijst),
        "weergaven": Weergave.objects.van(request.lezer, lijst).order_by("naam"),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/weergaven.html", context)


def schoon(lijst: str, tekst: str) -> str:
    """Only the filters that this list has, with values that look like a choice."""
    velden = LIJSTEN[lijst][1]
    houden = {
        veld: waarde
        for veld, waarde in parse_qsl(tekst[:500])
        if veld in velden and len(waarde) <= LANGSTE and waarde.replace("_", "").isalnum()
    }
    return urlencode(houden)
