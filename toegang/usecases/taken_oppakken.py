"""A colleague takes tasks of his role: from then on they are his, and gone from the others' lists."""

from collections.abc import Collection

from django.db import transaction

from toegang.bulk import Uitslag, elk_apart
from toegang.models import Actor, Taak
from toegang.usecases.taak_ophalen import taak_vergrendelen, taaknaam
from toegang.werkregels import waarom_niet_oppakken


@transaction.atomic
def taken_oppakken(*, taak_ids: Collection, door: Actor) -> Uitslag:
    """Each by itself; who came second reads who has it. What is mine already stays mine."""
    namen: dict = {}

    def oppakken(pk) -> str:
        taak: Taak = taak_vergrendelen(pk, door=door, namen=namen)
        if waarom := waarom_niet_oppakken(door, taak):
            return waarom
        if taak.medewerker_id != door.medewerker_id:
            taak.medewerker_id = door.medewerker_id
            taak.bewaren(door=door, reden="taak opgepakt")
        return ""

    return elk_apart(taak_ids, oppakken, taaknaam(namen))
