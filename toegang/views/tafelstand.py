"""Switch tafelstand on before the inwoner looks along, and off when he no longer does."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from toegang import tafelstand as stand
from toegang.adres import adres_van
from toegang.rechten import Laag
from toegang.schermen import lokaal, scherm
from toegang.tafelstand import Tafel
from toegang.views.zaak_ophalen import zaak_ophalen


@scherm("tafelstand", laag=Laag.INHOUD, aan_tafel=Tafel.MAG)
def tafelstand(request, pk):
    """On leads to the talk, off back to the page. It asks nothing; that it happened stands in the read log."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    gesprek = adres_van("wijkteams:gesprek", zaak.pk) or reverse("toegang:zaak", args=[zaak.pk])
    if request.method == "POST":
        aan = request.POST.get("stand") == "aan"
        (stand.aanzetten if aan else stand.uitzetten)(request.session, zaak.pk)
        return redirect(lokaal(request.POST.get("terug"), gesprek))
    return TemplateResponse(
        request, "toegang/tafelstand.html", {"zaak_pk": zaak.pk, "gesprek_url": gesprek, "terug": gesprek}
    )
