"""The consulent chooses the day on which he looks again whether help still fits (Wmo 2015 art. 2.3.9)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie
from voorzieningen.permissions import waarom_niet_plannen
from voorzieningen.usecases.hulp_vooruitzien import HERONDERZOEK
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_vergrendelen

EEN_DAG = datetime.timedelta(days=1)


@transaction.atomic
def heronderzoek_plannen(
    *, indicatie_id, heronderzoek_op: datetime.date | None, door: Actor, vandaag: datetime.date,
    versie: int | None = None,
) -> Indicatie:  # fmt: skip
    """On that day the regisseur gets a task; one that stood for an earlier day is done. None: at the reminders."""
    indicatie = indicatie_vergrendelen(indicatie_id, door=door)
    if indicatie.heronderzoek_op == heronderzoek_op:
        return indicatie
    indicatie.check_versie(versie)
    if waarom := waarom_niet_plannen(indicatie):
        raise OngeldigeOvergang(waarom)
    if heronderzoek_op is not None and not vandaag < heronderzoek_op < indicatie.einddatum:
        zin = f"Kies een dag van {datum(vandaag + EEN_DAG)} tot en met {datum(indicatie.einddatum - EEN_DAG)}"
        raise ValidationError({"heronderzoek_op": zin})
    indicatie.heronderzoek_op, indicatie.heronderzoek_gevraagd_op = heronderzoek_op, None
    indicatie.bewaren(door=door, reden="dag om opnieuw te kijken gekozen")
    taken.afhandelen(HERONDERZOEK, indicatie.pk, door=door)
    gebeurtenissen.heronderzoek_gepland(indicatie, door=door)
    return indicatie
