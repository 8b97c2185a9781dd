"""How a use-case about a contact begins: fetch what the Actor may see, and lock it."""

import datetime

from django.core.exceptions import PermissionDenied

from toegang.models import Actor, Contactmoment, ContactSoort, Zaak
from toegang.models.basis import zonder_oud
from toegang.rechten import Recht, Rol
from toegang.statussen import ContactStatus, OngeldigeOvergang


def contact_vergrendelen(contact_id, *, door: Actor, vandaag: datetime.date | None = None) -> Contactmoment:
    """Invisible raises DoesNotExist (404). Lock order: the zaak first, when there is one."""
    contact = Contactmoment.objects.voor(door, vandaag).select_related("inwoner", "zaak").get(pk=contact_id)
    if contact.zaak_id:
        Zaak.objects.vergrendelen(contact.zaak_id)
    return zonder_oud(
        Contactmoment.objects.select_related("inwoner", "zaak__regisseur", "opgepakt_door")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=contact_id)
    )


def check_mag_afhandelen(door: Actor, contact: Contactmoment) -> None:
    """The administratie, who writes in the zaak of this contact, or the jurist when it is a bezwaar."""
    if door.rechten.heeft_rol(Rol.ADMINISTRATIE):
        return
    if contact.soort == ContactSoort.BEZWAAR and door.rechten.heeft_rol(Rol.JURIST):
        return
    if contact.zaak_id and Zaak.objects.voor(door, Recht.INHOUD_BEWERKEN).filter(pk=contact.zaak_id).exists():
        return
    raise PermissionDenied("De administratie handelt dit contact af.")


def check_open(contact: Contactmoment) -> None:
    """Raise with a sentence when nothing can be done with it any more."""
    if contact.status == ContactStatus.AFGEHANDELD:
        raise OngeldigeOvergang("Dit contact is afgehandeld en verandert niet meer.")
