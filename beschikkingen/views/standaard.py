"""A standard besluit by the administratie: one page, one button, no content."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from beschikkingen.standaard import gevraagd_aan_regisseur, standaard_van
from beschikkingen.usecases.standaardbesluit_opstellen import standaardbesluit_opstellen
from beschikkingen.werkgroep import GROEP
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.regels import omvang_in_woorden


@scherm("standaardbesluit", laag=Laag.UITVOERING, rollen=(Rol.ADMINISTRATIE,))
def standaard(request, pk):
    """The lines of help that it grants; the POST draws it up and sends it to the toetser, or asks the regisseur."""
    zaak = zaak_ophalen(request, pk, laag=Laag.UITVOERING)
    wie = zaak.regisseur.naam if zaak.regisseur else "Het wijkteam"
    if request.method == "POST":
        besluit = standaardbesluit_opstellen(zaak_id=pk, door=request.lezer, vandaag=timezone.localdate())
        if besluit:
            messages.success(request, f"{besluit.kenmerk} is opgesteld en ligt nu bij de toetsers.")
        else:
            zin = f"Er is nog iets open in de tekst. {wie} krijgt een taak en stelt het besluit op."
            messages.info(request, zin)
        return redirect(f"{reverse('toegang:werkvoorraad')}?groep={GROEP.naam}")
    wat = standaard_van(zaak)
    context = zaakcontext(request, zaak) | {
        "titel": "Besluit opstellen",
        "hulp": [(i, omvang_in_woorden(i.volume, i.eenheid, i.frequentie)) for i in wat.hulp],
        "aanvragen": wat.aanvragen,
        "sjabloon": wat.sjabloon,
        "mist": wat.mist,
        "gevraagd": gevraagd_aan_regisseur(zaak),
        "wie": wie,
    }
    return TemplateResponse(request, "beschikkingen/besluit_standaard.html", context)
