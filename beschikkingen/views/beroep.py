"""The inwoner went to court, and what the court said."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils import timezone

from beschikkingen.forms import bezwaar as vormen
from beschikkingen.models import Beroep, Besluit
from beschikkingen.usecases.beroep_registreren import beroep_registreren, uitspraak_vastleggen
from beschikkingen.views.wegen import bladzijde
from toegang.formulier import fouten_overnemen
from toegang.permissions import check_rol
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen


@scherm("beroep_registreren", laag=Laag.PROCES)
def beroep(request, pk):
    """The inwoner went to court; `pk` is the besluit."""
    besluit = Besluit.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, besluit.zaak_id)
    check_rol(request.lezer, Rol.ADMINISTRATIE, Rol.JURIST)
    formulier = vormen.BeroepFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            beroep_registreren(
                besluit_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Beroep geregistreerd. Leg later de uitspraak vast.")
            return redirect("beschikkingen:besluiten", pk=zaak.pk)
    return bladzijde(request, zaak, "Beroep registreren", formulier, "Beroep registreren")


@scherm("uitspraak_vastleggen", laag=Laag.PROCES)
def uitspraak(request, pk):
    """What the court said; `pk` is the beroep."""
    gevonden = Beroep.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, gevonden.zaak_id)
    check_rol(request.lezer, Rol.ADMINISTRATIE, Rol.JURIST)
    formulier = vormen.UitspraakFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            uitspraak_vastleggen(
                beroep_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Uitspraak vastgelegd.")
            return redirect("beschikkingen:besluiten", pk=zaak.pk)
    return bladzijde(request, zaak, "Uitspraak vastleggen", formulier, "Uitspraak vastleggen")
