"""The database views of the portal: put aside before the tables change, made anew after, granted to the portal."""

from pathlib import Path

from django.conf import settings
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor

SQL = Path(__file__).parent / "sql"
# What the portal's role may do, beside reading the views: its own session, the inbox, and one line in the read log.
RECHTEN = {
    "portaal_portaalsessie": "SELECT, INSERT, UPDATE, DELETE",
    "portaal_verzoek": "INSERT",
    "portaal_verzoekbestand": "INSERT",
    "toegang_inzage": "INSERT",
}
# What the desk's jobs ask of the views.
VOOR_HET_LOKET = ("portaal_toont(uuid, uuid)", "portaal_planversie(uuid, uuid)")
FUNCTIES = (
    "portaal_aanmelden(bytea)",
    "portaal_actor(uuid, uuid, text)",
    "portaal_geweigerd(bigint, text, uuid, uuid, text, text, text, text, text, uuid)",
)


def weergaven(cursor) -> list[str]:
    """The views that stand in the database now."""
    cursor.execute(
        "SELECT viewname FROM pg_views WHERE schemaname = 'public' AND viewname LIKE 'portaal\\_%' ORDER BY 1"
    )
    return [naam for (naam,) in cursor.fetchall()]


def weghalen(sender, using="default", plan=None, **kwargs) -> None:
    """Before a migration that changes something: a column that a view reads cannot change."""
    if not plan:
        return
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        for naam in weergaven(cursor):
            cursor.execute(f"DROP VIEW IF EXISTS {connections[using].ops.quote_name(naam)} CASCADE")


def aanleggen(sender, using="default", plan=None, **kwargs) -> None:
    """After every migrate, idempotent: the views as the files say, and the grants of the portal's role."""
    if plan is not None and not _compleet(using):  # a migration on the way: the last one makes them
        return
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        for naam in reversed(weergaven(cursor)):
            cursor.execute(f"DROP VIEW IF EXISTS {connections[using].ops.quote_name(naam)} CASCADE")
        for bestand in sorted(SQL.glob("*.sql")):
            cursor.execute(bestand.read_text(encoding="utf-8"))
        _toestaan(cursor, connections[using].ops.quote_name)


def _compleet(using: str) -> bool:
    """Every app is at its last migration."""
    uitvoerder = MigrationExecutor(connections[using])
    return not uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())


def _toestaan(cursor, q) -> None:
    rol = settings.DATABASE_ROL_PORTAAL
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [rol])
    if cursor.fetchone() is None:
        return
    cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {q(rol)}")
    cursor.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {q(rol)}")
    cursor.execute(f"GRANT USAGE ON SCHEMA public TO {q(rol)}")
    for naam in weergaven(cursor):
        cursor.execute(f"GRANT SELECT ON {q(naam)} TO {q(rol)}")
    for tabel, rechten in RECHTEN.items():
        cursor.execute(f"GRANT {rechten} ON {q(tabel)} TO {q(rol)}")
    for functie in FUNCTIES:
        cursor.execute(f"GRANT EXECUTE ON FUNCTION {functie} TO {q(rol)}")
    for functie in VOOR_HET_LOKET:
        cursor.execute(f"GRANT EXECUTE ON FUNCTION {functie} TO {q(settings.DATABASE_ROL_APP)}")
