"""The list of zaken: mine, my team's, without an owner, all that one may see."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.template.response import TemplateResponse

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.lijst import TELLEN_TOT, bladeren, met_termijn
from toegang.models import Zaak
from toegang.omgeving import Menupunt
from toegang.opmaak import datum
from toegang.rechten import Laag, Recht, Wet
from toegang.schermen import scherm
from toegang.statussen import ZaakStatus

WEERGAVEN = {"mijn": "Mijn", "team": "Mijn team", "zonder": "Zonder eigenaar", "alles": "Alles"}
LEEG = {
    "mijn": "U hebt nu geen dossiers. Nieuwe dossiers krijgt u van uw teamleider.",
    "team": "Uw team heeft nu geen open dossiers.",
    "zonder": "Elk dossier heeft een eigenaar.",
    "alles": "Er zijn geen dossiers die u mag zien.",
}


class FilterFormulier(Formulier):
    """What to narrow the list by; never a name or a BSN in the address."""

    status = v.KeuzeVeld(
        label="Status", required=False, widget=forms.Select, choices=[("", "Alle open"), *ZaakStatus.choices]
    )
    wet = v.KeuzeVeld(
        label="Wet", required=False, widget=forms.Select, choices=[("", "Alle wetten"), *Wet.choices]
    )


@dataclass(frozen=True)
class Keuze:
    """A chosen filter with the address that takes it away."""

    naam: str
    url: str


@scherm("zaken", laag=Laag.PROCES)
def zaken(request):
    """Spoed, nearest term, oldest; one row in the log per person shown."""
    lezer = request.lezer
    weergave = request.GET.get("weergave")
    weergave = weergave if weergave in WEERGAVEN else _begin(lezer)
    formulier = FilterFormulier(request.GET if request.GET.keys() & {"status", "wet"} else None)
    gekozen = formulier.cleaned_data if formulier.is_bound and formulier.is_valid() else {}
    alle = _gefilterd(_weergave(Zaak.objects.voor(lezer, Recht.PROCES_INZIEN), weergave, lezer), gekozen)
    pagina = bladeren(alle, na=request.GET.get("na"), voor=request.GET.get("voor"))
    met_termijn(pagina.zaken)
    for zaak in pagina.zaken:
        request.inzage.toon_zaak(zaak)
    vast = {"weergave": weergave} | {k: w for k, w in gekozen.items() if w}
    context = {
        "zaken": pagina.zaken,
        "tabs": [Menupunt(naam, f"?weergave={w}", actief=w == weergave) for w, naam in WEERGAVEN.items()],
        "totaal": alle.order_by()[: TELLEN_TOT + 1].count()
        if pagina.vorige or pagina.volgende
        else len(pagina.zaken),
        "vorige": f"?{urlencode(vast)}&{pagina.vorige}" if pagina.vorige else "",
        "volgende": f"?{urlencode(vast)}&{pagina.volgende}" if pagina.volgende else "",
        "vanaf": _vanaf(pagina),
        "filterformulier": formulier,
        "gekozen": _keuzes(formulier, vast, gekozen),
        "wis_url": f"?weergave={weergave}",
        "leeg": "Geen dossiers bij deze keuze. Wis de filters om alles te zien."
        if vast.keys() - {"weergave"}
        else LEEG[weergave],
        "weergave": weergave,
    }
    return TemplateResponse(request, "toegang/zaken.html", context)


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
    status, wet = gekozen.get("status"), gekozen.get("wet")
    alle = alle.filter(status=status) if status else alle.open()
    return alle.filter(wet=wet) if wet else alle


def _vanaf(pagina) -> str:
    """The date at which this page begins; a list without terms has none."""
    eerste = pagina.zaken[0].eerstvolgende_op if pagina.zaken else None
    return datum(eerste) if eerste and eerste.year < 9999 else ""


def _keuzes(formulier, vast: dict, gekozen: dict) -> list[Keuze]:
    keuzes = []
    for naam, waarde in gekozen.items():
        if waarde:
            rest = {k: w for k, w in vast.items() if k != naam}
            keuzes.append(Keuze(dict(formulier.fields[naam].choices)[waarde], f"?{urlencode(rest)}"))
    return keuzes
