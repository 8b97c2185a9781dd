"""A colleague is told what happened to something he worked on; the task goes when he has read it."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from toegang.models import Actor, Contactmoment, Taak, Zaak
from toegang.moment import nu
from toegang.usecases import taken

SOORT = "gezien"


def inlichten(
    wie: Iterable[Actor | None],
    onderwerp: Contactmoment | Zaak,
    zin: str,
    *,
    door: Actor,
    vandaag: datetime.date,
) -> None:
    """One task for each of these colleagues but the one who acts; the sentence names nobody who came to the desk."""
    medewerkers = {a.medewerker_id: a.medewerker for a in wie if a is not None and a.medewerker_id}
    for pk, medewerker in sorted(medewerkers.items()):
        if pk != door.medewerker_id:
            taken.klaarzetten(
                f"{SOORT}_{pk}", zin, door=door, medewerker=medewerker, uiterlijk=vandaag, adres="toegang:gezien",
                adres_pk=onderwerp.pk,
            )  # fmt: skip


def te_lezen(contact_id, *, door: Actor):
    """What waits for this colleague to be read about this contact."""
    return Taak.objects.voor(door).open().filter(sleutel=f"{SOORT}_{door.medewerker_id}:{contact_id}")


@transaction.atomic
def gezien(*, contact_id, door: Actor) -> None:
    """The colleague read it; a second time changes nothing."""
    for taak in te_lezen(contact_id, door=door):
        taak.afgehandeld_om, taak.afgehandeld_door = nu(), door
        taak.bewaren(door=door, reden="gelezen")
