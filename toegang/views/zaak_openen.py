"""Open a zaak from a contact."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.forms.zaak import ZaakOpenenFormulier
from toegang.models import Contactmoment
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.zaak_openen import EERST_KOPPELEN
from toegang.usecases.zaak_openen import zaak_openen as openen


@scherm("zaak_openen", laag=Laag.CONTACT, rollen=(Rol.ADMINISTRATIE,))
def zaak_openen(request, pk):
    """Law, subject and haste; the day of the contact is the day of the melding."""
    vandaag = timezone.localdate()
    contact = Contactmoment.objects.voor(request.lezer, vandaag).select_related("inwoner").get(pk=pk)
    request.inzage.toon(inwoner=contact.inwoner_id)
    formulier = ZaakOpenenFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            zaak = openen(contact_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except (ValidationError, OngeldigeOvergang) as fout:
            formulier.add_error(None, fout if isinstance(fout, ValidationError) else str(fout))
        else:
            messages.success(request, f"Zaak {zaak.kenmerk} geopend. Verhelder nu de vraag.")
            return redirect("toegang:vraagverheldering", zaak.pk)
    return TemplateResponse(
        request,
        "toegang/zaak_openen.html",
        {
            "contact": contact,
            "formulier": formulier,
            "weigering": "" if contact.inwoner_id else EERST_KOPPELEN,
        },
    )
