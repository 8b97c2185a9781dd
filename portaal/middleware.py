"""Who is signed in: the two names in the session; the page judges them (portaal/schermen.py)."""

from uuid import UUID

from django.conf import settings
from django.utils import timezone

from toegang.sessies import ACTIEF, BEGONNEN

IK, VOOR = "ik", "voor"
SCHUIFT_NA = 60  # seconds: the sliding session is saved at most once a minute


class BurgerMiddleware:
    """Sets `request.ik` and `request.voor` (ids, or None) and slides the session, ten hours at most.

    Nothing is asked of the database.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.burger = None
        request.ik = _id(request.session.get(IK))
        request.voor = _id(request.session.get(VOOR)) or request.ik
        if request.ik is not None:
            nu = timezone.now().timestamp()
            if nu - request.session.setdefault(BEGONNEN, nu) > settings.SESSIE_HOOGSTENS_SECONDEN:
                request.session.flush()
                request.ik = request.voor = None
            elif nu - request.session.get(ACTIEF, 0) > SCHUIFT_NA:
                request.session[ACTIEF] = nu
        antwoord = self.get_response(request)
        antwoord.setdefault("Cache-Control", "no-store, private")
        return antwoord


def _id(tekst) -> UUID | None:
    return UUID(tekst) if tekst else None
