"""Sessions of the citizen's site (SESSION_ENGINE): Django's own, in the portal's own table."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls):
        from portaal.models import Portaalsessie

        return Portaalsessie
