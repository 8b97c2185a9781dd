"""The citizen's site in the same process: its settings, its addresses, and its own database role during each request."""

import contextlib
import uuid

import pytest
from django.conf import settings as s
from django.db import connection
from django.test import Client, override_settings

from config.settings import portaaldeel
from portaal.middleware import IK, VOOR
from tests.papier import leeg_papier


def instellingen() -> dict:
    """What `portaal_test` would have, but for the database: that is the test's own connection."""
    anders = {naam: getattr(s, naam) for naam in ("TEMPLATES", "INSTALLED_APPS")}
    anders["DATABASES"] = {"default": {}}
    echte = portaaldeel.database
    portaaldeel.database = dict
    try:
        portaaldeel.inrichten(anders)
    finally:
        portaaldeel.database = echte
    for naam in ("DATABASES", "INSTALLED_APPS", "CELERY_BROKER_URL"):
        anders.pop(naam)
    return anders


@contextlib.contextmanager
def als_portaal():
    """Every statement inside runs as the portal's own role."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {s.DATABASE_ROL_PORTAAL}")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(f"SET ROLE {s.DATABASE_ROL_APP}")


class Burgerklant(Client):
    """A browser of a citizen; every request runs as the portal's role."""

    def als(self, inwoner, *, voor=None) -> "Burgerklant":
        sessie = self.session
        sessie[IK], sessie[VOOR] = str(inwoner.pk), str((voor or inwoner).pk)
        sessie.save()
        self.cookies[s.SESSION_COOKIE_NAME] = sessie.session_key
        return self

    def request(self, **request):
        with als_portaal():
            return super().request(**request)

    def post(self, path, data=None, *args, sleutel=None, **kwargs):
        data = dict(data or {})
        data.setdefault("formuliersleutel", str(sleutel or uuid.uuid4()))
        return super().post(path, data, *args, **kwargs)


@pytest.fixture
def zonder_pdf(monkeypatch):
    """Letters are made without drawing them: a second each."""
    monkeypatch.setattr("toegang.usecases.brief_maken.pdf_maken", leeg_papier)


@pytest.fixture
def portaal(db):
    with override_settings(**instellingen()):
        yield


@pytest.fixture
def burger(portaal):
    return Burgerklant()
