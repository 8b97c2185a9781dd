"""Stop using a letter template: new letters have the order that is built in again."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Sjabloon
from beschikkingen.permissions import check_mag_sjablonen
from beschikkingen.statussen import SJABLOON_OVERGANGEN, SjabloonStatus
from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang, check_overgang


@transaction.atomic
def sjabloon_intrekken(*, sjabloon_id, door: Actor, vandaag: datetime.date, reden: str) -> Sjabloon:
    """By one person, for a mistake must be stopped at once: what is built in holds all that the law asks."""
    sjabloon = Sjabloon.objects.vergrendelen(sjabloon_id)
    check_mag_sjablonen(door)
    if sjabloon.status != SjabloonStatus.GOEDGEKEURD:
        raise OngeldigeOvergang("Alleen een versie die in gebruik is, kunt u stoppen.")
    check_overgang(SJABLOON_OVERGANGEN, sjabloon.status, SjabloonStatus.VERVANGEN)
    if not reden.strip():
        raise ValidationError({"opmerking": "Schrijf op waarom deze versie niet meer mag worden gebruikt"})
    sjabloon.status, sjabloon.opmerking = SjabloonStatus.VERVANGEN, reden.strip()
    sjabloon.vervangen_op, sjabloon.vervangen_door = vandaag, door
    return sjabloon.bewaren(door=door, reden="niet meer gebruiken")
