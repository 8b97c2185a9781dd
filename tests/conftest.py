"""The harness: migrated as the owner, run as the application's role; Django's flush by our own truncate."""

import datetime
import logging
import sys

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from tests import klant
from tests.nagerekend import voorbereiden_en_narekenen
from toegang.vaste_vraag import VasteVraag

VANDAAG = datetime.date(2026, 12, 3)  # a Thursday; the day of the samples in ux.md


OPTIES = connection.settings_dict["OPTIONS"]["options"]


def als(rol: str | None) -> None:
    """From here every new connection, threads too, is this role."""
    connection.close()
    connection.settings_dict["OPTIONS"]["options"] = f"{OPTIES} -c role={rol}" if rol else OPTIES


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        als(settings.DATABASE_ROL_APP)
    yield
    with django_db_blocker.unblock():
        als(None)
        for gebleven in sessies_beeindigen():
            print(f"\nA session was still open: {gebleven}", file=sys.stderr)


def sessies_beeindigen() -> list[tuple]:
    """End what a page or a process of a journey left open, so that the database can go; (state, last statement)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state, left(query, 200), pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
        )
        return cursor.fetchall()


def _leegmaken(self) -> None:
    """TRUNCATE as the owner, only tables that hold rows; groups and permissions stay."""
    blijft = {
        "django_migrations", "django_content_type", "auth_permission", "auth_group", "auth_group_permissions",
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace"
        )
        tabellen = [t for (t,) in cursor.fetchall() if t not in blijft]
        vol = []
        for tabel in tabellen:
            cursor.execute(f'SELECT 1 FROM "{tabel}" LIMIT 1')
            if cursor.fetchone():
                vol.append(f'"{tabel}"')
        if vol:
            cursor.execute("ALTER TABLE toegang_inzage DISABLE TRIGGER USER")
            cursor.execute(f"TRUNCATE {', '.join(vol)} CASCADE")
            cursor.execute("ALTER TABLE toegang_inzage ENABLE TRIGGER USER")
        cursor.execute(f"SET ROLE {settings.DATABASE_ROL_APP}")


TransactionTestCase._fixture_teardown = _leegmaken
VasteVraag.voorbereiden = voorbereiden_en_narekenen


@pytest.fixture(autouse=True)
def _documenten_in_map(settings, tmp_path):
    """Each test has its own storage of files."""
    opslag = {**settings.STORAGES["default"], "OPTIONS": {"location": str(tmp_path / "documenten")}}
    settings.STORAGES = {**settings.STORAGES, "default": opslag}


@pytest.fixture
def stil():
    """A walk over hundreds of refused pages writes no line of log each: that costs more than the pages."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def vandaag() -> datetime.date:
    return VANDAAG


@pytest.fixture
def client():
    """A browser that signs in as a medewerker and fills in the form's one-time key by itself."""
    return klant.Klant()
