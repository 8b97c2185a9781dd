"""The device: its secret, the empty shell that opens without signal, and the script that serves it."""

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.contrib.staticfiles import finders
from django.http import HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from toegang.aanmelding import net_aangemeld
from toegang.rechten import Rol
from wijkteams.models import Apparaat
from wijkteams.usecases.apparaat_beeindigen import apparaat_beeindigen
from wijkteams.usecases.apparaat_beginnen import apparaat_beginnen, geheim_van

# What the shell is made of: files without any person in them
SCHIL = (
    "toegang/icoon.svg", "toegang/pijl.svg", "toegang/vinkje.svg", "derden/voorbeeld/theme.css",
    "derden/utrecht/index.css", "toegang/thema.css", "toegang/toegang.css", "toegang/onderweg.css",
    "toegang/gesprek.css", "toegang/tekstblok.js",
    "django_htmx/htmx-2.min.js", "toegang/toegang.js", "toegang/kluis.js", "toegang/concept.js",
    "toegang/verschil.js", "toegang/slot.js", "toegang/onderweg.js",
    "derden/lettertype/source-sans-3-latin-400-normal.woff2", "derden/lettertype/source-sans-3-latin-600-normal.woff2",
    "derden/lettertype/source-sans-3-latin-700-normal.woff2",
)  # fmt: skip


@never_cache
@require_POST
def apparaat(request):
    """`beginnen` gives a new device its secret, `sleutel` gives it again, `beeindigen` ends it.

    Nothing about an inwoner is read or written. The secret again only within minutes after a sign-in: who finds a
    tablet with a session that still runs may not choose a new PIN.
    """
    if request.lezer is None or not request.lezer.rechten.heeft_rol(Rol.CONSULENT):
        return JsonResponse({}, status=403)
    actie, sleutel = request.POST.get("actie"), _uuid(request.POST.get("apparaat"))
    if actie == "beginnen":
        geheim = apparaat_beginnen(door=request.lezer, nu=timezone.now())
    else:
        eigen = Apparaat.objects.filter(pk=sleutel, actor=request.lezer, beeindigd_om=None).first()
        if eigen is None:
            return JsonResponse({}, status=404)
        if actie == "beeindigen":
            apparaat_beeindigen(apparaat_id=eigen.pk, door=request.lezer, nu=timezone.now())
            return HttpResponse(status=204)
        if actie != "sleutel":
            return JsonResponse({}, status=400)
        if not net_aangemeld(request):
            return JsonResponse({"opnieuw": reverse("account_reauthenticate")}, status=401)
        geheim = geheim_van(eigen)
    return JsonResponse({**asdict(geheim), "wie": str(request.lezer.pk)})


@require_GET
def schil(request):
    """The frame that opens without signal; it holds nobody's name, for it lies in the browser's cache."""
    return TemplateResponse(request, "wijkteams/onderweg_schil.html", {"lezer": None, "schil": True})


@require_GET
def werker(request):
    """The service worker, at an address whose folder is its scope; its name changes when a file of the shell does."""
    bron = finders.find("toegang/onderweg_werker.js")
    adressen = [static(naam) for naam in SCHIL]
    script = Path(bron).read_text(encoding="utf-8")
    vast = {"bestanden": adressen, "schil": reverse("wijkteams:onderweg_schil")}
    versie = sha256(f"{script}{json.dumps(adressen)}{_inhoud()}".encode()).hexdigest()[:16]
    kop = f"const VAST = {json.dumps({**vast, 'versie': versie})};\n"
    antwoord = HttpResponse(kop + script, content_type="text/javascript; charset=utf-8")
    antwoord["Cache-Control"] = "no-cache"
    return antwoord


def _inhoud() -> str:
    """The moments of the files, where their addresses do not change with what they hold (demo, tests)."""
    return " ".join(str(_gewijzigd(finders.find(naam))) for naam in SCHIL)


def _gewijzigd(pad) -> float:
    return Path(pad).stat().st_mtime if pad else 0


def _uuid(tekst) -> UUID | None:
    try:
        return UUID(tekst or "")
    except ValueError:
        return None
