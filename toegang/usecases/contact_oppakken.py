"""One colleague takes a contact: the next one reads who has it."""

import datetime

from django.db import transaction

from toegang.models import Actor, Contactmoment
from toegang.statussen import CONTACT_OVERGANGEN, ContactStatus, OngeldigeOvergang, check_overgang
from toegang.usecases.collega_inlichten import inlichten
from toegang.usecases.contact_ophalen import check_mag_afhandelen, check_open, contact_vergrendelen


@transaction.atomic
def contact_oppakken(
    *, contact_id, door: Actor, vandaag: datetime.date, overnemen: bool = False
) -> Contactmoment:
    """Take it, or take it over from a colleague who is told; what is mine already stays mine."""
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_mag_afhandelen(door, contact)
    check_open(contact)
    vorige = contact.opgepakt_door
    if vorige == door:
        return contact
    if vorige and not overnemen:
        raise OngeldigeOvergang(
            f"{vorige.naam} heeft dit contact al opgepakt. Neem het over als dat nodig is."
        )
    oppakken(contact, door=door)
    contact.bewaren(door=door, reden="contact overgenomen" if vorige else "contact opgepakt")
    inlichten([vorige], contact, "Een collega nam een contact van u over.", door=door, vandaag=vandaag)
    return contact


def oppakken(contact: Contactmoment, *, door: Actor) -> None:
    """For a contact that is locked; the caller saves it."""
    contact.opgepakt_door = door
    if contact.status == ContactStatus.NIEUW:
        check_overgang(CONTACT_OVERGANGEN, contact.status, ContactStatus.IN_BEHANDELING)
        contact.status = ContactStatus.IN_BEHANDELING
