"""Autosave: the kit posts the whole form here one second after the last key."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from toegang.schermen import lokaal
from toegang.usecases.concept_bewaren import concept_bewaren, concept_weggooien


@require_POST
def concept(request):
    """`?voor=/path/of/the/form/`: 204 when it is kept. With `weggooien` it is thrown away, and back to the form.

    No screen and no one-time key: nothing is shown, and to save the same text twice is harmless.
    """
    if request.lezer is None:
        return HttpResponse(status=403)
    formulier = lokaal(request.GET.get("voor"), "")
    if "weggooien" in request.POST:
        concept_weggooien(door=request.lezer, formulier=formulier)
        return redirect(formulier or "/")
    try:
        concept_bewaren(door=request.lezer, formulier=formulier, gegevens=dict(request.POST.lists()))
    except ValueError:
        return HttpResponse(status=400)
    return HttpResponse(status=204)
