"""The address by which an organisation refers: its link's number, signed. It is never kept, so it is shown once."""

import datetime
from uuid import UUID

from django.core import signing

from toegang.models import Verwijslink

ZOUT = "toegang.verwijslink"
DAGEN = 365  # how long a link holds when nobody says otherwise


def token_van(link: Verwijslink) -> str:
    """The part of the address that opens the form."""
    return signing.dumps(link.pk.hex, salt=ZOUT)


def link_van(token: str, dag: datetime.date) -> Verwijslink | None:
    """The link that opens the form on this day; None, without saying why, when none does."""
    try:
        pk = UUID(signing.loads(token, salt=ZOUT))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
    return Verwijslink.objects.geldig(dag).select_related("organisatie").filter(pk=pk).first()
