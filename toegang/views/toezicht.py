"""Toezicht: the toezichthouder finds a person, opens one zaak for a case of his own, and ends it."""

import datetime

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from toegang.forms.noodinzage import NoodZoekFormulier
from toegang.forms.toezicht import ToezichtFormulier
from toegang.formulier import fouten_overnemen
from toegang.models import Toezichtinzage, Zaak
from toegang.rechten import Grond, Laag, Rol, Wet
from toegang.schermen import scherm
from toegang.usecases.toezicht_inzien import toezicht_beeindigen, toezicht_inzien
from toegang.views.noodinzage import verborgen, vinden

GEEN = "Geen dossier van de Wmo gevonden. Controleer de spelling en de datum"
TOEZICHT = {"laag": Laag.TOEZICHT, "rollen": (Rol.TOEZICHTHOUDER,)}


@scherm("toezicht", actie="zoeken", **TOEZICHT)
def toezicht(request):
    """What runs, and two steps to open another; each try is written down, and only the FG reads it."""
    nu, stap = timezone.now(), request.POST.get("formuliernaam", "")
    zoek = NoodZoekFormulier(request.POST if request.method == "POST" else None)
    context = {"formulier": zoek, "zoekformulier": zoek}
    if request.method == "POST" and zoek.is_valid():
        inwoner = vinden(zoek.cleaned_data)
        zaken = Zaak.objects.filter(dossier__inwoner=inwoner, wet=Wet.WMO).order_by("-gemeld_op", "pk")[:20]
        request.inzage.toon(inwoner=inwoner.pk if inwoner else None, grond=Grond.TOEZICHT.value)
        if inwoner is None or not zaken:
            zoek.add_error(None, GEEN)
        else:
            keuze = ToezichtFormulier(request.POST if stap == "openen" else None, zaken=zaken)
            if keuze.is_bound and keuze.is_valid() and _openen(request, keuze, nu):
                messages.success(request, "U kunt deze zaak nu inzien. De FG ziet dat u dit doet.")
                return redirect("toegang:zaak", pk=keuze.cleaned_data["zaak"])
            context |= {"inwoner": inwoner, "keuze": keuze, "formulier": keuze, "verborgen": verborgen(zoek)}
    context["lopend"] = Toezichtinzage.objects.lopend(request.lezer, nu).select_related("zaak__dossier")
    for rij in context["lopend"]:
        request.inzage.toon_zaak(rij.zaak, grond=Grond.TOEZICHT.value)
    return TemplateResponse(request, "toegang/toezicht.html", context)


def _openen(request, keuze: ToezichtFormulier, nu: datetime.datetime) -> bool:
    gegevens = keuze.cleaned_data
    tot = timezone.make_aware(datetime.datetime.combine(gegevens["tot_op"], datetime.time.max))
    try:
        toezicht_inzien(
            zaak_id=gegevens["zaak"], door=request.lezer, nu=nu, kenmerk=gegevens["kenmerk"], tot=tot
        )
    except ValidationError as fout:
        fouten_overnemen(keuze, fout)
        return False
    return True


@require_POST
@scherm("toezicht_beeindigen", **TOEZICHT)
def beeindigen(request, pk):
    toezicht_beeindigen(toezicht_id=pk, door=request.lezer, nu=timezone.now())
    messages.success(request, "Het toezicht op deze zaak is klaar. U ziet haar niet meer.")
    return redirect("toegang:toezicht")
