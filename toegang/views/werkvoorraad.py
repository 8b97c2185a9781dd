"""The work in groups with counts, one list at a time, narrowed by filters that stay."""

from functools import partial

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import werkvragen
from toegang.lijstgeheugen import keuzelijsten, onthouden, onthouden_adres
from toegang.omgeving import Menupunt
from toegang.opmaak import datum
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.tellen import GROEP_TOT, tellen
from toegang.werkfilter import (
    VAN,
    VELDEN,
    WerkFilter,
    gefilterd,
    keuzes,
    leeg_formulier,
    van_voor,
    vraagtekst,
)
from toegang.werkorde import bladeren, uit_vraag
from toegang.werkvoorraad import ROLLEN, Groep, groepen_voor

LIJST = "toegang:werkvoorraad"
KNOPPEN = {
    "oppakken": "Oppakken",
    "overdragen": "Overdragen aan een collega",
    "afvinken": "Afvinken",
}


@scherm("werkvoorraad", laag=Laag.PROCES, rollen=ROLLEN)
def werkvoorraad(request):
    """?groep= chooses, ?van= whose, ?na= and ?voor= page; without a choice the first group that holds work."""
    if zoals := onthouden_adres(request, LIJST):
        return redirect(zoals)
    lezer, vandaag = request.lezer, timezone.localdate()
    groepen = groepen_voor(lezer)
    lijsten = keuzelijsten(lezer, LIJST)
    alles = {veld: request.GET[veld] for veld in VELDEN if request.GET.get(veld)}
    van_wie = _van_wie(request, groepen)
    if alles:
        vragen = [_vraag(g, lezer, lijsten["team"], alles, van_wie[g.naam], vandaag) for g in groepen]
        geteld = tellen(*vragen, hoogstens=GROEP_TOT + 1)
    else:
        geteld = werkvragen.aantallen(lezer, vandaag, van_wie)
    aantallen = {g.naam: aantal for g, aantal in zip(groepen, geteld, strict=True)}
    groep = _gekozen(request.GET.get("groep", ""), groepen, aantallen)
    van = van_wie[groep.naam]
    formulier, keuze = leeg_formulier(groep.soort, groep.naam, van, tuple(lijsten["team"])), {}
    if alles:
        formulier = WerkFilter(
            {"groep": groep.naam, "van": van, **alles}, rijsoort=groep.soort, teams=lijsten["team"]
        )
        keuze = formulier.keuze()
    if request.GET.keys() & {"groep", *VELDEN}:
        onthouden(request, LIJST, vraagtekst(keuze | {"groep": groep.naam if keuze else ""})[1:])
    lezen = werkvragen.bladen(groep, lezer, vandaag, van)
    if alles:
        lezen = partial(uit_vraag, vragen[groepen.index(groep)], groep.orde)
    blad = bladeren(lezen, groep.orde, na=request.GET.get("na", ""), voor=request.GET.get("voor", ""))
    rijen = [groep.rij(ding) for ding in blad.dingen]
    for rij in rijen:
        _tonen(request, rij)
    vast = {"groep": groep.naam, "van": van if van != "alles" else "", **keuze}
    begin = vraagtekst(vast)
    context = {
        "groep": groep, "aantal": aantallen[groep.naam], "meer_dan": aantallen[groep.naam] > GROEP_TOT, "rijen": rijen,
        "vandaag": vandaag, "vorige": f"{begin}&voor={blad.vorige}" if blad.vorige else "",
        "volgende": f"{begin}&na={blad.volgende}" if blad.volgende else "",
        "begin": begin if request.GET.get("na") or request.GET.get("voor") else "",
        "vanaf": datum(getattr(blad.dingen[0], groep.orde.datum)) if blad.vorige else "",
        "groepen": [_punt(g, aantallen[g.naam], keuze, actief=g is groep) for g in groepen],
        "van_wie": [Menupunt(VAN[w], vraagtekst({**vast, "van": w}), actief=w == van) for w in groep.van],
        "filterformulier": formulier, "gekozen": keuzes(formulier, vast, vraagtekst) if keuze else [],
        "wis_url": vraagtekst({"groep": groep.naam, "van": vast["van"]}),
        "leeg": "Niets bij deze keuze. Wis de filters om alles te zien." if keuze else groep.leeg,
        "weergaven": lijsten["weergave"], "lijst": LIJST, "bewaren_als": begin[1:] if keuze or vast["van"] else "",
        "knoppen": [(naam, KNOPPEN[naam]) for naam in groep.samen], "terug": request.get_full_path(),
        "kies_alles": f"{request.get_full_path()}{'&' if request.GET else '?'}kies=alles",
        "alles_gekozen": request.GET.get("kies") == "alles",
    }  # fmt: skip
    return TemplateResponse(request, "toegang/werkvoorraad.html", context)


def _van_wie(request, groepen: list[Groep]) -> dict[str, str]:
    """Whose rows of each group: what its count counts and its list shows."""
    actief, gevraagd = request.GET.get("groep", ""), request.GET.get("van", "")
    return {g.naam: van_voor(g, gevraagd if g.naam == actief else "", request.lezer) for g in groepen}


def _vraag(groep: Groep, lezer, teams, alles: dict, van: str, vandaag):
    """The rows of this group that these filters ask for."""
    keuze = WerkFilter(alles, rijsoort=groep.soort, teams=teams).keuze()
    return gefilterd(groep, groep.lijst(lezer, vandaag), keuze, van, lezer, vandaag)


def _gekozen(naam: str, groepen: list[Groep], aantallen: dict[str, int]) -> Groep:
    for groep in groepen:
        if groep.naam == naam:
            return groep
    return next((groep for groep in groepen if aantallen[groep.naam]), groepen[0])


def _punt(groep: Groep, aantal: int, keuze: dict, *, actief: bool) -> Menupunt:
    """The group with 37, or more than what is counted; the filters go along."""
    tekst = f"meer dan {GROEP_TOT}" if aantal > GROEP_TOT else str(aantal or "")
    return Menupunt(groep.titel, vraagtekst({"groep": groep.naam, **keuze}), actief=actief, aantal=tekst)


def _tonen(request, rij) -> None:
    if rij.zaak:
        request.inzage.toon_zaak(rij.zaak)
    elif rij.inwoner_id:
        request.inzage.toon(inwoner=rij.inwoner_id, laag=Laag.CONTACT)
