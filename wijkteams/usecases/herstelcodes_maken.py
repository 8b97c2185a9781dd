"""A colleague gets a new set of recovery codes; the old ones end with it."""

import datetime

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction

from toegang.models import Actor
from wijkteams.herstelcodes import TYPE, hash_van, lees_herstelcode, nieuwe_codes
from wijkteams.models import Medewerker
from wijkteams.usecases.sessies_beeindigen import sessies_beeindigen


@transaction.atomic
def herstelcodes_maken(*, door: Actor, nu: datetime.datetime, behalve: str) -> list[str]:
    """The codes, for the only time that they can be read; who is in elsewhere (not in `behalve`) is out.

    `migrated_codes` tells allauth that it has no code of its own to compare with: ours are in `hashes`.
    """
    mens = Medewerker.objects.select_for_update(of=("self",), no_key=True).get(actor=door)
    factoren = Authenticator.objects.filter(user=mens)
    if not factoren.exclude(type=TYPE).exists():
        raise PermissionDenied("Koppel eerst een app voor codes. Daarna kunt u herstelcodes maken.")
    codes = nieuwe_codes()
    hashes = [hash_van(lees_herstelcode(code), mens.pk) for code in codes]
    factoren.filter(type=TYPE).delete()
    Authenticator.objects.create(user=mens, type=TYPE, data={"migrated_codes": [], "hashes": hashes})
    sessies_beeindigen(door=door, nu=nu, behalve=behalve)
    return codes
