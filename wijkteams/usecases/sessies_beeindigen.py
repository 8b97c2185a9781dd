"""A colleague ends what is signed in elsewhere in her name; a new password or second factor does it by itself."""

import datetime

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.module_loading import import_string

from toegang.models import Actor
from toegang.sessies import Ingelogd, ingelogd


def sessies_van(door: Actor, nu: datetime.datetime) -> list[Ingelogd]:
    """Where this colleague is signed in."""
    opslag = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    return ingelogd(opslag, nu, **{SESSION_KEY: str(door.medewerker_id)})


@transaction.atomic
def sessies_beeindigen(*, door: Actor, nu: datetime.datetime, behalve: str, merk: str = "") -> int:
    """All of hers but the one she uses (`behalve`), or the one that `merk` names; how many. Gone is gone at once."""
    weg = [s.sleutel for s in sessies_van(door, nu) if s.sleutel != behalve and (not merk or s.merk == merk)]
    return Session.objects.filter(session_key__in=weg).delete()[0]
