"""The provider says that it began (iWmo/iJw 305)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from voorzieningen import gebeurtenissen
from voorzieningen.models import Levering
from voorzieningen.permissions import waarom_niet_starten
from voorzieningen.usecases.levering_openen import levering_vergrendelen

NIET_GELEVERD = "niet_geleverd"


@transaction.atomic
def levering_starten(
    *,
    indicatie_id,
    begonnen_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    versie: int | None = None,
) -> Levering:
    """From the first day that was granted, at most today. The task that it did not begin is done."""
    indicatie, levering = levering_vergrendelen(indicatie_id, door=door)
    if levering and levering.begonnen_op == begonnen_op:
        return levering
    waarom = waarom_niet_starten(levering)
    if levering is None or waarom:
        raise OngeldigeOvergang(waarom)
    levering.check_versie(versie)
    laatste = min(vandaag, indicatie.einddatum)
    if not indicatie.ingangsdatum <= begonnen_op <= laatste:
        zin = f"Kies een dag van {datum(indicatie.ingangsdatum)} tot en met {datum(laatste)}"
        if laatste < indicatie.ingangsdatum:
            zin = f"De hulp gaat in op {datum(indicatie.ingangsdatum)}. Eerder kan de aanbieder niet beginnen"
        raise ValidationError({"begonnen_op": zin})
    levering.begonnen_op = begonnen_op
    levering.bewaren(door=door, reden="aanbieder is begonnen")
    gebeurtenissen.levering_begonnen(indicatie, door=door, op=begonnen_op)
    taken.afhandelen(NIET_GELEVERD, indicatie.pk, door=door)
    return levering
