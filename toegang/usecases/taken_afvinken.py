"""Tasks that end when somebody says so: read, looked at, asked again."""

from collections.abc import Collection

from django.db import transaction

from toegang.bulk import Uitslag, elk_apart
from toegang.models import Actor
from toegang.moment import nu
from toegang.usecases.taak_ophalen import taak_vergrendelen, taaknaam
from toegang.werkregels import waarom_niet_afvinken


@transaction.atomic
def taken_afvinken(*, taak_ids: Collection, door: Actor) -> Uitslag:
    """Each by itself; a task that the work itself ends is refused, one that is done already stays as it is."""
    namen: dict = {}

    def afvinken(pk) -> str:
        taak = taak_vergrendelen(pk, door=door, namen=namen, ook_klaar=True)
        if taak.afgehandeld_om:
            return ""
        if waarom := waarom_niet_afvinken(door, taak):
            return waarom
        taak.afgehandeld_om, taak.afgehandeld_door = nu(), door
        taak.bewaren(door=door, reden="taak afgevinkt")
        return ""

    return elk_apart(taak_ids, afvinken, taaknaam(namen))
