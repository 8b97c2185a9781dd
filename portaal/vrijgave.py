"""What the desk's jobs ask of the site's views (portaal/sql/60_voor_het_loket.sql)."""

from uuid import UUID

from django.db import connection


def staat_op_de_site(zaak_id: UUID, inwoner_id: UUID) -> bool:
    """This inwoner may know of this zaak, so the site shows it."""
    return bool(_een("SELECT portaal_toont(%s, %s)", zaak_id, inwoner_id))


def getoonde_planversie(deelnemer_id: UUID, inwoner_id: UUID) -> int | None:
    """Of the plan as the site shows it to this party now, goals and actions with it; None: it does not (any more)."""
    return _een("SELECT portaal_planversie(%s, %s)", deelnemer_id, inwoner_id)


def _een(sql: str, *waarmee: UUID):
    with connection.cursor() as cursor:
        cursor.execute(sql, waarmee)
        return cursor.fetchone()[0]
