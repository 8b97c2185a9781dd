"""One line of the sociale kaart: read by colleagues, kept by the administratie and the beheerder. No person here."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.opmaak import datum
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.verouderd import ingehaald, versie_uit
from voorzieningen.kaartcijfers import cijfers_van
from voorzieningen.kaartformulieren import KaartBeeindigFormulier, VoorzieningFormulier
from voorzieningen.kaartrechten import BEHEER, LEZERS, waarom_niet_wijzigen
from voorzieningen.models import AlgemeneVoorziening
from voorzieningen.usecases.voorziening_beeindigen import voorziening_beeindigen
from voorzieningen.usecases.voorziening_nakijken import voorziening_nakijken
from voorzieningen.usecases.voorziening_vastleggen import voorziening_vastleggen


@scherm("voorziening", laag=Laag.CONTACT, rollen=LEZERS)
def voorziening(request, pk):
    """All its facts, how often it was referred to and what came of it; a button that it was looked at."""
    rij, vandaag = (
        AlgemeneVoorziening.objects.select_related("nagekeken_door").get(pk=pk),
        timezone.localdate(),
    )
    if request.method == "POST":
        voorziening_nakijken(voorziening_id=pk, door=request.lezer, vandaag=vandaag)
        messages.success(request, f"{rij.naam} is nagekeken. Over een jaar komt dit terug in de lijst.")
        return redirect("voorzieningen:voorziening", pk)
    totaal, uitkomsten = cijfers_van(rij.pk)
    context = {
        "rij": rij, "totaal": totaal, "uitkomsten": uitkomsten, "vandaag": vandaag,
        "beheer": request.lezer.rechten.heeft_rol(*BEHEER), "oud": rij.is_na_te_kijken(vandaag),
        "weigering": waarom_niet_wijzigen(rij),
        "eindkop": f"Niet meer op de kaart vanaf {datum(rij.beeindigd_op)}" if rij.beeindigd_op else "",
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/voorziening.html", context)


@scherm("voorziening_toevoegen", laag=Laag.CONTACT, rollen=BEHEER)
def toevoegen(request):
    return _bewerken(request, None)


@scherm("voorziening_wijzigen", laag=Laag.CONTACT, rollen=BEHEER)
def wijzigen(request, pk):
    return _bewerken(request, AlgemeneVoorziening.objects.get(pk=pk))


def _bewerken(request, rij: AlgemeneVoorziening | None):
    vandaag = timezone.localdate()
    formulier = VoorzieningFormulier(
        request.POST if request.method == "POST" else None, wijken=AlgemeneVoorziening.objects.wijken(vandaag),
        initial=VoorzieningFormulier.begin(rij) if rij else {},
    )  # fmt: skip
    if formulier.is_valid():
        try:
            bewaard = voorziening_vastleggen(
                door=request.lezer, vandaag=vandaag, voorziening_id=rij.pk if rij else None,
                versie=versie_uit(request) if rij else None, **formulier.velden(),
            )  # fmt: skip
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            rij = fout.huidig
            ingehaald(request, formulier, rij, VoorzieningFormulier.begin(rij))
        else:
            messages.success(request, f"{bewaard.naam} staat op de kaart. Inwoners zien het meteen.")
            return redirect("voorzieningen:voorziening", bewaard.pk)
    context = {
        "rij": rij, "formulier": formulier, "versie": rij.versie if rij else 0,
        "weigering": waarom_niet_wijzigen(rij) if rij else "",
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/voorziening_bewerken.html", context)


@scherm("voorziening_beeindigen", laag=Laag.CONTACT, rollen=BEHEER)
def beeindigen(request, pk):
    """It is there no more from a day on."""
    rij, vandaag = AlgemeneVoorziening.objects.get(pk=pk), timezone.localdate()
    formulier = KaartBeeindigFormulier(request.POST if request.method == "POST" else None)
    if formulier.is_valid():
        try:
            rij = voorziening_beeindigen(
                voorziening_id=pk, door=request.lezer, vandaag=vandaag, versie=versie_uit(request),
                **formulier.cleaned_data,
            )  # fmt: skip
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            rij = fout.huidig
            ingehaald(request, formulier, rij)
        else:
            messages.success(
                request, f"{rij.naam} staat niet meer op de kaart vanaf {datum(rij.beeindigd_op)}."
            )
            return redirect("voorzieningen:voorziening", pk)
    context = {
        "rij": rij,
        "formulier": formulier,
        "versie": rij.versie,
        "weigering": waarom_niet_wijzigen(rij),
    }
    return TemplateResponse(request, "voorzieningen/voorziening_beeindigen.html", context)
