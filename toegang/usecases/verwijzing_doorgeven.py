"""The fixed contact person has talked: the desk links the person and opens the zaak."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from toegang.models import Actor, Contactmoment, Inzending, Taak
from toegang.rechten import Rol
from toegang.usecases import taken
from toegang.usecases.contact_ophalen import check_open, contact_vergrendelen


def mag_doorgeven(door: Actor, contact: Contactmoment) -> bool:
    """Who has the task of this contact by name."""
    return door.medewerker_id is not None and _taak(door, contact).exists()


def _taak(door: Actor, contact: Contactmoment):
    return Taak.objects.open().filter(sleutel=f"verwijzing:{contact.pk}", medewerker_id=door.medewerker_id)


@transaction.atomic
def verwijzing_doorgeven(
    *, contact_id, bevinding: str, door: Actor, vandaag: datetime.date, versie: int | None = None
) -> Contactmoment:
    """Keep what was heard, and pass the referral on; from here it is the desk's, and no longer on my list."""
    contact = contact_vergrendelen(contact_id, door=door)
    if not mag_doorgeven(door, contact):
        raise PermissionDenied("De vaste contactpersoon van de organisatie geeft deze verwijzing door.")
    check_open(contact)
    inzending = Inzending.objects.vergrendelen(contact.inzending.pk)
    inzending.check_versie(versie)
    inzending.bevinding = bevinding
    inzending.bewaren(door=door, reden="gesproken en doorgegeven aan de administratie")
    taken.afhandelen("verwijzing", contact.pk, door=door)
    taken.klaarzetten(
        "verwijzing_gesproken", "Verwijzing, gesproken door het wijkteam: koppel de inwoner en open een zaak.",
        door=door, uiterlijk=vandaag, contactmoment=contact, rol=Rol.ADMINISTRATIE, adres="toegang:contact",
        adres_pk=contact.pk,
    )  # fmt: skip
    return contact
