"""In and out: the first page, the way to the provider and back, signing out, and choosing for whom one looks."""

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_POST, require_safe

from portaal.aanmelden import NietAangemeld, bsn_uit_antwoord, ingesteld, naar_aanbieder
from portaal.burger import aanmelden, burger_uit, in_een_zin, naam_van, namens, vertegenwoordigingen
from portaal.middleware import IK, VOOR
from portaal.models import Persoon
from portaal.schermen import pagina
from portaal.usecases.sessies_beeindigen import sessies_beeindigen, sessies_van
from portaal.views.overzicht import overzicht
from toegang.bsn import blinde_index
from toegang.schermen import lokaal
from toegang.sessies import ACTIEF, BEGONNEN, WAARMEE, waarmee

ALLEEN_HIER = "alleen_hier"  # in the session that only carries the way to the provider and back
log = structlog.get_logger("portaal.aanmelden")


@require_safe
def begin(request):
    """What this site is and how to sign in; for who is in: where the question stands."""
    if request.ik is not None:
        return overzicht(request)
    return TemplateResponse(request, "portaal/begin.html", {"kan_inloggen": ingesteld()})


@require_GET
def inloggen(request):
    """On to the provider by a link: a form would bind every address on that way to our `form-action`.

    Whoever was signed in here is out. `?alleen=hier`: who comes back ends what runs elsewhere in his name.
    """
    request.session.flush()
    if request.GET.get("alleen") == "hier":
        request.session[ALLEEN_HIER] = True
    try:
        return naar_aanbieder(request, request.build_absolute_uri(reverse("portaal:terug")))
    except NietAangemeld as fout:
        log.warning("inloggen_mislukt", reden=str(fout))
        return redirect("portaal:niet_gelukt")


@require_GET
@sensitive_variables("bsn")
def terug(request):
    """Back from the provider: a new session for this person, always at the first page (no deep links)."""
    try:
        bsn = bsn_uit_antwoord(request)
    except NietAangemeld as fout:
        log.warning("inloggen_mislukt", reden=str(fout))
        request.session.flush()
        return redirect("portaal:niet_gelukt")
    return binnenlaten(request, aanmelden(blinde_index(bsn)))


def binnenlaten(request, wie):
    """A fresh session for who signed in."""
    alleen_hier = request.session.get(ALLEEN_HIER)
    request.session.flush()
    if wie is None:
        log.info("ingelogd", bekend=False)
        return redirect("portaal:niet_bekend")
    log.info("ingelogd", bekend=True, inwoner=str(wie))
    nu = timezone.now()
    if alleen_hier:
        sessies_beeindigen(door=wie, nu=nu)
    request.session[IK] = str(wie)
    request.session[BEGONNEN] = request.session[ACTIEF] = nu.timestamp()
    request.session[WAARMEE] = waarmee(request.headers.get("User-Agent", ""))
    return redirect("portaal:voor_wie")


@require_safe
def niet_gelukt(request):
    return TemplateResponse(request, "portaal/niet_gelukt.html", status=403)


@require_safe
def niet_bekend(request):
    """Signed in well, but there is no dossier here, or not one that this person may see."""
    return TemplateResponse(request, "portaal/niet_bekend.html")


@require_POST
def uitloggen(request):
    request.session.flush()
    return redirect("portaal:uitgelogd")


@require_safe
def uitgelogd(request):
    return TemplateResponse(request, "portaal/uitgelogd.html")


def voor_wie(request):
    """For oneself, or for whom one represents; who has no choice goes on at once."""
    if request.ik is None:
        return redirect("portaal:begin")
    vandaag = timezone.localdate()
    with transaction.atomic():
        zelf = burger_uit(request.ik, request.ik, vandaag)
        keuzes = [(request.ik, None)] if zelf else []
        for v in vertegenwoordigingen(request.ik, vandaag):
            namens(request.ik, v.inwoner)
            persoon = Persoon.objects.filter(pk=v.inwoner).first()
            if persoon is not None and v.inwoner not in [k for k, _ in keuzes]:
                keuzes.append((v.inwoner, in_een_zin(naam_van(persoon).aanschrijving())))
    if not keuzes:
        request.session.flush()
        return redirect("portaal:niet_bekend")
    if request.method == "POST":
        gekozen = next((k for k, _ in keuzes if str(k) == request.POST.get("voor")), None)
        if gekozen is not None:
            return _kijken_voor(request, gekozen)
    elif len(keuzes) == 1:
        return _kijken_voor(request, keuzes[0][0])
    return TemplateResponse(request, "portaal/voor_wie.html", {"keuzes": keuzes})


def _kijken_voor(request, wie):
    request.session.cycle_key()
    request.session[VOOR] = str(wie)
    return redirect("portaal:begin")


@require_safe
@pagina("ingelogd")
def ingelogd(request):
    """Where one is signed in; ending it elsewhere asks to sign in once more."""
    hier = request.session.session_key
    context = {"sessies": [(s, s.sleutel == hier) for s in sessies_van(request.ik, timezone.now())]}
    return TemplateResponse(request, "portaal/ingelogd.html", context)


@require_POST
def verlengen(request):
    """More time: the session slides by the request itself."""
    if request.ik is None:
        return HttpResponse(status=403)
    request.session[ACTIEF] = timezone.now().timestamp()
    return HttpResponse(status=204)


@require_POST
def taal(request):
    """Dutch or English, kept in a cookie of its own; back to the page by its path."""
    antwoord = redirect(lokaal(request.POST.get("terug"), "/"))
    if (keuze := request.POST.get("taal")) in dict(settings.LANGUAGES):
        antwoord.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, keuze, max_age=365 * 24 * 3600, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE, httponly=True,
        )  # fmt: skip
    return antwoord


@require_safe
def gezond(request):
    """The site answers and reaches its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed", content_type="text/plain")
