"""Another question in the same call: nothing of the caller is asked again."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.concept import beginwaarden, conceptkader
from toegang.forms.contact import NogEenVraagFormulier
from toegang.models import Contactmoment, ContactSoort
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.usecases.vraag_toevoegen import vraag_toevoegen as toevoegen


@scherm("vraag_toevoegen", laag=Laag.CONTACT, rollen=(Rol.KCC, Rol.ADMINISTRATIE))
def vraag_toevoegen(request, pk):
    """Each question is a contact of its own, with its own clock and outcome."""
    vandaag = timezone.localdate()
    contact = Contactmoment.objects.voor(request.lezer, vandaag).select_related("inwoner").get(pk=pk)
    request.inzage.toon(inwoner=contact.inwoner_id)
    kader = conceptkader(request)
    formulier = NogEenVraagFormulier(request.POST or None, initial=beginwaarden(kader, NogEenVraagFormulier))
    if request.method == "POST" and formulier.is_valid():
        c = formulier.cleaned_data
        nieuw = toevoegen(
            contact_id=pk, door=request.lezer, vandaag=vandaag, nu=timezone.now(), vraag=c["vraag_tekst"],
            soort=c["soort"] or ContactSoort.VRAAG, gevaar=bool(c["gevaar"]),
        )  # fmt: skip
        messages.success(request, "Ook deze vraag is doorgezet, met een eigen termijn.")
        if "nog_een" in request.POST:
            return redirect("toegang:vraag_toevoegen", nieuw.pk)
        return redirect("toegang:contact_registreren")
    return TemplateResponse(
        request,
        "toegang/vraag_toevoegen.html",
        {"contact": contact, "formulier": formulier, "conceptkader": kader},
    )
