"""After every migrate, idempotent: the role groups, and what each database role may do with each table."""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connections, router

from toegang.rechten import Rol

ALLEEN_BIJSCHRIJVEN = {"toegang_gebeurtenis", "toegang_zegel", "toegang_inzage"}


def groepen_en_rechten(sender, using="default", **kwargs) -> None:
    """Make the groups and grant the application's role what it needs and no more."""
    if not router.allow_migrate_model(using, Group):
        return
    for rol in Rol:
        Group.objects.using(using).get_or_create(name=rol.value)
    _vernietigen(using)
    _tabelrechten(using)


def _vernietigen(using: str) -> None:
    """The functions that destroy a zaak, made anew of the registry: after each migrate they know every model."""
    from toegang import vernietigplan

    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regclass('toegang_vernietiging')")
        if cursor.fetchone()[0] is not None:
            cursor.execute(vernietigplan.functies_sql())


def rechten_op_tabellen() -> dict[str, str]:
    """Table -> privileges of the application's role. It cannot delete what holds personal data."""
    from toegang.models import MetHistorie

    rechten = {}
    for model in apps.get_models(include_auto_created=True):
        tabel = model._meta.db_table
        if tabel in ALLEEN_BIJSCHRIJVEN or hasattr(model, "instance_type"):  # simple-history's rows
            rechten[tabel] = "SELECT, INSERT"
        elif issubclass(model, MetHistorie):
            rechten[tabel] = "SELECT, INSERT, UPDATE"
        else:
            rechten[tabel] = "SELECT, INSERT, UPDATE, DELETE"
    return rechten | {"django_migrations": "SELECT"}


def _tabelrechten(using: str) -> None:
    from toegang import vernietigplan

    rol = settings.DATABASE_ROL_APP
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [rol])
        if cursor.fetchone() is None:
            return
        q = connections[using].ops.quote_name
        # The default takes a page out of order for four times as dear, as on a turning disk: then lists are read whole.
        cursor.execute("SELECT current_database()")
        cursor.execute(f"ALTER DATABASE {q(cursor.fetchone()[0])} SET random_page_cost = 1.1")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {q(rol)}")
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {q(rol)}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {q(rol)}")
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        er_zijn = {tabel for (tabel,) in cursor.fetchall()}
        for tabel, rechten in rechten_op_tabellen().items():
            if tabel in er_zijn:
                cursor.execute(f"GRANT {rechten} ON {q(tabel)} TO {q(rol)}")
        for functie in vernietigplan.FUNCTIES:
            cursor.execute(f"GRANT EXECUTE ON FUNCTION {functie} TO {q(rol)}")
