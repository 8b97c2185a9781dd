"""A request as gunicorn hands it over: the WSGI application itself, with all of the middleware, session and cookies."""

import io
import uuid
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

BACKEND = "wijkteams.aanmelden.MedewerkerBackend"


@dataclass
class Antwoord:
    """Status, headers and the body as text."""

    status: int
    koppen: dict[str, str]
    inhoud: bytes

    @property
    def tekst(self) -> str:
        return self.inhoud.decode()


def vragen(app, pad: str, *, gegevens: dict | None = None, koekjes: str = "") -> tuple[Antwoord, list[str]]:
    """One request to a WSGI application; the cookies that were set come beside the answer."""
    pad, _, zoekdeel = pad.partition("?")
    lijf = urlencode(gegevens).encode() if gegevens is not None else b""
    environ = {
        "REQUEST_METHOD": "GET" if gegevens is None else "POST", "PATH_INFO": pad, "QUERY_STRING": zoekdeel,
        "SCRIPT_NAME": "", "SERVER_NAME": settings.ALLOWED_HOSTS[0], "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": settings.ALLOWED_HOSTS[0], "REMOTE_ADDR": "127.0.0.1",
        "HTTP_X_FORWARDED_PROTO": "https", "HTTP_COOKIE": koekjes,
        "HTTP_REFERER": f"https://{settings.ALLOWED_HOSTS[0]}/",
        "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(lijf)),
        "wsgi.version": (1, 0), "wsgi.url_scheme": "https", "wsgi.input": io.BytesIO(lijf),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip
    kop: dict = {}

    def begin(status, headers, exc_info=None):
        kop["status"], kop["headers"] = int(status.split()[0]), headers

    antwoord = app(environ, begin)
    try:
        inhoud = b"".join(antwoord)
    finally:
        antwoord.close()
    gezet = [waarde for naam, waarde in kop["headers"] if naam == "Set-Cookie"]
    return Antwoord(kop["status"], dict(kop["headers"]), inhoud), gezet


@dataclass
class Browser:
    """One person's browser in one of the worlds."""

    app: object
    koekjes: SimpleCookie = field(default_factory=SimpleCookie)

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
        self.koekjes[settings.SESSION_COOKIE_NAME] = sessie.session_key
        return self

    def get(self, pad: str) -> Antwoord:
        return self._vragen(pad)

    def post(self, pad: str, gegevens: dict) -> Antwoord:
        """With the token of the page that was opened before, and a new key for the form."""
        gegevens = {"csrfmiddlewaretoken": self.koekjes[settings.CSRF_COOKIE_NAME].value, **gegevens}
        return self._vragen(pad, {"formuliersleutel": str(uuid.uuid4()), **gegevens})

    def _vragen(self, pad: str, gegevens: dict | None = None) -> Antwoord:
        koekjes = "; ".join(f"{naam}={stuk.value}" for naam, stuk in self.koekjes.items())
        antwoord, gezet = vragen(self.app, pad, gegevens=gegevens, koekjes=koekjes)
        for koekje in gezet:
            self.koekjes.load(koekje)
        return antwoord
