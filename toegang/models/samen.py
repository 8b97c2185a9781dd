"""One row and its history in one statement, built once a model: what every act writes most.

simple_history writes its row after ours, and Django writes both statements anew each time; that is more work than
PostgreSQL has with them. The history is copied from the row as it came into the table, as `bulk_met_historie` does.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models

from toegang.voorbereid import Schrijfopdracht

# A parameter of ours begins with a line; no column does.
ERBIJ = "%(_om)s::timestamptz, %(_door)s::bigint, %(_reden)s::text, %(_soort)s::text"


@cache
def toevoegen(model: type[models.Model], velden: tuple[models.Field, ...]) -> Schrijfopdracht:
    """INSERT of these columns, and the history of the new row."""
    q = connection.ops.quote_name
    kolommen = ", ".join(q(veld.column) for veld in velden)
    plekken = ", ".join(f"%({veld.column})s" for veld in velden)
    opdracht = f"INSERT INTO {q(model._meta.db_table)} ({kolommen}) VALUES ({plekken}) RETURNING *"  # nosec B608: names of our own models
    return _met_historie(model, opdracht)


@cache
def wijzigen(model: type[models.Model], velden: tuple[models.Field, ...]) -> Schrijfopdracht:
    """UPDATE of these columns in the row with this key, and the history of the row as it is now."""
    q = connection.ops.quote_name
    zetten = ", ".join(f"{q(veld.column)} = %({veld.column})s" for veld in velden)
    sleutel = q(model._meta.pk.column)
    opdracht = f"UPDATE {q(model._meta.db_table)} SET {zetten} WHERE {sleutel} = %(_sleutel)s RETURNING *"  # nosec B608: names of our own models
    return _met_historie(model, opdracht)


def _met_historie(model: type[models.Model], opdracht: str) -> Schrijfopdracht:
    return Schrijfopdracht.met_namen(
        model._meta.db_table, f"WITH n AS ({opdracht}) {historie_van('n', model, ERBIJ)}"
    )


def historie_van(rijen: str, model: type[models.Model], wie_en_waarom: str = "%s, %s, %s, %s") -> str:
    """The history rows of what was just written; parameters: when, who, why, and + or ~."""
    historie, q = model.history.model, connection.ops.quote_name
    kolommen = ", ".join(q(veld.column) for veld in historie.tracked_fields)
    return (
        f"INSERT INTO {q(historie._meta.db_table)}"  # nosec B608: names of our own models
        f" ({kolommen}, history_date, history_user_id, history_change_reason, history_type)"
        f" SELECT {kolommen}, {wie_en_waarom} FROM {rijen}"
    )


def waarden(
    rij: models.Model, paren: Sequence[tuple[models.Field, Any]], soort: str
) -> dict[Any, Any] | None:
    """What the statement needs of this row; None when a value is an expression, which has no place in it."""
    if any(hasattr(waarde, "resolve_expression") for _, waarde in paren):
        return None
    return {
        **{veld.column: veld.get_db_prep_save(waarde, connection=connection) for veld, waarde in paren},
        "_om": rij._history_date, "_door": rij._history_user.pk,
        "_reden": rij._change_reason, "_soort": soort,
    }  # fmt: skip
