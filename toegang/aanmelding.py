"""How long ago somebody proved who he is, in this session."""

from django.utils import timezone

from toegang.sessies import BEGONNEN

KORT = 300  # seconds


def net_aangemeld(request) -> bool:
    """Signed in, or signed in again, within the last five minutes."""
    manieren = request.session.get("account_authentication_methods") or []
    laatste = max([m.get("at", 0) for m in manieren], default=0) or request.session.get(BEGONNEN, 0)
    return timezone.now().timestamp() - laatste < KORT
