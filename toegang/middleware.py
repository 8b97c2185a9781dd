"""Who reads: the Actor of the signed-in colleague, with a session that ends."""

import datetime
from contextlib import suppress

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model, logout
from django.contrib.sessions.models import Session
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from toegang.concept import van_verzoek
from toegang.sessies import ACTIEF, BEGONNEN, WAARMEE, waarmee
from toegang.usecases.concept_bewaren import concept_bewaren

TWEEDE_FACTOR = "tweede_factor"
VRIJ_VAN_TWEEDE_FACTOR = ("/account/", "/gezond/", "/static/")
OPENBAAR = "/openbaar/"  # the same page for everybody: no session is read there, and none slides
SCHUIFT_NA = 60  # seconds: the sliding session is saved at most once a minute


class LezerMiddleware:
    """Sets `request.lezer` (an Actor, or None), slides the session, and keeps what was typed when it ended."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.lezer = None
        if request.path.startswith(OPENBAAR):
            return self.get_response(request)
        if request.user.is_authenticated:
            if self._te_lang(request):
                logout(request)
            else:
                if self._zonder_tweede_factor(request):
                    return redirect(reverse("mfa_activate_totp"))
                request.lezer = request.user.actor
                request.lezer.medewerker = request.user
        if request.lezer is None and request.method == "POST":
            concept_redden(request)
        return self.get_response(request)

    def _te_lang(self, request) -> bool:
        """Ten hours at most, however active; within that, every minute of use moves the end."""
        nu = timezone.now().timestamp()
        if BEGONNEN not in request.session:
            request.session[BEGONNEN] = nu
            request.session[WAARMEE] = waarmee(request.headers.get("User-Agent", ""))
        begonnen = request.session[BEGONNEN]
        if nu - request.session.get(ACTIEF, 0) > SCHUIFT_NA:
            request.session[ACTIEF] = nu
        return nu - begonnen > settings.SESSIE_HOOGSTENS_SECONDEN

    def _zonder_tweede_factor(self, request) -> bool:
        if not settings.TWEEDE_FACTOR_VERPLICHT or request.path.startswith(VRIJ_VAN_TWEEDE_FACTOR):
            return False
        if request.session.get(TWEEDE_FACTOR):
            return False
        heeft = is_mfa_enabled(request.user)
        if heeft:
            request.session[TWEEDE_FACTOR] = True
        return not heeft


def concept_redden(request) -> None:
    """A form that was posted after the session ended is kept for the same person, and offered after sign-in."""
    sleutel = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    rij = Session.objects.filter(
        session_key=sleutel, expire_date__gt=timezone.now() - datetime.timedelta(hours=12)
    ).first()
    if not sleutel or rij is None or request.path.startswith(VRIJ_VAN_TWEEDE_FACTOR):
        return
    inhoud = rij.get_decoded()
    if BACKEND_SESSION_KEY not in inhoud:
        return
    medewerker = get_user_model().objects.select_related("actor").filter(pk=inhoud[SESSION_KEY]).first()
    if medewerker is None or not medewerker.is_active:
        return
    if not constant_time_compare(inhoud.get(HASH_SESSION_KEY, ""), medewerker.get_session_auth_hash()):
        return
    if request.path == reverse("toegang:concept"):  # an autosave: the device sends it again after sign-in
        if "concept_sleutel" in request.POST:
            return
        formulier = request.GET.get("voor", "")
    else:
        formulier = van_verzoek(request)
    with suppress(ValueError):
        concept_bewaren(door=medewerker.actor, formulier=formulier, gegevens=dict(request.POST.lists()))
