"""The list of who may be asked for advice, kept by the beheerder."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from wijkteams.forms.consult import DeskundigeFormulier
from wijkteams.models import Deskundige, Medewerker
from wijkteams.usecases.deskundige_vastleggen import deskundige_beeindigen, deskundige_vastleggen


@scherm("deskundigen", laag=Laag.CONTACT, rollen=(Rol.BEHEERDER,))
def deskundigen(request):
    """Add somebody, or take somebody off."""
    vandaag = timezone.localdate()
    act = request.POST.get("formuliernaam", "")
    collegas = Medewerker.objects.filter(is_active=True).order_by("last_name", "pk")
    formulier = DeskundigeFormulier(request.POST if act == "toevoegen" else None, collegas=collegas)
    if formulier.is_bound and formulier.is_valid():
        data = formulier.cleaned_data
        try:
            deskundige_vastleggen(
                medewerker_id=data["medewerker"], deskundigheid=data["deskundigheid"], door=request.lezer,
                vandaag=vandaag,
            )  # fmt: skip
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Toegevoegd. Collega's kunnen nu om advies vragen.")
            return redirect("wijkteams:deskundigen")
    context = {
        "titel": "Deskundigen", "formulier": formulier,
        "deskundigen": Deskundige.objects.op(vandaag)
        .select_related("medewerker")
        .order_by("deskundigheid", "medewerker__last_name", "pk"),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/deskundigen.html", context)


@scherm("deskundige_beeindigen", laag=Laag.CONTACT, rollen=(Rol.BEHEERDER,))
def beeindigen(request, pk):
    """POST only: the button in the list."""
    if request.method == "POST":
        try:
            rij = deskundige_beeindigen(deskundige_id=pk, door=request.lezer, vandaag=timezone.localdate())
            messages.success(request, f"{rij.medewerker.naam} staat niet meer in de lijst.")
        except OngeldigeOvergang as fout:
            messages.error(request, str(fout))
    return redirect("wijkteams:deskundigen")
