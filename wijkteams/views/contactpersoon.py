"""Whom a school or GP talks to: set by the beheerder."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.models import Organisatie
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from wijkteams.forms.contactpersoon import ContactpersoonFormulier
from wijkteams.usecases.contactpersoon_vastleggen import contactpersoon_vastleggen
from wijkteams.vindplaatsen import vaste_contactpersoon


@scherm("contactpersoon", laag=Laag.CONTACT, rollen=(Rol.BEHEERDER,))
def contactpersoon(request, pk):
    """One choice: a colleague of a team, or a team without a name."""
    organisatie, vandaag = Organisatie.objects.get(pk=pk), timezone.localdate()
    huidig = vaste_contactpersoon(organisatie)
    formulier = ContactpersoonFormulier(
        request.POST if request.method == "POST" else None, huidig=huidig, vandaag=vandaag
    )
    if formulier.is_valid():
        wijkteam_id, medewerker_id = formulier.gekozen()
        try:
            contactpersoon_vastleggen(
                organisatie_id=pk, wijkteam_id=wijkteam_id, medewerker_id=medewerker_id, door=request.lezer,
                vandaag=vandaag,
            )  # fmt: skip
        except ValidationError as fout:
            formulier.add_error("wie", fout.messages[0])
        else:
            messages.success(
                request, "De vaste contactpersoon is bewaard. Nieuwe verwijzingen gaan daarheen."
            )
            return redirect("toegang:organisatie", pk)
    context = {"organisatie": organisatie, "formulier": formulier}
    return TemplateResponse(request, "wijkteams/contactpersoon.html", context)
