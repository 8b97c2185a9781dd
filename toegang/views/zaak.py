"""The dossier: who, where does it stand, what to do now."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse

from toegang import overzicht
from toegang.lijst import met_termijn
from toegang.models import Dossier, Zaak
from toegang.permissions import RedenNodig, check_reden
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.termijnuitleg import zo_berekend
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@scherm("dossier", laag=Laag.PROCES)
def dossier(request, pk):
    """The zaken of one inwoner that this reader may see; one zaak: straight there."""
    gevonden = Dossier.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaken = list(
        Zaak.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .met_rechten(request.lezer)
        .met_lijstgegevens()
        .filter(dossier=gevonden)[:100]
    )
    if len(zaken) == 1:
        return redirect("toegang:zaak", pk=zaken[0].pk)
    for zaak in met_termijn(zaken):
        request.inzage.toon_zaak(zaak)
    eerste = next((z for z in zaken if z.is_open), zaken[0])
    context = {"zaken": zaken, "totaal": len(zaken), "titel": "Alle zaken van deze inwoner"}
    return TemplateResponse(request, "toegang/dossier.html", {**zaakcontext(request, eerste), **context})


@scherm("zaak", laag=Laag.PROCES)
def zaak(request, pk):
    """Nu te doen, waar staat het, termijnen, mensen, and the panels of the rooms.

    A colleague of the team who is not on the case sees the process, and a button to say why he opens the rest.
    """
    zaak = zaak_ophalen(request, pk, vraag=overzicht.zaak_met_feiten)
    context = zaakcontext(request, zaak)
    open_ = _inhoud(request, zaak)
    getoond = open_ or overzicht.zonder_inhoud(zaak)
    gelezen = overzicht.blad_lezen(request.lezer, zaak, getoond, context["vandaag"])
    genoten = overzicht.huisgenoten(zaak)
    for genoot in genoten:
        request.inzage.toon_inwoner(genoot)
    context |= {
        "titel": "Overzicht",
        "werk": overzicht.nu_te_doen(request.lezer, getoond),
        "stappen": overzicht.stappen(zaak),
        "termijnen": [(t, zo_berekend(t, zaak.wet)) for t in context["kop"].termijnen],
        "vertegenwoordigers": context["kop"].vertegenwoordigers,
        "huisgenoten": genoten,
        "andere_zaken": overzicht.andere_zaken(zaak),
        "blokken": overzicht.blokken(getoond, gelezen, context["vandaag"]),
        "laatste": overzicht.laatste_gebeurtenissen(zaak, gelezen),
        "vraag_reden": zaak.mag(Recht.INHOUD_INZIEN) and open_ is None,
        "mag_log": zaak.mag(Recht.INHOUD_INZIEN),
    }
    return TemplateResponse(request, "toegang/zaak.html", context)


def _inhoud(request, zaak: Zaak) -> Zaak | None:
    """The zaak when its content may be shown now, written down as such; None until a reason was given."""
    if not zaak.mag(Recht.INHOUD_INZIEN):
        return None
    try:
        grond = check_reden(request.lezer, zaak)
    except RedenNodig:
        return None
    request.inzage.regels.clear()  # one row for this page, in the deepest layer that it shows
    request.inzage.toon_zaak(zaak, laag=Laag.INHOUD, grond=grond)
    return zaak


@scherm("bsn", laag=Laag.UITVOERING, actie="bsn tonen")
def bsn_tonen(request, pk):
    """The dossier header with the BSN: a POST of its own, so that the log says who asked for it."""
    zaak = zaak_ophalen(request, pk, laag=Laag.UITVOERING, recht=Recht.UITVOERING_INZIEN)
    context = zaakcontext(request, zaak)
    if request.method == "POST":
        context["kop"].bsn = zaak.dossier.inwoner.bsn
    return TemplateResponse(request, "toegang/bsn_tonen.html", {**context, "titel": "BSN"})
