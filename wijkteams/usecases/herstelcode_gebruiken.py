"""A recovery code in the place of the code of the app: once, and by one of two who come at the same time."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.crypto import constant_time_compare

from toegang.models import Actor
from wijkteams.herstelcodes import TYPE, hash_van, lees_herstelcode


@transaction.atomic
def herstelcode_gebruiken(*, getypt: str, door: Actor) -> Authenticator | None:
    """The row whose code this was, from now on without it; None when it is no code of `door` (any more)."""
    kaal = lees_herstelcode(getypt)
    rij = Authenticator.objects.select_for_update().filter(user_id=door.medewerker_id, type=TYPE).first()
    if not kaal or rij is None:
        return None
    hash_ = hash_van(kaal, door.medewerker_id)
    over = [h for h in rij.data["hashes"] if not constant_time_compare(h, hash_)]
    if len(over) == len(rij.data["hashes"]):
        return None
    rij.data = {**rij.data, "hashes": over}
    rij.save(update_fields=["data"])
    return rij
