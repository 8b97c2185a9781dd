"""Open a zaak from a contact."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.forms.zaak import ZaakOpenenFormulier
from toegang.formulier import fouten_overnemen
from toegang.models import Contactmoment, Zaak
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang, ZaakStatus
from toegang.usecases.zaak_openen import EERST_KOPPELEN
from toegang.usecases.zaak_openen import zaak_openen as openen


@scherm("zaak_openen", laag=Laag.CONTACT, rollen=(Rol.ADMINISTRATIE,))
def zaak_openen(request, pk):
    """Law, subject and haste; the day of the contact is the day of the melding."""
    vandaag = timezone.localdate()
    contact = Contactmoment.objects.voor(request.lezer, vandaag).select_related("inwoner").get(pk=pk)
    request.inzage.toon(inwoner=contact.inwoner_id)
    lopend = _lopend(request, contact)
    formulier = ZaakOpenenFormulier(request.POST or None, loopt_al=bool(lopend))
    if request.method == "POST" and formulier.is_valid() and not _zelfde(formulier, lopend):
        velden = {naam: waarde for naam, waarde in formulier.cleaned_data.items() if naam != "toch"}
        try:
            zaak = openen(contact_id=pk, door=request.lezer, vandaag=vandaag, **velden)
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, f"Zaak {zaak.kenmerk} geopend. Verhelder nu de vraag.")
            return redirect("toegang:vraagverheldering", zaak.pk)
    return TemplateResponse(
        request,
        "toegang/zaak_openen.html",
        {
            "contact": contact,
            "lopend": lopend,
            "formulier": formulier,
            "weigering": "" if contact.inwoner_id else EERST_KOPPELEN,
        },
    )


def _lopend(request, contact: Contactmoment) -> list[Zaak]:
    """The open zaken of this inwoner that the reader may see: one need lives in one zaak."""
    if contact.inwoner_id is None:
        return []
    zaken = Zaak.objects.voor(request.lezer, Recht.PROCES_INZIEN).select_related("dossier")
    open_ = zaken.filter(dossier__inwoner=contact.inwoner_id).exclude(status=ZaakStatus.AFGESLOTEN)
    rijen = list(open_.order_by("-gemeld_op", "pk")[:10])
    for zaak in rijen:
        request.inzage.toon_zaak(zaak, laag=Laag.PROCES)
    return rijen


def _zelfde(formulier: ZaakOpenenFormulier, lopend: list[Zaak]) -> bool:
    """The same law and subject runs already, and nobody said that this is another question."""
    c = formulier.cleaned_data
    zaak = next((z for z in lopend if (z.wet, z.onderwerp) == (c["wet"], c["onderwerp"])), None)
    if zaak is None or c.get("toch"):
        return False
    formulier.add_error(
        None,
        f"Hierover loopt al een zaak: {zaak.kenmerk}, sinds {opmaak.datum(zaak.gemeld_op)}. Is dit een andere vraag?"
        " Vink dat dan aan.",
    )
    return True
