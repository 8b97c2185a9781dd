"""What every page of the citizen's site needs: the municipality, and what stands in its five links."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

MENU = (
    (_("Home"), "portaal:begin"),
    (_("Mijn vraag"), "portaal:vragen"),
    (_("Mijn plan"), "portaal:plan"),
    (_("Brieven"), "portaal:brieven"),
    (_("Gegevens en wie keek"), "portaal:gegevens"),
)


def omgeving(request) -> dict:
    """Context of every page; no query."""
    return {
        "gemeente": settings.GEMEENTE,
        "demo": getattr(settings, "DEMO", False),
        "inlognaam": settings.OIDC["naam"],
        "burger": getattr(request, "burger", None),
        "ingelogd": getattr(request, "ik", None) is not None,
        "menu": MENU,
        "taal": (get_language() or "nl")[:2],
        "sessie_eindigt_na": settings.SESSION_COOKIE_AGE,
    }
