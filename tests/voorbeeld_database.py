"""The database of the tests, migrated once a run while the test processes collect; each of them copies it.

Migrating costs half a minute of one core, a copy less than a second. Who runs the tests in one process migrates as
Django always does.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

KLAAR = "TOEGANG_TEST_VOORBEELD"  # the file that says that it is ready; set by who starts the test processes
GEDULD = 300  # seconds


def beginnen(map: Path) -> subprocess.Popen:
    """Migrate in a process of its own."""
    klaar = map / "klaar"
    os.environ[KLAAR] = str(klaar)
    with (map / "log").open("w") as uit:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.voorbeeld_database", str(klaar)], stdout=uit, stderr=uit
        )


def afwachten() -> str | None:
    """Its name, when it is there; None when there is none, or it went wrong: then each process migrates itself."""
    klaar = Path(os.environ.get(KLAAR, ""))
    einde = time.monotonic() + GEDULD
    while KLAAR in os.environ and time.monotonic() < einde:
        if klaar.exists():
            return klaar.read_text() or None
        time.sleep(0.1)
    return None


def _verbinding():
    from django.db import connection

    connection.settings_dict["TEST"]["NAME"] = f"test_{connection.settings_dict['NAME']}_voorbeeld"
    return connection


def maken() -> str:
    """Create and migrate; no session stays in it, or nobody can copy it."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    connection = _verbinding()
    naam = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    return naam


def opruimen() -> None:
    """After the run, past what keeps a test from the database; what still migrates was ended."""
    import psycopg2

    connection = _verbinding()
    apart = psycopg2.connect(**connection.get_connection_params() | {"dbname": "postgres"})
    apart.autocommit = True
    with apart.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{connection.settings_dict["TEST"]["NAME"]}" WITH (FORCE)')
    apart.close()


if __name__ == "__main__":
    naam, klaar = "", Path(sys.argv[1])
    try:
        naam = maken()
    finally:
        klaar.with_suffix(".half").write_text(naam)
        klaar.with_suffix(".half").rename(klaar)
