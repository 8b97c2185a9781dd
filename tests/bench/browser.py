"""Django's test client with everything on: middleware, CSRF, session and cookies as in production."""

import uuid
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone

BACKEND = "wijkteams.aanmelden.MedewerkerBackend"


class Browser(Client):
    """One person's browser in one of the worlds; https, and commits as they happen."""

    def __init__(self, handler: ClientHandler | None = None):
        super().__init__(enforce_csrf_checks=True, SERVER_NAME=settings.ALLOWED_HOSTS[0])
        if handler is not None:
            self.handler = handler
        self.defaults["HTTP_X_FORWARDED_PROTO"] = "https"
        self.defaults["HTTP_REFERER"] = f"https://{settings.ALLOWED_HOSTS[0]}/"

    def aanmelden(self, medewerker) -> "Browser":
        """A session as it stands after the password and the second factor."""
        nu = timezone.now().timestamp()
        sessie = SessionStore()
        sessie.update(
            {
                SESSION_KEY: str(medewerker.pk),
                BACKEND_SESSION_KEY: BACKEND,
                HASH_SESSION_KEY: medewerker.get_session_auth_hash(),
                "tweede_factor": True,
                "begonnen": nu,
                "actief": nu,
            }
        )
        sessie.create()
        self.cookies[settings.SESSION_COOKIE_NAME] = sessie.session_key
        return self

    def versturen(self, pad: str, gegevens: dict):
        """POST as a browser sends a form, with the token of the page opened before and a new key for the form."""
        token = self.cookies[settings.CSRF_COOKIE_NAME].value
        velden = {"csrfmiddlewaretoken": token, "formuliersleutel": str(uuid.uuid4()), **gegevens}
        return self.post(
            pad, urlencode(velden), content_type="application/x-www-form-urlencoded", secure=True
        )
