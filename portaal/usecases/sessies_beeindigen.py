"""A citizen who just signed in anew ends every session that runs elsewhere in his name."""

import datetime
from uuid import UUID

from django.db import transaction

from portaal.middleware import IK
from portaal.models import Portaalsessie
from portaal.sessies import SessionStore
from toegang.sessies import Ingelogd, ingelogd


def sessies_van(ik: UUID, nu: datetime.datetime) -> list[Ingelogd]:
    """Where this person is signed in, whoever he looks for."""
    return ingelogd(SessionStore, nu, **{IK: str(ik)})


@transaction.atomic
def sessies_beeindigen(*, door: UUID, nu: datetime.datetime) -> int:
    """All that are kept now: the one that begins is not among them yet. How many; `door`: who signed in."""
    weg = [s.sleutel for s in sessies_van(door, nu)]
    return Portaalsessie.objects.filter(session_key__in=weg).delete()[0]
