"""A second person approves a version of a letter template: from then on it is used."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Sjabloon
from beschikkingen.permissions import check_mag_sjabloon_goedkeuren
from beschikkingen.sjabloondelen import ontbreekt_in_sjabloon
from beschikkingen.statussen import SJABLOON_OVERGANGEN, SjabloonStatus
from toegang.models import Actor
from toegang.statussen import check_overgang
from toegang.usecases import taken


@transaction.atomic
def sjabloon_goedkeuren(
    *, sjabloon_id, door: Actor, vandaag: datetime.date, versie: int | None = None
) -> Sjabloon:
    """The version that was in use ends; a besluit that left its draft keeps the version it went on with."""
    sjabloon = Sjabloon.objects.select_related("opgesteld_door", "goedgekeurd_door").vergrendelen(sjabloon_id)
    if sjabloon.status == SjabloonStatus.GOEDGEKEURD and sjabloon.goedgekeurd_door == door:
        return sjabloon
    check_overgang(SJABLOON_OVERGANGEN, sjabloon.status, SjabloonStatus.GOEDGEKEURD)
    check_mag_sjabloon_goedkeuren(door, sjabloon)
    sjabloon.check_versie(versie)
    if mist := ontbreekt_in_sjabloon(sjabloon.uitkomst, sjabloon.delen):
        raise ValidationError(mist)
    zelfde = Sjabloon.objects.van_soort(sjabloon.uitkomst, sjabloon.product_id).in_gebruik()
    for oud in zelfde.select_for_update(of=("self",), no_key=True).order_by("pk"):
        oud.status, oud.vervangen_op, oud.vervangen_door = SjabloonStatus.VERVANGEN, vandaag, door
        oud.bewaren(door=door, reden=f"vervangen door versie {sjabloon.nummer}")
    sjabloon.status = SjabloonStatus.GOEDGEKEURD
    sjabloon.goedgekeurd_op, sjabloon.goedgekeurd_door = vandaag, door
    sjabloon.bewaren(door=door, reden="goedgekeurd")
    taken.afhandelen("sjabloon_goedkeuren", sjabloon.pk, door=door)
    return sjabloon
