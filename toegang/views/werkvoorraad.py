"""The first screen of the administratie: groups with counts, one list at a time."""

from urllib.parse import urlencode

from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.omgeving import Menupunt
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.tellen import tellen
from toegang.werkvoorraad import GROEPEN, bladzijde


@scherm("werkvoorraad", laag=Laag.PROCES, rollen=(Rol.ADMINISTRATIE,))
def werkvoorraad(request):
    """?groep= chooses, ?na= pages; without a choice the first group that holds work."""
    vandaag = timezone.localdate()
    lijsten = {groep.naam: groep.lijst(request.lezer, vandaag) for groep in GROEPEN}
    aantallen = dict(zip(lijsten, tellen(*lijsten.values()), strict=True))
    groep = _gekozen(request.GET.get("groep", ""), aantallen)
    rijen, volgende = [], ""
    if aantallen[groep.naam]:
        rijen, volgende = bladzijde(groep, lijsten[groep.naam], request.GET.get("na", ""))
    for rij in rijen:
        _tonen(request, rij)
    context = {
        "groep": groep,
        "aantal": aantallen[groep.naam],
        "rijen": rijen,
        "volgende": "?" + urlencode({"groep": groep.naam, "na": volgende}) if volgende else "",
        "begin": f"?groep={groep.naam}" if request.GET.get("na") else "",
        "vandaag": vandaag,
        "groepen": [
            Menupunt(g.titel, f"?groep={g.naam}", actief=g is groep, aantal=aantallen[g.naam])
            for g in GROEPEN
        ],
    }
    return TemplateResponse(request, "toegang/werkvoorraad.html", context)


def _gekozen(naam: str, aantallen: dict[str, int]):
    for groep in GROEPEN:
        if groep.naam == naam:
            return groep
    return next((groep for groep in GROEPEN if aantallen[groep.naam]), GROEPEN[0])


def _tonen(request, rij) -> None:
    if rij.zaak:
        request.inzage.toon_zaak(rij.zaak)
    elif rij.inwoner_id:
        request.inzage.toon(inwoner=rij.inwoner_id, laag=Laag.CONTACT)
