"""A contact that is answered, referred or called back needs no more work."""

import datetime

from django.db import transaction

from toegang.models import Actor, Contactmoment, Zaak
from toegang.statussen import CONTACT_OVERGANGEN, ContactStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.contact_ophalen import check_mag_afhandelen, contact_vergrendelen


@transaction.atomic
def contact_afhandelen(*, contact_id, door: Actor, vandaag: datetime.date, uitkomst: str) -> Contactmoment:
    """Close the contact with what came of it; a second time changes nothing."""
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_mag_afhandelen(door, contact)
    if contact.status == ContactStatus.AFGEHANDELD:
        return contact
    return afhandelen(contact, door=door, uitkomst=uitkomst)


def afhandelen(contact: Contactmoment, *, door: Actor, uitkomst: str) -> Contactmoment:
    """The write itself, for a contact that is locked."""
    check_overgang(CONTACT_OVERGANGEN, contact.status, ContactStatus.AFGEHANDELD)
    contact.status, contact.uitkomst = ContactStatus.AFGEHANDELD, uitkomst
    contact.bewaren(door=door, reden="contact afgehandeld")
    taken.afhandelen("contact", contact.pk, door=door)
    return contact


def contacten_van_zaak_afhandelen(zaak: Zaak, *, door: Actor, uitkomst: str) -> None:
    """The open contacts that led to this zaak end with it."""
    for contact in zaak.contactmomenten.open():
        afhandelen(contact, door=door, uitkomst=uitkomst)
