"""Help may end on its last day: somebody looked, and no heronderzoek is needed."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Afloopreden, Indicatie
from voorzieningen.permissions import waarom_niet_aflopen
from voorzieningen.usecases.ladder_stoppen import ladder_stoppen


@transaction.atomic
def indicatie_laten_aflopen(
    *, indicatie_id, reden: str, door: Actor, vandaag: datetime.date, versie: int | None = None
) -> Indicatie:
    """The reminders stop. A second click changes nothing; another last day begins the ladder anew."""
    indicatie = indicatie_vergrendelen(indicatie_id, door=door)
    if indicatie.loopt_af_op:
        return indicatie
    indicatie.check_versie(versie)
    if waarom := waarom_niet_aflopen(indicatie):
        raise OngeldigeOvergang(waarom)
    if reden not in Afloopreden.values:
        raise ValidationError({"reden": "Kies waarom de hulp mag aflopen."})
    indicatie.loopt_af_op, indicatie.loopt_af_reden = vandaag, reden
    indicatie.bewaren(door=door, reden="hulp mag aflopen")
    ladder_stoppen(indicatie_ids=[indicatie.pk], door=door, reden="hulp mag aflopen")
    gebeurtenissen.hulp_mag_aflopen(indicatie, door=door)
    return indicatie


def indicatie_vergrendelen(indicatie_id, *, door: Actor, recht: Recht = Recht.INHOUD_BEWERKEN) -> Indicatie:
    """Zaak first, then the row; invisible is DoesNotExist, visible but not allowed a sentence."""
    zaak_id = (
        Indicatie.objects.voor(door, Recht.PROCES_INZIEN)
        .values_list("zaak_id", flat=True)
        .get(pk=indicatie_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht)
    indicatie = Indicatie.objects.vergrendelen(indicatie_id)
    indicatie.zaak = zaak
    return indicatie
