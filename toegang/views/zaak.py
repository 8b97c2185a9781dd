"""The dossier: who, where does it stand, what to do now."""

from django.template.response import TemplateResponse

from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@scherm("zaak", laag=Laag.PROCES)
def zaak(request, pk):
    """One zaak of a dossier."""
    zaak = zaak_ophalen(request, pk)
    return TemplateResponse(
        request, "toegang/zaak.html", {**zaakcontext(request, zaak), "titel": "Overzicht"}
    )


@scherm("bsn", laag=Laag.UITVOERING, actie="bsn tonen")
def bsn_tonen(request, pk):
    """The dossier header with the BSN: a POST of its own, so that the log says who asked for it."""
    zaak = zaak_ophalen(request, pk, laag=Laag.UITVOERING, recht=Recht.UITVOERING_INZIEN)
    context = zaakcontext(request, zaak)
    if request.method == "POST":
        context["kop"].bsn = zaak.dossier.inwoner.bsn
    return TemplateResponse(request, "toegang/bsn_tonen.html", {**context, "titel": "BSN"})
