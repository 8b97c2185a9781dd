"""Asking the BRP from the desk, and what it changed."""

from contextlib import suppress
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.brp_client import staat_aan
from toegang.brp_overzicht import blokken, laatst_gevraagd, wanneer_opnieuw
from toegang.brp_vragen import DOELBINDING
from toegang.brp_zoeken import Brpresultaat, bsn_van_keuze
from toegang.brp_zoeken import brp_zoeken as zoeken
from toegang.bulk import telling
from toegang.forms.brp import BrpZoekformulier
from toegang.models import Dossier, Inwoner
from toegang.permissions import MAG_BRP, mag_brp_afhandelen
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import lokaal, scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.brp_wijziging_afhandelen import brp_wijziging_afhandelen
from toegang.usecases.concept_bewaren import concept_bewaren
from toegang.usecases.inwoner_uit_brp import inwoner_uit_brp, inwoner_verversen
from toegang.usecases.post_stoppen import post_die_wacht, post_stoppen
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

# What belongs to this page; the rest of a POST is of the form that sent us.
EIGEN = {
    "csrfmiddlewaretoken", "formuliersleutel", "formuliernaam", "versie", "terug", "keuze", "stoppen", "zoeken", "wie",
    "gezocht",
}  # fmt: skip
# The BRP's name of a parameter -> the field of our form.
VELD_BIJ = {
    "geslachtsnaam": "zoek_naam",
    "voornamen": "zoek_naam",
    "voorvoegsel": "zoek_naam",
    "geboortedatum": "zoek_geboren",
    "postcode": "zoek_postcode",
    "huisnummer": "zoek_huisnummer",
    "burgerservicenummer": "zoek_bsn",
}


@scherm("brp_zoeken", laag=Laag.CONTACT, rollen=(Rol.KCC, Rol.ADMINISTRATIE), actie="brp_bevragen")
def brp_zoeken(request):
    """Look somebody up and take him over. `terug`: where to go on; it gets `?inwoner=<key>` of who was chosen.

    A form that posts here with its button (`formaction`) travels along, and waits there as a draft.
    """
    terug = urlsplit(lokaal(request.POST.get("terug") or request.GET.get("terug"), "")).path
    resultaat = None
    formulier = BrpZoekformulier()
    if request.method == "POST" and "stoppen" in request.POST and terug:
        _meegereisd_bewaren(request, terug)
        return redirect(f"{terug}?concept=ja")
    if request.method == "POST" and "keuze" in request.POST:
        if (inwoner := _overnemen(request)) is not None:
            _meegereisd_bewaren(request, terug)
            return redirect(_verder(request, inwoner, terug))
    elif request.method == "POST":
        formulier = BrpZoekformulier(request.POST)
        formulier.is_valid()
        if staat_aan() and (vraag := formulier.vraag()):
            resultaat = zoeken(lezer=request.lezer, inzage=request.inzage, **vraag)
            _bij_het_veld(formulier, resultaat)
    gezocht = request.method == "POST" and "keuze" not in request.POST and staat_aan()
    return TemplateResponse(
        request,
        "toegang/brp_zoeken.html",
        {
            "formulier": formulier,
            "resultaat": resultaat,
            "terug": terug,
            "mee": _meegereisd(request) if terug else [],
            "staat_aan": staat_aan(),
            "niets_gevraagd": gezocht and resultaat is None and not formulier.errors,
        },
    )


def _meegereisd(request) -> list[tuple[str, str]]:
    """The fields of the form that sent us."""
    return [(n, w) for n, waarden in request.POST.lists() if n not in EIGEN for w in waarden]


def _meegereisd_bewaren(request, terug: str) -> None:
    """As the draft of that form; too much text is no form of ours, and is left to its own autosave."""
    gegevens = {n: waarden for n, waarden in request.POST.lists() if n not in EIGEN}
    if terug and gegevens:
        with suppress(ValueError):
            concept_bewaren(door=request.lezer, formulier=terug, gegevens=gegevens)


def _bij_het_veld(formulier: BrpZoekformulier, resultaat: Brpresultaat) -> None:
    for naam, zin in resultaat.velden:
        formulier.add_error(VELD_BIJ[naam], zin)


