"""Take a proposal back before it was decided on."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie
from voorzieningen.permissions import check_mag_intrekken
from voorzieningen.statussen import INDICATIE_OVERGANGEN, IndicatieStatus
from voorzieningen.vastgezet import waarom_vast


@transaction.atomic
def indicatie_intrekken(*, indicatie_id, door: Actor, vandaag: datetime.date, reden: str = "") -> Indicatie:
    """Only while it is proposed, and not while it stands in a besluit that is on its way."""
    zaak_id = (
        Indicatie.objects.voor(door, Recht.PROCES_INZIEN)
        .values_list("zaak_id", flat=True)
        .get(pk=indicatie_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    indicatie = Indicatie.objects.vergrendelen(indicatie_id)
    check_mag_intrekken(zaak, indicatie)
    check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.INGETROKKEN)
    if waarom := waarom_vast(indicatie):
        raise OngeldigeOvergang(waarom)
    indicatie.status = IndicatieStatus.INGETROKKEN
    indicatie.bewaren(door=door, reden=reden or f"voorstel ingetrokken op {vandaag:%d-%m-%Y}")
    gebeurtenissen.indicatie_ingetrokken(indicatie, door=door)
    return indicatie
