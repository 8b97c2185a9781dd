"""The list of zaken: mine, my team's, without an owner, all that one may see."""

from django import forms
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import velden as v
from toegang.adres import adres_van
from toegang.formulier import Formulier
from toegang.lijst import TELLEN_TOT, bladeren, met_termijn
from toegang.lijstgeheugen import keuzelijsten, onthouden, onthouden_adres
from toegang.models import Zaak
from toegang.omgeving import Menupunt
from toegang.rechten import Laag, Recht, Wet
from toegang.schermen import scherm
from toegang.statussen import ZaakStatus
from toegang.tellen import tellen
from toegang.werkfilter import TERMIJN, keuzes, tot_en_met, vraagtekst

LIJST = "toegang:zaken"
ZAAKVELDEN = ("status", "wet", "team", "termijn", "spoed", "bij")

WEERGAVEN = {"mijn": "Mijn", "team": "Mijn team", "zonder": "Zonder eigenaar", "alles": "Alles"}
LEEG = {
    "mijn": "U hebt nu geen dossiers. Nieuwe dossiers krijgt u van uw teamleider.",
    "team": "Uw team heeft nu geen open dossiers.",
    "zonder": "Elk dossier heeft een eigenaar.",
    "alles": "Er zijn geen dossiers die u mag zien.",
}


class FilterFormulier(Formulier):
    """What to narrow the list by; never a name or a BSN in the address."""

    weergave = forms.CharField(widget=forms.HiddenInput, required=False)
    status = v.KeuzeVeld(
        label="Status", required=False, widget=forms.Select, choices=[("", "Alle open"), *ZaakStatus.choices]
    )
    wet = v.KeuzeVeld(
        label="Wet", required=False, widget=forms.Select, choices=[("", "Alle wetten"), *Wet.choices]
    )
    team = v.KeuzeVeld(label="Team", required=False, widget=forms.Select, choices=[("", "Alle teams")])
    termijn = v.KeuzeVeld(
        label="Termijn",
        required=False,
        widget=forms.Select,
        choices=[("", "Alle termijnen"), *TERMIJN.items()],
    )
    spoed = v.KeuzeVeld(
        label="Spoed",
        required=False,
        widget=forms.Select,
        choices=[("", "Met en zonder"), ("ja", "Alleen spoed")],
    )
    bij = v.KeuzeVeld(label="Bij wie", required=False, widget=forms.Select, choices=[("", "Iedereen")])

    def __init__(self, *args, teams=(), mensen=(), **kwargs):
        super().__init__(*args, **kwargs)
        for naam, rijen in (("team", teams), ("bij", mensen)):
            self.fields[naam].choices += [(str(pk), woord) for pk, woord in rijen]
            if not rijen:
                del self.fields[naam]


@scherm("zaken", laag=Laag.PROCES)
def zaken(request):
    """Spoed, nearest term, oldest; one row in the log per person shown."""
    if zoals := onthouden_adres(request, LIJST):
        return redirect(zoals)
    lezer = request.lezer
    weergave = request.GET.get("weergave")
    weergave = weergave if weergave in WEERGAVEN else _begin(lezer)
    verdeelt = bool(lezer.rechten.teams.get(Recht.VERDELEN))
    lijsten = keuzelijsten(lezer, LIJST, mensen=verdeelt)
    formulier = FilterFormulier(
        request.GET if request.GET.keys() & set(ZAAKVELDEN) else None, initial={"weergave": weergave},
        teams=lijsten["team"], mensen=lijsten["mens"],
    )  # fmt: skip
    gekozen = _gekozen(formulier)
    alle = _gefilterd(_weergave(Zaak.objects.voor(lezer, Recht.PROCES_INZIEN), weergave, lezer), gekozen)
    pagina = bladeren(alle, na=request.GET.get("na"), voor=request.GET.get("voor"))
    met_termijn(pagina.zaken)
    for zaak in pagina.zaken:
        request.inzage.toon_zaak(zaak)
    vast = {"weergave": weergave, **gekozen}
    if request.GET.keys() & {"weergave", *ZAAKVELDEN}:
        onthouden(request, LIJST, vraagtekst(vast)[1:] if gekozen else "")
    context = {
        "zaken": pagina.zaken,
        "tabs": [
            Menupunt(naam, vraagtekst({"weergave": w, **gekozen}), actief=w == weergave)
            for w, naam in WEERGAVEN.items()
        ],
        "totaal": tellen(alle.in_lijstorde(), hoogstens=TELLEN_TOT + 1)[0]
        if pagina.vorige or pagina.volgende
        else len(pagina.zaken),
        "vorige": f"{vraagtekst(vast)}&{pagina.vorige}" if pagina.vorige else "",
        "volgende": f"{vraagtekst(vast)}&{pagina.volgende}" if pagina.volgende else "",
        "vanaf": pagina.vanaf,
        "filterformulier": formulier,
        "gekozen": keuzes(formulier, vast, vraagtekst),
        "wis_url": f"?weergave={weergave}",
        "leeg": "Geen dossiers bij deze keuze. Wis de filters om alles te zien."
        if gekozen
        else LEEG[weergave],
        "weergave": weergave,
        "weergaven": lijsten["weergave"],
        "lijst": LIJST,
        "bewaren_als": vraagtekst(vast)[1:] if gekozen else "",
        "terug": request.get_full_path(),
        "kies_alles": f"{request.get_full_path()}{'&' if request.GET else '?'}kies=alles",
        "alles_gekozen": request.GET.get("kies") == "alles",
        "overdragen_url": _overdragen_url(verdeelt),
        "alles_van": gekozen.get("bij", ""),
    }
    return TemplateResponse(request, "toegang/zaken.html", context)


def _gekozen(formulier) -> dict[str, str]:
    """What was chosen and exists; a field with nonsense is as if it was not there."""
    if not formulier.is_bound:
        return {}
    formulier.is_valid()
    return {veld: w for veld in ZAAKVELDEN if (w := formulier.cleaned_data.get(veld))}


def _begin(lezer) -> str:
    """A colleague in a team begins with what is his."""
    return "mijn" if lezer.rechten.teams.get(Recht.INHOUD_BEWERKEN) else "alles"


def _weergave(alle, weergave: str, lezer):
    if weergave == "mijn":
        return alle.filter(regisseur_id=lezer.medewerker_id)
    if weergave == "team":
        teams = {t for per_wet in lezer.rechten.teams.get(Recht.PROCES_INZIEN, {}).values() for t in per_wet}
        return alle.filter(wijkteam_id__in=sorted(teams))
    return alle.filter(regisseur=None) if weergave == "zonder" else alle


def _gefilterd(alle, gekozen: dict):
    status = gekozen.get("status")
    alle = alle.filter(status=status) if status else alle.open()
    for veld, pad in (("wet", "wet"), ("team", "wijkteam_id"), ("bij", "regisseur_id")):
        if veld in gekozen:
            alle = alle.filter(**{pad: gekozen[veld]})
    if "spoed" in gekozen:
        alle = alle.filter(spoed=True)
    if "termijn" in gekozen:
        alle = alle.filter(tot_en_met("eerstvolgende_op", gekozen["termijn"], timezone.localdate()))
    return alle


def _overdragen_url(verdeelt: bool) -> str:
    """For who distributes; the room that hands over is named by its address only."""
    return adres_van("wijkteams:overdragen") if verdeelt else ""
