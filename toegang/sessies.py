"""Sessions in PostgreSQL, as Django keeps them; the row is read by a statement that is built once."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from toegang.vaste_vraag import vaste_vraag


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
