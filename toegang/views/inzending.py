"""What the form from outside said, beside its contact; the fixed contact person passes it on."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from toegang.forms.inzending import BevindingFormulier
from toegang.models import Contactmoment, Document, Verouderd
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.usecases.inzending_koppelen import inzending_koppelen
from toegang.usecases.verwijzing_doorgeven import mag_doorgeven, verwijzing_doorgeven
from toegang.verouderd import ingehaald, versie_uit


def _ophalen(request, pk) -> Contactmoment:
    contact = (
        Contactmoment.objects.voor(request.lezer, timezone.localdate())
        .select_related("inwoner", "zaak__dossier", "organisatie", "inzending__verwijslink")
        .exclude(inzending=None)
        .get(pk=pk)
    )
    dossier = contact.zaak.dossier_id if contact.zaak else None
    request.inzage.toon(inwoner=contact.inwoner_id, zaak=contact.zaak_id, dossier=dossier)
    return contact


@scherm("inzending", laag=Laag.CONTACT)
def inzending(request, pk):
    """Everything that was filled in, but the BSN; who has the task writes what he heard."""
    contact = _ophalen(request, pk)
    mag = mag_doorgeven(request.lezer, contact)
    formulier = BevindingFormulier(request.POST if request.method == "POST" else None)
    if mag and formulier.is_valid():
        try:
            verwijzing_doorgeven(
                contact_id=pk, door=request.lezer, vandaag=timezone.localdate(), versie=versie_uit(request),
                **formulier.cleaned_data,
            )  # fmt: skip
        except Verouderd as fout:
            ingehaald(request, formulier, fout.huidig)
        else:
            messages.success(
                request, "Verwijzing doorgegeven. De administratie koppelt de inwoner en opent een zaak."
            )
            return redirect("toegang:mijn_werk")
    bestanden = (
        Document.objects.in_rij(request.lezer).filter(contactmoment=contact).order_by("gemaakt_om", "pk")
    )
    context = {
        "contact": contact, "inzending": contact.inzending, "bestanden": list(bestanden), "mag_doorgeven": mag,
        "formulier": formulier,
    }  # fmt: skip
    return TemplateResponse(request, "toegang/inzending.html", context)


@require_POST
@scherm("inzending_koppelen", laag=Laag.CONTACT, actie="koppelen")
def koppelen(request, pk):
    """Link by the BSN of the form, without showing it."""
    _ophalen(request, pk)
    try:
        contact = inzending_koppelen(contact_id=pk, door=request.lezer)
    except ValidationError as fout:
        messages.error(request, f"{fout.messages[0]}.")
    else:
        request.inzage.toon(inwoner=contact.inwoner_id)
        naam, geboren = contact.inwoner.naam.weergave(), contact.inwoner.geboortedatum
        messages.success(request, f"Contact gekoppeld aan {naam}, geboren in {geboren.jaar}.")
    return redirect("toegang:contact", pk)
