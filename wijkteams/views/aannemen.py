"""New for me: take it on, or give it back with a reason."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.verdelen import TeruggevenFormulier
from wijkteams.usecases.zaak_aannemen import NIET_NIEUW, is_nieuw, zaak_aannemen, zaak_teruggeven


@scherm("aannemen", laag=Laag.PROCES)
def aannemen(request, pk):
    """Both acts on one page; who is not the new regisseur has no business here."""
    zaak = zaak_ophalen(request, pk, laag=Laag.PROCES, recht=Recht.INHOUD_BEWERKEN)
    if zaak.regisseur_id != request.lezer.medewerker_id:
        raise PermissionDenied("Alleen de regisseur die dit kreeg, neemt het aan of geeft het terug.")
    act = request.POST.get("formuliernaam", "")
    formulier = TeruggevenFormulier(request.POST if act == "teruggeven" else None)
    if act == "aannemen":
        zaak_aannemen(zaak_id=pk, door=request.lezer)
        messages.success(request, "Aangenomen. U bent regisseur. Bel nu de inwoner.")
        return redirect("toegang:zaak", pk)
    if act == "teruggeven" and formulier.is_valid():
        try:
            zaak_teruggeven(
                zaak_id=pk, reden=formulier.cleaned_data["reden"], door=request.lezer,
                vandaag=timezone.localdate(), nu=timezone.now(),
            )  # fmt: skip
            messages.success(request, "Teruggegeven. De teamleider kiest een andere regisseur.")
            return redirect("wijkteams:dag")
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
    context = {
        **zaakcontext(request, zaak), "titel": "Aannemen of teruggeven", "formulier": formulier,
        "toewijzing": zaak.toewijzingen.filter(tot_om=None).first(),
        "weigering": "" if is_nieuw(zaak) else NIET_NIEUW,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/zaak_aannemen.html", context)