def _overnemen(request) -> Inwoner | None:
    request.inzage.toon(laag=Laag.CONTACT, grond=DOELBINDING)
    try:
        bsn = bsn_van_keuze(request.lezer, request.POST["keuze"])
        inwoner = inwoner_uit_brp(bsn=bsn, door=request.lezer, nu=timezone.now())
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return None
    except ValueError as fout:
        messages.error(request, str(fout))
        return None
    request.inzage.toon(inwoner=inwoner.pk, laag=Laag.CONTACT, grond=DOELBINDING)
    messages.success(request, f"De gegevens van {inwoner.naam.weergave()} zijn overgenomen uit de BRP.")
    return inwoner


def _verder(request, inwoner: Inwoner, terug: str) -> str:
    """Back to the form that sent us, with the key of the inwoner; else here again."""
    if not terug:
        return request.path
    return f"{terug}?{urlencode({'concept': 'ja', 'inwoner': inwoner.pk})}"


@scherm("brp_verversen", laag=Laag.CONTACT, rollen=MAG_BRP, actie="brp_bevragen")
def brp_verversen(request, pk):
    """Ask the BRP again about an inwoner whose dossier one may see."""
    dossier = (
        Dossier.objects.voor(request.lezer, Recht.PROCES_INZIEN).select_related("inwoner").get(inwoner=pk)
    )
    request.inzage.toon(inwoner=pk, dossier=dossier.pk, laag=Laag.CONTACT, grond=DOELBINDING)
    if request.method == "POST":
        try:
            uit = inwoner_verversen(inwoner_id=pk, door=request.lezer, nu=timezone.now())
        except ValidationError as fout:
            messages.error(request, " ".join(fout.messages))
        else:
            zin = "De gegevens zijn bijgewerkt." if uit.gewijzigd else "De gegevens klopten al."
            messages.success(request, f"De BRP heeft geantwoord. {zin}")
            return redirect(lokaal(request.POST.get("terug"), request.path))
    return TemplateResponse(
        request,
        "toegang/brp_verversen.html",
        {
            "inwoner": dossier.inwoner, "dossier": dossier, "staat_aan": staat_aan(),
            "gevraagd": laatst_gevraagd(dossier.inwoner), "terug": lokaal(request.GET.get("terug"), ""),
        },
    )  # fmt: skip


@scherm("brp_wijziging", laag=Laag.PROCES)
def brp_wijziging(request, pk):
    """What the BRP changed for this zaak, what the law says, what somebody may have to end."""
    zaak = zaak_ophalen(request, pk)
    mag = mag_brp_afhandelen(request.lezer, zaak)
    if request.method == "POST" and request.POST.get("formuliernaam") == "post":
        return _post_stoppen(request, pk)
    if request.method == "POST":
        brp_wijziging_afhandelen(zaak_id=pk, door=request.lezer, wijziging=request.POST.get("wijziging", ""))
        messages.success(request, "Afgehandeld. Bij een nieuwe wijziging komt er een nieuwe taak.")
        return redirect("toegang:zaak", pk=pk)
    inwoner = zaak.dossier.inwoner
    context = {
        "titel": "Gegevens uit de BRP", "blokken": blokken(zaak, timezone.localdate()), "mag": mag,
        "gevraagd": f"{laatst_gevraagd(inwoner)} {wanneer_opnieuw(inwoner)}",
        "wachtende_post": post_die_wacht(zaak) if inwoner.overleden_op else 0,
        "mag_vragen": staat_aan() and bool(inwoner.bsn_index) and request.lezer.rechten.heeft_rol(*MAG_BRP),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/brp_wijziging.html", {**zaakcontext(request, zaak), **context})


def _post_stoppen(request, pk):
    """The button: what did not leave yet, does not go to who died."""
    try:
        aantal = post_stoppen(zaak_id=pk, door=request.lezer)
    except OngeldigeOvergang as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, f"{telling(aantal, 'brief of e-mail,brieven en e-mails')} vervallen.")
    return redirect("toegang:brp_wijziging", pk)
