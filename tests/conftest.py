"""The harness: migrated as the owner, run as the application's role; Django's flush by our own truncate."""

import datetime
import logging
import os
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase

from tests import klant, voorbeeld_database
from tests.nagerekend import voorbereiden_en_narekenen
from toegang.vaste_vraag import VasteVraag

VANDAAG = datetime.date(2026, 12, 3)  # a Thursday; the day of the samples in ux.md

# One or two tests of minutes each: begun last, one core would wait for them at the end.
EERST = (
    "huisregels/test_elke_persoon.py", "voorzieningen/test_simulatie.py", "reizen/test_de_hele_weg.py",
    "huisregels/test_paginas.py", "reizen/test_tegenspraak.py", "reizen/test_onderweg_fouten.py",
    "reizen/test_eigen_dossier.py", "reizen/test_onderweg.py",
)  # fmt: skip
OPTIES = connection.settings_dict["OPTIONS"]["options"]


def pytest_configure(config):
    """With several test processes: who starts them has the database migrated meanwhile."""
    verdeeld = getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput")
    if verdeeld and not (config.option.collectonly or config.option.reuse_db):
        config._voorbeeld_map = tempfile.TemporaryDirectory(prefix="toegang-test-")
        config._voorbeeld = voorbeeld_database.beginnen(Path(config._voorbeeld_map.name))


def pytest_unconfigure(config):
    if hasattr(config, "_voorbeeld"):
        config._voorbeeld.terminate()
        config._voorbeeld.wait()
        voorbeeld_database.opruimen()
        config._voorbeeld_map.cleanup()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """With several test processes the long files come first, the others as they were shuffled."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        lang = {naam: nr for nr, naam in enumerate(EERST)}
        items.sort(key=lambda i: lang.get("/".join(i.path.parts[-2:]), len(lang)))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """The test database is a copy of the one that is migrated already, if there is one."""
    connection.settings_dict["TEST"]["TEMPLATE"] = voorbeeld_database.afwachten()


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


@pytest.fixture(autouse=True)
def _niemand_geteld():
    """How often somebody tried to sign in, is counted for each test anew."""
    cache.clear()


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
