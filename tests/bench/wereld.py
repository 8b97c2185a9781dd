"""The databases of the bench: a seed made by use-cases, copied and multiplied; kept while nothing changed."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend

from tests.bench import personas, vermenigvuldigen, zaad

PROJECT = Path(__file__).resolve().parents[2]
MATEN = (1_000, 20_000)
ZAAD = "bench_zaad"


def naam(dossiers: int) -> str:
    return f"bench_{dossiers}"


def verbinding(database: str, *, eigenaar: bool = False):
    """A connection of its own to one of the databases, as the application's role or as the owner."""
    instellingen = {**connections.settings["default"], "NAME": database}
    if eigenaar:
        instellingen["USER"] = "toegang_eigenaar"
    return load_backend(instellingen["ENGINE"]).DatabaseWrapper(instellingen, "default")


def wisselen(nieuw):
    """From here `connection` is this one; gives back what it was."""
    oud = connections["default"]
    connections["default"] = nieuw
    return oud


@contextmanager
def in_database(database: str, *, eigenaar: bool = False) -> Iterator:
    """`connection` is this database, until the end of the block."""
    nieuw = verbinding(database, eigenaar=eigenaar)
    oud = wisselen(nieuw)
    ContentType.objects.clear_cache()
    try:
        yield nieuw
    finally:
        nieuw.close()
        wisselen(oud)
        ContentType.objects.clear_cache()


def afdruk() -> str:
    """What the databases are made of: every migration, the models' use-cases, and this generator."""
    som = hashlib.sha256()
    for patroon in ("*/migrations/*.py", "*/usecases/*.py", "tests/bench/*.py"):
        for pad in sorted(PROJECT.glob(patroon)):
            if pad.parent.name != "bench" or pad.stem in ("wereld", "zaad", "vermenigvuldigen", "personas"):
                som.update(pad.read_bytes())
    return som.hexdigest()


def klaarzetten(
    maten: tuple[int, ...] = MATEN, *, vernieuwen: bool = False, houden: bool = False, zeg=print
) -> None:
    """Make the databases that are missing, or that were made of something else; `houden` only migrates them."""
    nu = afdruk()
    opgeslagen = _afdrukken()
    if houden and all(naam(n) in opgeslagen for n in maten):
        for n in maten:
            with in_database(naam(n), eigenaar=True):
                call_command("migrate", verbosity=0)
        return
    if not vernieuwen and all(opgeslagen.get(naam(n)) == nu for n in maten):
        return
    zeg("the seed: 25 dossiers by use-cases")
    _weg_en_nieuw(ZAAD)
    with in_database(ZAAD, eigenaar=True):
        call_command("migrate", verbosity=0)
    with in_database(ZAAD):
        zaad.zaaien(zaad.DOSSIERS)
    for n in maten:
        zeg(f"{n} dossiers by INSERT … SELECT")
        _weg_en_nieuw(naam(n), sjabloon=ZAAD)
        with in_database(naam(n), eigenaar=True) as c:
            vermenigvuldigen.vermenigvuldigen(c, keer=n // zaad.DOSSIERS)
            personas.maken(c)
            vermenigvuldigen.bijwerken(c)
            c.cursor().execute(f"COMMENT ON DATABASE {naam(n)} IS %s", [nu])


def _afdrukken() -> dict[str, str]:
    with in_database(settings.DATABASES["default"]["NAME"], eigenaar=True) as c, c.cursor() as cursor:
        cursor.execute("SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database")
        return dict(cursor.fetchall())


def _weg(database: str) -> None:
    with in_database(settings.DATABASES["default"]["NAME"], eigenaar=True) as c, c.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


def _weg_en_nieuw(database: str, sjabloon: str = "template1") -> None:
    with in_database(settings.DATABASES["default"]["NAME"], eigenaar=True) as c, c.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {database} TEMPLATE {sjabloon}")
