"""Offer a draft of a letter template to a second person."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Sjabloon
from beschikkingen.permissions import check_mag_sjabloon_schrijven
from beschikkingen.sjabloondelen import ontbreekt_in_sjabloon
from beschikkingen.statussen import SJABLOON_OVERGANGEN, SjabloonStatus
from toegang.models import Actor
from toegang.rechten import Rol
from toegang.statussen import check_overgang
from toegang.usecases import taken

BINNEN = datetime.timedelta(days=7)


@transaction.atomic
def sjabloon_indienen(
    *, sjabloon_id, door: Actor, vandaag: datetime.date, versie: int | None = None
) -> Sjabloon:
    """Refused with the whole list while something that the law asks is missing."""
    sjabloon = Sjabloon.objects.select_related("opgesteld_door").vergrendelen(sjabloon_id)
    check_mag_sjabloon_schrijven(door, sjabloon)
    check_overgang(SJABLOON_OVERGANGEN, sjabloon.status, SjabloonStatus.TER_GOEDKEURING)
    sjabloon.check_versie(versie)
    if mist := ontbreekt_in_sjabloon(sjabloon.uitkomst, sjabloon.delen):
        raise ValidationError(mist)
    sjabloon.status, sjabloon.opmerking = SjabloonStatus.TER_GOEDKEURING, ""
    sjabloon.bewaren(door=door, reden="ter goedkeuring")
    taken.afhandelen("sjabloon_aanpassen", sjabloon.pk, door=door)
    taken.klaarzetten(
        "sjabloon_goedkeuren", f"Briefsjabloon goedkeuren: {sjabloon.naam()}", door=door,
        uiterlijk=vandaag + BINNEN, adres="beschikkingen:sjabloon", adres_pk=sjabloon.pk,
        rol=Rol.BEHEERDER if door.rechten.heeft_rol(Rol.JURIST) else Rol.JURIST,
    )  # fmt: skip
    return sjabloon
