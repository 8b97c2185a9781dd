"""The contacts of one zaak, with the telephone notes; and a new note."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.concept import beginwaarden, conceptkader
from toegang.forms.contact_handelingen import TelefoonnotitieFormulier
from toegang.models import Contactmoment
from toegang.permissions import check_mag_notitie_maken, mag_notitie_maken
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.usecases.telefoonnotitie_maken import telefoonnotitie_maken
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

HOOGSTENS = 50


@scherm("zaak_contacten", laag=Laag.INHOUD)
def zaak_contacten(request, pk):
    """What was asked and said about this zaak, newest first."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    rijen = list(
        Contactmoment.objects.voor(request.lezer, timezone.localdate())
        .filter(zaak=zaak)
        .select_related("inwoner", "geregistreerd_door")
        .order_by("-ontvangen_op", "-geregistreerd_om", "pk")[: HOOGSTENS + 1]
    )
    context = {
        "titel": "Contacten en notities",
        "contacten": rijen[:HOOGSTENS],
        "meer": len(rijen) > HOOGSTENS,
        "mag_notitie": mag_notitie_maken(request.lezer, zaak),
    }
    return TemplateResponse(request, "toegang/zaak_contacten.html", {**zaakcontext(request, zaak), **context})


@scherm("telefoonnotitie", laag=Laag.PROCES)
def telefoonnotitie(request, pk):
    """Write one; who may only write goes back to the zaak, who may read to the notes."""
    zaak = zaak_ophalen(request, pk)
    check_mag_notitie_maken(request.lezer, zaak)
    vandaag, kader = timezone.localdate(), conceptkader(request)
    formulier = TelefoonnotitieFormulier(
        request.POST or None, vandaag=vandaag, initial=beginwaarden(kader, TelefoonnotitieFormulier)
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            telefoonnotitie_maken(
                zaak_id=pk, door=request.lezer, vandaag=vandaag, nu=timezone.now(), **formulier.cleaned_data
            )
        except ValidationError as fout:
            formulier.add_error(None, fout.messages)
        else:
            messages.success(
                request, "Telefoonnotitie bewaard. Op de tijdlijn staat alleen dat er is gebeld."
            )
            return redirect("toegang:zaak", pk)
    context = {"titel": "Telefoonnotitie", "formulier": formulier, "conceptkader": kader}
    return TemplateResponse(
        request, "toegang/telefoonnotitie.html", {**zaakcontext(request, zaak), **context}
    )
