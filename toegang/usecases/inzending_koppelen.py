"""Link by the BSN that the sender gave: nobody has to read it, and a birth date that differs refuses it."""

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Contactmoment
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.usecases.contact_koppelen import contact_koppelen
from toegang.usecases.contact_ophalen import contact_vergrendelen
from toegang.zoeken import zichtbaar_voor

ONBEKEND = "Bij dit BSN vinden wij geen inwoner. Zoek op naam en geboortedatum"
ANDER = "Bij dit BSN hoort iemand met een andere geboortedatum. Bel de verwijzer, en zoek de inwoner zelf"


@transaction.atomic
def inzending_koppelen(*, contact_id, door: Actor) -> Contactmoment:
    """Who is not to be seen by this reader is as unknown as who does not exist."""
    check_rol(door, Rol.ADMINISTRATIE)
    inzending = contact_vergrendelen(contact_id, door=door).inzending
    inwoner = zichtbaar_voor(door).filter(bsn_index=bytes(inzending.bsn_index or b"")).first()
    if not inzending.bsn_index or inwoner is None:
        raise ValidationError(ONBEKEND)
    if inzending.geboren and inzending.geboren != inwoner.geboren:
        raise ValidationError(ANDER)
    return contact_koppelen(contact_id=contact_id, inwoner_id=inwoner.pk, door=door)
