"""What every form of the site does: read it, put it in the inbox once, and go on to the confirmation."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language

from portaal.schermen import formuliersleutel
from portaal.usecases.verzoek_indienen import verzoek_indienen
from toegang.verouderd import versie_uit


def formulierpagina(
    request, formulierklasse, sjabloon, *, soort, bron=None, context=None, extra=None, **kwargs
):
    """Show the form; sent and right: into the inbox, and on. `extra(gegevens)`: what goes along beside the fields."""
    ingevuld = (request.POST, request.FILES) if request.method == "POST" else ()
    formulier = formulierklasse(*ingevuld, **kwargs)
    if request.method == "POST" and formulier.is_valid():
        return indienen(request, formulier.cleaned_data, soort=soort, bron=bron, extra=extra)
    return TemplateResponse(
        request, sjabloon, {"formulier": formulier, "versie": versie_van(bron), **(context or {})}
    )


def indienen(request, velden: dict, *, soort, bron=None, extra=None):
    """One row in the inbox for this key; a second click lands on the same confirmation."""
    sleutel = formuliersleutel(request)
    bestanden = velden.pop("bestanden", None) or ()
    verzoek_indienen(
        door=request.burger, nu=timezone.now(), sleutel=sleutel, soort=soort,
        gegevens={**velden, **(extra or {}), "taal": get_language()},
        bron_id=getattr(bron, "pk", None), bron_versie=versie_uit(request), bestanden=bestanden,
    )  # fmt: skip
    return redirect("portaal:verstuurd", sleutel)


def versie_van(bron):
    return getattr(bron, "versie", None)
