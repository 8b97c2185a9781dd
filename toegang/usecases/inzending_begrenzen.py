"""No form is sent without end: a count per hour, by a keyed hash that forgets who it was (docs/keuzes/0015)."""

import datetime
import hashlib
import hmac
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import connection, transaction

from toegang.models import Actor, Teller

UUR = datetime.timedelta(hours=1)
OPHOGEN = """
INSERT INTO toegang_teller (sleutel, aantal, vervalt_om) VALUES (%s, 1, %s)
ON CONFLICT (sleutel) DO UPDATE SET aantal = toegang_teller.aantal + 1 RETURNING aantal
"""


class TeVeel(Exception):
    """Sent too often in this hour; the text is the sentence."""


@transaction.atomic
def inzending_begrenzen(*, soort: str, wie: str, hoogstens: int, door: Actor, nu: datetime.datetime) -> None:
    """Count one more for this sender in this hour; TeVeel above `hoogstens`. Counts of earlier hours go."""
    begin = nu.replace(minute=0, second=0, microsecond=0)
    Teller.objects.filter(vervalt_om__lte=nu).delete()
    with connection.cursor() as cursor:
        cursor.execute(OPHOGEN, [_sleutel(soort, wie, begin), begin + UUR])
        (aantal,) = cursor.fetchone()
    if aantal > hoogstens:
        raise TeVeel(
            "Er zijn het laatste uur te veel formulieren verstuurd. Bel ons, of probeer het over een uur."
        )


def tellers_opruimen(*, door: Actor, nu: datetime.datetime) -> int:
    """Forget the hours that are over, also when nobody sends any more."""
    return Teller.objects.filter(vervalt_om__lte=nu).delete()[0]


def netwerk(adres: str) -> str:
    """What counts as one sender: an IPv4 address, or the /64 of an IPv6 address."""
    try:
        gelezen = ip_address(adres)
    except ValueError:
        return ""
    return str(ip_network(f"{gelezen}/64", strict=False)) if gelezen.version == 6 else str(gelezen)


def _sleutel(soort: str, wie: str, begin: datetime.datetime) -> str:
    """Another key each hour, from the application's secret: what is stored cannot be counted back to an address."""
    sleutel = hmac.new(
        settings.SECRET_KEY.encode(), f"teller {begin.isoformat()}".encode(), hashlib.sha256
    ).digest()
    return hmac.new(sleutel, f"{soort} {wie}".encode(), hashlib.sha256).hexdigest()
