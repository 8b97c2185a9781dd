"""What a form from outside says about the person, for who has to find him; reading only."""

import re

from toegang.models import Contactmoment, Inzending


def inzending_van(contact: Contactmoment) -> Inzending | None:
    """What came with this contact, when it came by a form; the contact was read with `inzending`."""
    return getattr(contact, "inzending", None)


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
