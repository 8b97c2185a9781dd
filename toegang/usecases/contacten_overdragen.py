"""Contacts are taken, or go to a colleague, many at a time."""

import datetime
from collections.abc import Collection, Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.bulk import Uitslag, elk_apart
from toegang.models import Actor, Contactmoment
from toegang.statussen import ContactStatus
from toegang.usecases.collega_inlichten import inlichten
from toegang.usecases.contact_ophalen import check_mag_afhandelen, check_open, contact_vergrendelen
from toegang.usecases.contact_oppakken import contact_oppakken
from toegang.werkregels import Ontvanger, waarom_niet_geven
from toegang.werkrijen import contactnaam


@transaction.atomic
def contacten_oppakken(*, contact_ids: Collection[UUID], door: Actor, vandaag: datetime.date) -> Uitslag:
    """Each by itself; who came second reads who has it."""

    def oppakken(pk) -> str:
        contact_oppakken(contact_id=pk, door=door, vandaag=vandaag)
        return ""

    return elk_apart(contact_ids, oppakken, _naam(door, vandaag))


@transaction.atomic
def contacten_overdragen(
    *,
    contact_ids: Collection[UUID],
    naar_id: int,
    door: Actor,
    vandaag: datetime.date,
    van: Mapping[UUID, int | None] | None = None,
) -> Uitslag:
    """Each by itself; who gets it and who had it are told. `van`: who had it (an Actor's key) on the list."""
    naar = Ontvanger.lezen(naar_id)
    if naar is None:
        raise ValidationError("Deze collega werkt hier niet meer. Kies een ander.")

    def overdragen(pk) -> str:
        contact = contact_vergrendelen(pk, door=door, vandaag=vandaag)
        check_mag_afhandelen(door, contact)
        check_open(contact)
        vorige = contact.opgepakt_door
        if vorige == naar.medewerker.actor:
            return ""
        if van is not None and contact.opgepakt_door_id != van.get(pk):
            return f"is intussen bij {vorige.naam}." if vorige else "is intussen teruggelegd."
        if waarom := waarom_niet_geven(contact, naar):
            return waarom
        contact.opgepakt_door, contact.status = naar.medewerker.actor, ContactStatus.IN_BEHANDELING
        contact.bewaren(door=door, reden="contact overgedragen")
        inlichten(
            [vorige], contact, "Een collega gaf een contact van u aan een ander.", door=door, vandaag=vandaag
        )
        inlichten(
            [naar.medewerker.actor], contact, "Nieuw voor u: een contact van een collega.", door=door, vandaag=vandaag
        )  # fmt: skip
        return ""

    return elk_apart(contact_ids, overdragen, _naam(door, vandaag))


def _naam(door: Actor, vandaag: datetime.date):
    def naam(pk) -> str:
        contact = Contactmoment.objects.voor(door, vandaag).select_related("inwoner").filter(pk=pk).first()
        return contactnaam(contact) if contact else "Een contact"

    return naam
