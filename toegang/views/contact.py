"""One contact: who it is, what was asked, and what comes of it."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.forms.contact import UitkomstFormulier, Zoekvelden
from toegang.models import Contactmoment, Zaak
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import ContactStatus, OngeldigeOvergang
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.contact_koppelen import contact_koppelen
from toegang.usecases.zaak_openen import EERST_KOPPELEN
from toegang.views.zoekvelden import zoeken_in_formulier


@scherm("contact", laag=Laag.CONTACT)
def contact(request, pk):
    """The administratie links, answers or opens a zaak; the KCC reads back its own of today."""
    vandaag = timezone.localdate()
    contact = _ophalen(request, pk, vandaag)
    handeling = request.POST.get("formuliernaam", "")
    uitkomst = UitkomstFormulier(request.POST if handeling == "afhandelen" else None)
    context = {"contact": contact, "vandaag": vandaag, "uitkomst": uitkomst, **_mag(request.lezer, contact)}
    if handeling == "afhandelen" and uitkomst.is_valid():
        contact_afhandelen(contact_id=pk, door=request.lezer, vandaag=vandaag, **uitkomst.cleaned_data)
        messages.success(request, "Contact afgehandeld.")
        return redirect(_terug(request.lezer))
    if handeling == "koppelen":
        if antwoord := _koppelen(request, context, pk):
            return antwoord
    else:
        context["zoekformulier"] = Zoekvelden()
    context["formulieren"] = [uitkomst, context["zoekformulier"]]
    return TemplateResponse(request, "toegang/contact.html", context)


def _ophalen(request, pk, vandaag) -> Contactmoment:
    contact = (
        Contactmoment.objects.voor(request.lezer, vandaag)
        .select_related("inwoner", "zaak__dossier", "geregistreerd_door")
        .get(pk=pk)
    )
    request.inzage.toon(
        inwoner=contact.inwoner_id,
        zaak=contact.zaak_id,
        dossier=contact.zaak.dossier_id if contact.zaak else None,
    )
    return contact


def _mag(lezer, contact: Contactmoment) -> dict:
    """What this reader may do with it now; a sentence where it cannot be done."""
    administratie = lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
    open_ = contact.status != ContactStatus.AFGEHANDELD
    van_de_zaak = bool(
        contact.zaak_id
        and Zaak.objects.voor(lezer, Recht.INHOUD_BEWERKEN).filter(pk=contact.zaak_id).exists()
    )
    return {
        "mag_koppelen": administratie and open_ and not contact.zaak_id,
        "mag_afhandelen": open_ and (administratie or van_de_zaak),
        "mag_openen": administratie and open_ and not contact.zaak_id,
        "weigering_openen": "" if contact.inwoner_id else EERST_KOPPELEN,
        "mag_zaak_zien": administratie or van_de_zaak,
    }


def _koppelen(request, context, pk):
    """Search for the person, or link the one that was chosen; the answer when that was done."""
    velden, resultaat = zoeken_in_formulier(request)
    context |= {"zoekformulier": velden, "resultaat": resultaat, "omschrijving": velden.omschrijving()}
    if "zoeken" in request.POST:
        if resultaat is None and not velden.errors:
            velden.add_error(None, "Vul een naam, geboortedatum, BSN, of postcode en huisnummer in")
        return None
    try:
        inwoner_id = uuid.UUID(request.POST.get("inwoner", ""))
    except ValueError:
        velden.add_error(None, "Kies wie de inwoner is")
        return None
    try:
        gekoppeld = contact_koppelen(contact_id=pk, inwoner_id=inwoner_id, door=request.lezer)
    except OngeldigeOvergang as fout:
        velden.add_error(None, str(fout))
        return None
    messages.success(request, f"Contact gekoppeld aan {gekoppeld.inwoner.naam.weergave()}.")
    return redirect("toegang:contact", pk)


def _terug(lezer) -> str:
    return "toegang:werkvoorraad" if lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) else "toegang:mijn_werk"
