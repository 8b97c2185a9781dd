"""Help goes on until a later day: the reminders begin anew for that day."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie
from voorzieningen.permissions import GELDEND
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_vergrendelen
from voorzieningen.usecases.ladder_stoppen import ladder_stoppen


@transaction.atomic
def indicatie_verlengen(
    *, indicatie_id, einddatum: datetime.date, door: Actor, vandaag: datetime.date
) -> Indicatie:
    """Extend what runs when that is possible (iWmo OP380). Called by what may say so: `opdracht_verlengen`."""
    indicatie = indicatie_vergrendelen(indicatie_id, door=door, recht=Recht.UITVOERING_INZIEN)
    if indicatie.status not in GELDEND:
        raise OngeldigeOvergang("Deze hulp loopt niet meer. Stel nieuwe hulp voor.")
    if indicatie.einddatum == einddatum:
        return indicatie
    if einddatum < indicatie.einddatum:
        raise ValidationError({"einddatum": "Kies een dag na de einddatum die er nu staat."})
    indicatie.einddatum, indicatie.loopt_af_op, indicatie.loopt_af_reden = einddatum, None, ""
    indicatie.bewaren(door=door, reden="verlengd")
    ladder_stoppen(indicatie_ids=[indicatie.pk], door=door, reden="hulp verlengd")
    gebeurtenissen.hulp_verlengd(indicatie, door=door)
    return indicatie
