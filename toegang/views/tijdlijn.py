"""What happened in a zaak, newest first."""

from django.template.response import TemplateResponse

from toegang import overzicht
from toegang.models import Gebeurtenis
from toegang.omgeving import Menupunt
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

PER = 50
GROEPEN = {"": "Alles", "brief": "Brieven", "gesprek": "Gesprekken", "besluit": "Besluiten"}


@scherm("tijdlijn", laag=Laag.PROCES)
def tijdlijn(request, pk):
    """Filter Alles / Brieven / Gesprekken / Besluiten; keyset on (op, id)."""
    zaak = zaak_ophalen(request, pk)
    groep = request.GET.get("groep", "")
    groep = groep if groep in GROEPEN else ""
    rijen = overzicht.gebeurtenissen(zaak)
    if groep:
        rijen = rijen.filter(groep=groep)
    rijen = _na(rijen, request.GET.get("na"))
    gevonden = overzicht.met_url(rijen[: PER + 1], zaak)
    meer = len(gevonden) > PER
    gevonden = gevonden[:PER]
    context = {
        "titel": "Tijdlijn",
        "rijen": gevonden,
        "tabs": [Menupunt(naam, f"?groep={g}", actief=g == groep) for g, naam in GROEPEN.items()],
        "volgende": f"?groep={groep}&na={gevonden[-1].pk}" if meer else "",
        "vorige": f"?groep={groep}" if request.GET.get("na") else "",
    }
    return TemplateResponse(request, "toegang/tijdlijn.html", {**zaakcontext(request, zaak), **context})


def _na(rijen, sleutel: str | None):
    """The events after this one in the order of the timeline; without a (known) key all."""
    if not sleutel or not sleutel.isascii() or not sleutel.isdigit():
        return rijen
    laatste = Gebeurtenis.objects.filter(pk=int(sleutel[:18])).values_list("op", "pk").first()
    if laatste is None:
        return rijen
    op, pk = laatste
    return rijen.filter(op__lte=op).exclude(op=op, pk__gte=pk)
