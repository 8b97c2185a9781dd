"""A browser becomes a device that may hold visits: it gets its salt and its recovery key."""

import base64
import datetime
import os
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from toegang.bsn import ontsleutel, versleutel_tekst
from toegang.models import Actor
from wijkteams.models import Apparaat

BYTES = 32
# PBKDF2-HMAC-SHA256 (OWASP 2026); the device keeps the number with its wrapped key
ITERATIES = 600_000


@dataclass(frozen=True)
class Apparaatgeheim:
    """What the device asks to wrap or unwrap its key; both halves in base64."""

    apparaat: UUID
    zout: str
    herstel: str
    iteraties: int


@transaction.atomic
def apparaat_beginnen(*, door: Actor, nu: datetime.datetime) -> Apparaatgeheim:
    """Random, never derived from the person or the PIN; the PIN itself never comes here."""
    tekst = " ".join(base64.b64encode(os.urandom(BYTES)).decode() for _ in range(2))
    apparaat = Apparaat.objects.create(actor=door, geheim=versleutel_tekst(tekst), begonnen_om=nu)
    return geheim_van(apparaat)


def geheim_van(apparaat: Apparaat) -> Apparaatgeheim:
    """Of a device that was not signed out."""
    zout, herstel = ontsleutel(bytes(apparaat.geheim or b"")).split(" ")
    return Apparaatgeheim(apparaat.pk, zout, herstel, ITERATIES)
