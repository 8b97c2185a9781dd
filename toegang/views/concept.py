"""Autosave: the script posts the whole form here within a second after the last key."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from toegang.models import Concept
from toegang.schermen import lokaal
from toegang.usecases.concept_bewaren import AlOpgeslagen, AndereVersie, concept_bewaren, concept_weggooien
from toegang.views.concept_ophalen import leesbaar


@never_cache
@require_http_methods(["GET", "POST"])
def concept(request):
    """`?voor=/path/of/the/form/`: GET gives one's own drafts of that page, POST keeps one.

    No screen and no one-time key: nobody sees it but who typed it, as long as he may read that page (then it is written
    down), and to save the same text twice is harmless. The answer to a text that has a name of its own: 200 kept (or
    `opgeslagen`: the form itself was saved), 409 with the other version. Without a name: 204. With `weggooien` the
    draft goes, and back to the form.
    """
    if request.lezer is None:
        return JsonResponse({"wie": ""}, status=403)
    formulier = lokaal(request.GET.get("voor"), "")
    if request.method == "GET":
        return JsonResponse(
            {
                "wie": str(request.lezer.pk),
                "csrf": get_token(request),
                "concepten": _van_pagina(request, formulier),
            }
        )
    if "weggooien" in request.POST:
        concept_weggooien(door=request.lezer, formulier=formulier)
        return redirect(formulier or "/")
    if request.POST.get("concept_wie", str(request.lezer.pk)) != str(request.lezer.pk):
        return JsonResponse({"wie": str(request.lezer.pk)}, status=403)  # typed by a colleague on this device
    sleutel = _uuid(request.POST.get("concept_sleutel", ""))
    try:
        bewaard = concept_bewaren(
            door=request.lezer, formulier=formulier, gegevens=dict(request.POST.lists()), sleutel=sleutel,
            op=frozenset(filter(None, map(_uuid, request.POST.get("concept_op", "").split(",")))),
            formuliersleutel=_uuid(request.POST.get("formuliersleutel", "")) if sleutel else None,
        )  # fmt: skip
    except ValueError:
        return HttpResponse(status=400)
    except AlOpgeslagen:
        return JsonResponse({"opgeslagen": True})
    except AndereVersie as fout:
        gegevens = leesbaar(request, [fout.huidig]).get(fout.huidig.formulier, {})
        return JsonResponse(_als_json(fout.huidig, gegevens), status=409)
    return (
        JsonResponse({"sleutel": str(sleutel), "versie": bewaard.versie})
        if sleutel
        else HttpResponse(status=204)
    )


def _van_pagina(request, pad: str) -> dict:
    """Drafts of every form at this address, whatever part stands open."""
    if not pad:
        return {}
    begint_zo = Concept.objects.filter(actor=request.lezer, formulier__startswith=pad)
    eigen = [c for c in begint_zo if c.formulier.removeprefix(pad)[:1] in ("", "?", "#")]
    gegevens = leesbaar(request, eigen)
    return {c.formulier: _als_json(c, gegevens[c.formulier]) for c in eigen if c.formulier in gegevens}


def _als_json(concept: Concept, gegevens: dict) -> dict:
    sleutel = str(concept.sleutel) if concept.sleutel else ""
    return {"sleutel": sleutel, "om": concept.om.isoformat(), "gegevens": gegevens}


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
