"""Tasks go to a colleague who can do them; the dossier stays with its regisseur."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.bulk import Uitslag, elk_apart
from toegang.models import Actor
from toegang.usecases.taak_ophalen import taak_vergrendelen, taaknaam
from toegang.werkregels import Ontvanger, waarom_niet_overdragen


@transaction.atomic
def taken_overdragen(
    *, taak_ids: Collection[UUID], naar_id: int, door: Actor, van: Mapping[UUID, int | None] | None = None
) -> Uitslag:
    """Each by itself. `van`: who had it when the reader saw the list; what went elsewhere since is left there."""
    namen: dict = {}
    naar = Ontvanger.lezen(naar_id)
    if naar is None:
        raise ValidationError("Deze collega werkt hier niet meer. Kies een ander.")

    def overdragen(pk) -> str:
        taak = taak_vergrendelen(pk, door=door, namen=namen)
        if taak.medewerker_id == naar.medewerker.pk:
            return ""
        if van is not None and taak.medewerker_id != van.get(pk):
            return (
                f"is intussen bij {taak.medewerker.naam}." if taak.medewerker else "is intussen teruggelegd."
            )
        if waarom := waarom_niet_overdragen(door, taak, naar):
            return waarom
        taak.medewerker = naar.medewerker
        taak.bewaren(door=door, reden="taak overgedragen")
        return ""

    return elk_apart(taak_ids, overdragen, taaknaam(namen))
