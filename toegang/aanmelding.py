"""How long ago somebody proved who he is, in this session."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from toegang.sessies import BEGONNEN

KORT = 300  # seconds


def net_aangemeld(request) -> bool:
    """Signed in, or signed in again, within the last five minutes."""
    manieren = request.session.get("account_authentication_methods") or []
    laatste = max([m.get("at", 0) for m in manieren], default=0) or request.session.get(BEGONNEN, 0)
    return timezone.now().timestamp() - laatste < KORT


def eerst_bevestigen(request, daarna: str):
    """To the page that asks for the password or the code once more, and then back here."""
    messages.info(request, f"Bevestig eerst dat u het bent. {daarna}")
    return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")
