"""Who is away in my teams, and who stands in. The page never says why."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from wijkteams.afwezigen import consulenten_bij, nu_of_straks_weg
from wijkteams.forms.verdelen import AfwezigheidFormulier
from wijkteams.overdracht import teamgenoten
from wijkteams.usecases.afwezigheid_beeindigen import afwezigheid_beeindigen
from wijkteams.usecases.afwezigheid_vastleggen import Vastgelegd, afwezigheid_vastleggen

ROLLEN = (Rol.TEAMLEAD, Rol.PROCESCOORDINATOR, Rol.CONSULENT)


@scherm("afwezigheid", laag=Laag.PROCES, rollen=ROLLEN)
def afwezigheid(request):
    """Report somebody, and see who is away now or soon."""
    vandaag = timezone.localdate()
    mensen = list(consulenten_bij(request.lezer, vandaag).order_by("last_name", "first_name", "pk"))
    collegas = list(teamgenoten(request.lezer).order_by("last_name", "first_name", "pk"))
    formulier = AfwezigheidFormulier(request.POST or None, mensen=mensen, collegas=collegas)
    if request.method == "POST" and formulier.is_valid():
        try:
            gedaan = afwezigheid_vastleggen(door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
            messages.success(request, _zin(gedaan))
            return redirect("wijkteams:afwezigheid")
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
    mag = {mens.pk for mens in mensen}
    rijen = nu_of_straks_weg(mag | {mens.pk for mens in collegas}, vandaag)
    for rij in rijen:
        rij.mag_terug = rij.medewerker_id in mag
    context = {"formulier": formulier, "rijen": rijen, "vandaag": vandaag, "mag_melden": bool(mensen)}
    return TemplateResponse(request, "wijkteams/afwezigheid.html", context)


@scherm("afwezigheid_beeindigen", laag=Laag.PROCES, rollen=ROLLEN)
def terug(request, pk):
    """POST only: this colleague is back."""
    if request.method == "POST":
        rij = afwezigheid_beeindigen(afwezigheid_id=pk, door=request.lezer, vandaag=timezone.localdate())
        messages.success(request, f"{rij.medewerker.naam} is terug. Niemand neemt meer waar.")
    return redirect("wijkteams:afwezigheid")


def _zin(gedaan: Vastgelegd) -> str:
    rij = gedaan.afwezigheid
    zin = f"{rij.medewerker.naam} is afwezig, terug op {opmaak.datum_lang(rij.terug_op)}."
    if rij.vervanger is None:
        return f"{zin} Niemand neemt waar."
    zin += f" {rij.vervanger.naam} neemt waar voor {opmaak.aantal(gedaan.met, 'dossier,dossiers')}."
    if gedaan.zonder:
        zin += f" Voor {opmaak.aantal(gedaan.zonder, 'dossier,dossiers')} kan dat niet: draag die over."
    return zin
