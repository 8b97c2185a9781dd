"""*Uitloggen* on a device: what may still lie on its disk can never be opened again."""

import datetime
from uuid import UUID

from django.db import transaction

from toegang.models import Actor
from wijkteams.models import Apparaat


@transaction.atomic
def apparaat_beeindigen(*, apparaat_id: UUID, door: Actor, nu: datetime.datetime) -> None:
    """Raises DoesNotExist when it is not a device of this colleague; a second time changes nothing."""
    apparaat = Apparaat.objects.select_for_update(of=("self",), no_key=True).get(pk=apparaat_id, actor=door)
    if apparaat.beeindigd_om is None:
        apparaat.beeindigd_om, apparaat.geheim = nu, None
        apparaat.save(update_fields=["beeindigd_om", "geheim"])
