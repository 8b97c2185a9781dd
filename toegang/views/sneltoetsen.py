"""The keys of a page (accesskey) can be put off: WCAG 2.1.4, and screen readers with keys of their own."""

from django.conf import settings
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

JAAR = 365 * 24 * 3600


@require_POST
def sneltoetsen(request):
    """Turns the keys off or on again, on this device; nothing about a person is read or written."""
    terug = request.META.get("HTTP_REFERER", "")
    if not url_has_allowed_host_and_scheme(terug, {request.get_host()}, require_https=request.is_secure()):
        terug = "/"
    antwoord = redirect(terug)
    if request.COOKIES.get("sneltoetsen") == "uit":
        antwoord.delete_cookie("sneltoetsen", samesite="Lax")
    else:
        antwoord.set_cookie(
            "sneltoetsen",
            "uit",
            max_age=JAAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return antwoord
