"""The one bulk write that keeps history: many rows of one model in a few statements."""

from collections.abc import Iterable

from django.contrib.postgres.functions import RandomUUID
from django.core.exceptions import EmptyResultSet
from django.db import connections, models, router, transaction

from toegang.models.actor import Actor
from toegang.models.basis import MetHistorie
from toegang.models.samen import historie_van
from toegang.moment import nu

PER_KEER = 1000


def bulk_met_historie(objs: Iterable[MetHistorie], *, door: Actor, reden: str) -> None:
    """Create the new rows and update the others, each with its history row, as `bewaren` does one by one.

    All rows are of one model. The version of an updated row goes up by one. Lock rows before you change them:
    nobody is asked here whether they still are what was read. Three statements for up to 1,000 rows.
    """
    objs = list(objs)
    if not objs:
        return
    model = type(objs[0])
    if any(type(obj) is not model for obj in objs):
        raise TypeError("bulk_met_historie schrijft rijen van één model.")
    nieuw = [obj for obj in objs if obj._state.adding]
    gewijzigd = [obj for obj in objs if not obj._state.adding]
    for obj in objs:
        obj.afleiden()
    for obj in gewijzigd:
        obj.versie += 1
    using = router.db_for_write(model)
    rijen = models.QuerySet(model, using=using)  # not `objects`: that one refuses
    with transaction.atomic(using=using):
        if nieuw:
            rijen.bulk_create(nieuw, batch_size=PER_KEER)
            _historie(model, nieuw, "+", door=door, reden=reden, using=using)
        if gewijzigd:  # an upsert: 20 times faster than bulk_update, which writes a CASE for each cell
            velden = [veld.name for veld in model._meta.concrete_fields if not veld.primary_key]
            rijen.bulk_create(
                gewijzigd,
                batch_size=PER_KEER,
                update_conflicts=True,
                unique_fields=["pk"],
                update_fields=velden,
            )
            _historie(model, gewijzigd, "~", door=door, reden=reden, using=using)


def _historie(model, objs, soort: str, *, door: Actor, reden: str, using: str) -> None:
    """Copy the rows as they now stand in the table."""
    verbinding = connections[using]
    q, sleutel = verbinding.ops.quote_name, model._meta.pk
    deze = f"{q(sleutel.column)} = ANY(%s::{sleutel.rel_db_type(verbinding)}[])"
    opdracht = f"{historie_van(q(model._meta.db_table), model)} WHERE {deze}"
    om = nu()
    with verbinding.cursor() as cursor:
        for begin in range(0, len(objs), PER_KEER):
            sleutels = [str(obj.pk) for obj in objs[begin : begin + PER_KEER]]
            cursor.execute(opdracht, [om, door.pk, reden, soort, sleutels])


def wijzigen_met_historie(rijen: models.QuerySet, *, door: Actor, reden: str, **waarden: object) -> int:
    """The same new values for every row of a queryset, each with its history row, in one statement.

    Gives the number of rows. Lock what the rows hang on before; columns that follow from others are not derived.
    """
    model = rijen.model
    verbinding = connections[router.db_for_write(model)]
    q = verbinding.ops.quote_name
    velden = [(model._meta.get_field(naam), waarde) for naam, waarde in waarden.items()]
    zetten = ", ".join(f"{q(veld.column)} = %s" for veld, _ in velden)
    nieuw = [
        veld.get_db_prep_save(getattr(waarde, "pk", waarde), connection=verbinding) for veld, waarde in velden
    ]
    sleutel = q(model._meta.pk.column)
    try:
        welke, params = rijen.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return 0
    opdracht = (
        f"WITH u AS (UPDATE {q(model._meta.db_table)} SET versie = versie + 1, {zetten}"  # nosec B608: names of our own
        f" WHERE {sleutel} IN ({welke}) RETURNING *) {historie_van('u', model)}"
    )
    with verbinding.cursor() as cursor:
        cursor.execute(opdracht, [*nieuw, *params, nu(), door.pk, reden, "~"])
        return cursor.rowcount


def toevoegen_met_historie(
    model: type[MetHistorie], bron: models.QuerySet, *, door: Actor, reden: str, **waarden: object
) -> int:
    """A new row for each row of `bron`, each with its history row, in one statement; gives the number of rows.

    A value is plain, or an expression on the row of `bron` (`F("pk")`); what is not named gets its default. A row
    that is there already, by a rule of the table, is left out: a task made twice is one task.
    """
    verbinding = connections[router.db_for_write(model)]
    try:
        invoegen, params = _invoegen(model, bron, waarden, verbinding)
    except EmptyResultSet:
        return 0
    erbij = historie_van("n", model)
    opdracht = f"WITH n AS ({invoegen} ON CONFLICT DO NOTHING RETURNING *) {erbij}"
    with verbinding.cursor() as cursor:
        cursor.execute(opdracht, [*params, nu(), door.pk, reden, "+"])
        return cursor.rowcount


def toevoegen(model: type[models.Model], bron: models.QuerySet, **waarden: object) -> int:
    """The same for rows that are never changed and so have no history."""
    verbinding = connections[router.db_for_write(model)]
    try:
        invoegen, params = _invoegen(model, bron, waarden, verbinding)
    except EmptyResultSet:
        return 0
    with verbinding.cursor() as cursor:
        cursor.execute(invoegen, params)
        return cursor.rowcount


def _invoegen(model, bron: models.QuerySet, waarden: dict[str, object], verbinding) -> tuple[str, tuple]:
    """INSERT … SELECT, one expression for each column of the model; a key that the database counts is left to it."""
    velden = [veld for veld in model._meta.concrete_fields if not isinstance(veld, models.AutoField)]
    if onbekend := waarden.keys() - {veld.name for veld in velden}:
        raise TypeError(f"{model.__name__} heeft geen {', '.join(sorted(onbekend))}.")
    rijen = bron.order_by().annotate(**{f"nieuw_{veld.name}": _uitdrukking(veld, waarden) for veld in velden})
    selectie, params = rijen.values_list(*(f"nieuw_{veld.name}" for veld in velden)).query.sql_with_params()
    q = verbinding.ops.quote_name
    kolommen = ", ".join(q(veld.column) for veld in velden)
    return f"INSERT INTO {q(model._meta.db_table)} ({kolommen}) {selectie}", params  # nosec B608: names of our own


def _uitdrukking(veld, waarden: dict[str, object]):
    if veld.primary_key:
        return RandomUUID()
    waarde = waarden.get(veld.name, veld.get_default())
    if hasattr(waarde, "resolve_expression"):
        return waarde
    return models.Value(getattr(waarde, "pk", waarde), output_field=getattr(veld, "target_field", veld))
