"""The session of a citizen: a table of its own, that no colleague's session shares."""

from django.contrib.sessions.base_session import AbstractBaseSession


class Portaalsessie(AbstractBaseSession):
    """Ends after fifteen minutes without use; holds who signed in and for whom he looks, nothing else."""

    @classmethod
    def get_session_store_class(cls):
        from portaal.sessies import SessionStore

        return SessionStore

    class Meta(AbstractBaseSession.Meta):
        abstract = False
