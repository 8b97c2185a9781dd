"""Help that was granted and that nobody gives, of the people whose execution the reader may see."""

from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.omgeving import Menupunt
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.werkfilter import vraagtekst
from voorzieningen import leveringslijst as lijst

LEZERS = (Rol.ADMINISTRATIE, Rol.TEAMLEAD, Rol.CONSULENT)


@scherm("leveringen", laag=Laag.UITVOERING, rollen=LEZERS)
def leveringen(request):
    """?stand= says which; each person on the page is written down."""
    vandaag = timezone.localdate()
    blad = lijst.blad(request.lezer, request.GET, vandaag)
    for rij, _ in blad.rijen:
        request.inzage.toon_zaak(rij.indicatie.zaak)
    context = {
        "blad": blad, "rijen": blad.rijen, "filterformulier": blad.formulier, "gekozen": blad.gekozen,
        "wis_url": vraagtekst({"stand": blad.stand}), "leeg": lijst.LEEG[blad.stand],
        "tabs": [
            Menupunt(naam, vraagtekst({"stand": stand}), actief=stand == blad.stand)
            for stand, naam in lijst.STANDEN.items()
        ],
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/leveringen.html", context)
