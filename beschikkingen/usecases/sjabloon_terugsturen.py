"""Back to the draft, with a remark; the author may take it back too."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Sjabloon
from beschikkingen.permissions import check_mag_sjablonen
from beschikkingen.statussen import SJABLOON_OVERGANGEN, SjabloonStatus
from beschikkingen.usecases.sjabloon_indienen import BINNEN
from toegang.models import Actor
from toegang.statussen import check_overgang
from toegang.usecases import taken


@transaction.atomic
def sjabloon_terugsturen(*, sjabloon_id, door: Actor, vandaag: datetime.date, opmerking: str) -> Sjabloon:
    """Who wrote it gets a task, unless he took it back himself."""
    sjabloon = Sjabloon.objects.select_related("opgesteld_door__medewerker").vergrendelen(sjabloon_id)
    check_mag_sjablonen(door)
    check_overgang(SJABLOON_OVERGANGEN, sjabloon.status, SjabloonStatus.CONCEPT)
    if not opmerking.strip():
        raise ValidationError({"opmerking": "Schrijf op wat er anders moet"})
    sjabloon.status, sjabloon.opmerking = SjabloonStatus.CONCEPT, opmerking.strip()
    sjabloon.bewaren(door=door, reden="teruggestuurd")
    taken.afhandelen("sjabloon_goedkeuren", sjabloon.pk, door=door)
    if sjabloon.opgesteld_door != door:
        taken.klaarzetten(
            "sjabloon_aanpassen", f"Briefsjabloon aanpassen: {sjabloon.naam()}", door=door, uiterlijk=vandaag + BINNEN,
            adres="beschikkingen:sjabloon", adres_pk=sjabloon.pk, medewerker=sjabloon.opgesteld_door.medewerker,
        )  # fmt: skip
    return sjabloon
