"""Sessions in PostgreSQL, as Django keeps them; the row is read by a statement that is built once."""

import datetime
from dataclasses import dataclass

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from toegang.vaste_vraag import vaste_vraag

ACTIEF, BEGONNEN, WAARMEE = "actief", "begonnen", "waarmee"
# The first that is named is the one: Chrome also calls itself Safari, Edge also Chrome.
BROWSERS = (
    ("Edg", "Edge"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)  # fmt: skip
STELSELS = (
    ("Windows", "Windows"), ("Android", "Android"), ("iPad", "iPad"), ("iPhone", "iPhone"), ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)  # fmt: skip


@vaste_vraag
def _lopend(sleutel, nu) -> QuerySet[Session]:
    return Session.objects.filter(session_key=sleutel, expire_date__gt=nu)


class SessionStore(db.SessionStore):
    """Django's own, but for how the row is looked up: every request does."""

    def _get_session_from_db(self):
        for sessie in _lopend(sleutel=self.session_key, nu=timezone.now()):
            return sessie
        self._session_key = None
        return None


@dataclass(frozen=True)
class Ingelogd:
    """One place where a person is signed in; `merk` names it on a page, which never holds the key itself."""

    sleutel: str
    merk: str
    waarmee: str
    begonnen_om: datetime.datetime | None
    gebruikt_om: datetime.datetime | None


def waarmee(user_agent: str) -> str:
    """Chrome, Windows: as much as a person needs to know his own devices; empty when it says nothing."""
    gevonden = [
        next((naam for teken, naam in lijst if teken in user_agent), "") for lijst in (BROWSERS, STELSELS)
    ]
    return ", ".join(filter(None, gevonden))


def ingelogd(opslag: type[db.SessionStore], nu: datetime.datetime, **wie: str) -> list[Ingelogd]:
    """The sessions that run now and hold these values, the last used first. They are few: each one is opened."""
    rijen = opslag.get_model_class()._default_manager.filter(expire_date__gt=nu)
    gevonden = [
        Ingelogd(
            rij.session_key, salted_hmac("ingelogd", rij.session_key).hexdigest()[:20], inhoud.get(WAARMEE, ""),
            _moment(inhoud.get(BEGONNEN)), _moment(inhoud.get(ACTIEF)),
        )
        for rij in rijen.iterator()
        if wie.items() <= (inhoud := rij.get_decoded()).items()
    ]  # fmt: skip
    return sorted(gevonden, key=lambda i: (i.gebruikt_om or nu, i.sleutel), reverse=True)


def _moment(seconden: float | None) -> datetime.datetime | None:
    return datetime.datetime.fromtimestamp(seconden, tz=datetime.UTC) if seconden else None
