"""The test's browser: the form's key comes along with every POST, as the page would send it."""

import uuid

from django.test import Client


class Klant(Client):
    def post(self, path, data=None, *args, sleutel: uuid.UUID | None = None, **kwargs):
        data = dict(data or {})
        data.setdefault("formuliersleutel", str(sleutel or uuid.uuid4()))
        return super().post(path, data, *args, **kwargs)

    def als(self, medewerker) -> "Klant":
        """Sign in without the password page."""
        self.force_login(medewerker, backend="wijkteams.aanmelden.MedewerkerBackend")
        sessie = self.session
        sessie["tweede_factor"] = True
        sessie.save()
        return self
