"""What a form from outside says about the person, for who has to find him; reading only."""

import re

from toegang.models import Contactmoment, Inzending, Taak


def inzending_van(contact: Contactmoment) -> Inzending | None:
    """What came with this contact, when it came by a form; the contact was read with `inzending`."""
    return getattr(contact, "inzending", None)


def ligt_bij(contact: Contactmoment) -> str:
    """The contact person who has this referral now: the desk waits for what he hears."""
    if inzending_van(contact) is None:
        return ""
    taak = Taak.objects.open().filter(sleutel=f"verwijzing:{contact.pk}").select_related("medewerker").first()
    return taak.medewerker.naam if taak and taak.medewerker else ""


def zoekbegin(contact: Contactmoment) -> dict[str, str]:
    """The search fields as the sender filled them in; the BSN stays where it is."""
    inzending = inzending_van(contact)
    if inzending is None:
        return {}
    nummer = re.match(r"[0-9]{1,5}", inzending.huisnummer)
    return {
        "zoek_naam": contact.te_koppelen_naam, "zoek_geboren": inzending.geboren,
        "zoek_postcode": inzending.postcode, "zoek_huisnummer": nummer[0] if nummer else "",
    }  # fmt: skip
