"""Many operations on one state: Django renders every model again after each operation, here only once.

Only for operations that look no further than their own model and field, as those of an initial migration: adding
fields, indexes, constraints, unique keys, triggers.
"""

from collections.abc import Sequence

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Samen(Operation):
    """Do these operations one after the other in the database, between one state before and one state after."""

    def __init__(self, operations: Sequence[Operation]):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # as rendered before: renders anew when it is asked for
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"{len(self.operations)} operations at once"


def historie_zonder_indexen(*modellen: str) -> Samen:
    """A history is read by its row, never by its date or by who wrote it: those indexes were paid at every write."""
    wie = models.ForeignKey("toegang.actor", models.SET_NULL, related_name="+", null=True, db_index=False)
    velden = {"history_date": models.DateTimeField(), "history_user": wie}
    return Samen(
        [migrations.AlterField(model, naam, veld) for model in modellen for naam, veld in velden.items()]
    )
