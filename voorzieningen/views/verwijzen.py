"""The sociale kaart: what stands open to all, by area of life. No personal data."""

from itertools import groupby

from django.template.response import TemplateResponse

from toegang.models import Leefgebied
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from voorzieningen.forms import KaartFormulier
from voorzieningen.models import AlgemeneVoorziening

LEZERS = (Rol.KCC, Rol.ADMINISTRATIE, Rol.CONSULENT, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR)


@scherm("sociale_kaart", laag=Laag.CONTACT, rollen=LEZERS)
def verwijzen(request, pk=None):
    """Choose an area of life and a neighbourhood; `pk` is the contact it was opened from, and is not read."""
    formulier = KaartFormulier(request.GET)
    gevonden = AlgemeneVoorziening.objects.order_by("leefgebied", "naam", "wijk", "pk")
    if formulier.is_valid():
        if leefgebied := formulier.cleaned_data["leefgebied"]:
            gevonden = gevonden.filter(leefgebied=leefgebied)
        if wijk := formulier.cleaned_data["wijk"]:
            gevonden = gevonden.filter(wijk__in=[wijk, ""])
    groepen = [
        (Leefgebied(leefgebied).label, list(rijen))
        for leefgebied, rijen in groupby(gevonden, lambda r: r.leefgebied)
    ]
    return TemplateResponse(
        request, "voorzieningen/verwijzen.html", {"formulier": formulier, "groepen": groepen, "form": None}
    )
