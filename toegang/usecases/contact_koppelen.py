"""A contact gets the inwoner it is about; a wrong link is undone by `koppeling_herstellen`."""

from django.db import transaction

from toegang.models import Actor, Contactmoment
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import ContactStatus, OngeldigeOvergang
from toegang.usecases.contact_ophalen import contact_vergrendelen
from toegang.usecases.wensen_overnemen import wensen_overnemen
from toegang.zoeken import zichtbaar_voor


@transaction.atomic
def contact_koppelen(*, contact_id, inwoner_id, door: Actor) -> Contactmoment:
    """Link the contact to an inwoner that the reader may find."""
    check_rol(door, Rol.ADMINISTRATIE)
    contact = contact_vergrendelen(contact_id, door=door)
    inwoner = zichtbaar_voor(door).get(pk=inwoner_id)
    if contact.inwoner_id == inwoner.pk:
        return contact
    if contact.inwoner_id or contact.zaak_id:
        raise OngeldigeOvergang("Dit contact is al gekoppeld. Gaat het over een ander? Herstel de koppeling.")
    if contact.status == ContactStatus.AFGEHANDELD:
        raise OngeldigeOvergang("Dit contact is afgehandeld en verandert niet meer.")
    contact.inwoner, contact.anoniem = inwoner, False
    wensen_overnemen(contact=contact, door=door)
    return contact.bewaren(door=door, reden="inwoner gekoppeld")
