"""The help is ordered from the provider (iWmo/iJw 301), by message, portal or letter: written down here."""

import datetime

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from toegang import feestdagentabel
from toegang.models import Actor
from toegang.opmaak import datum
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from voorzieningen import gebeurtenissen
from voorzieningen.models import Levering, Stopreden
from voorzieningen.permissions import waarom_niet_toewijzen
from voorzieningen.toewijsregels import begint_uiterlijk
from voorzieningen.usecases.levering_openen import levering_vergrendelen

TOEWIJZEN = "toewijzen"


@transaction.atomic
def levering_toewijzen(
    *,
    indicatie_id,
    toegewezen_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    versie: int | None = None,
) -> Levering:
    """Its number is our own and of this order only (OP275, TR332). A second click gives the same order back."""
    indicatie, levering = levering_vergrendelen(indicatie_id, door=door)
    if levering and levering.toegewezen_op == toegewezen_op and not levering.gestopt_op:
        return levering
    if levering:
        levering.check_versie(versie)
    if waarom := waarom_niet_toewijzen(indicatie, levering):
        raise OngeldigeOvergang(waarom)
    verleend_op = levering.verleend_op if levering else toegewezen_op
    if not verleend_op <= toegewezen_op <= vandaag:
        zin = f"Kies een dag van {datum(verleend_op)} tot en met {datum(vandaag)}"
        raise ValidationError({"toegewezen_op": zin})
    feestdagentabel.actueel()
    levering = levering or Levering(indicatie=indicatie, verleend_op=verleend_op)
    if levering.stopreden == Stopreden.VERWIJDERD:  # ordered by mistake: this is the order that counts
        levering.gestopt_op, levering.stopreden = None, ""
        levering.begonnen_op = levering.niet_geleverd_op = None
    levering.toegewezen_op, levering.toewijzingnummer = toegewezen_op, volgend_nummer()
    levering.uiterlijk_begin_op = begint_uiterlijk(toegewezen_op, indicatie.ingangsdatum)
    levering.bewaren(door=door, reden="hulp toegewezen aan de aanbieder")
    gebeurtenissen.levering_toegewezen(indicatie, door=door, op=toegewezen_op)
    taken.afhandelen(TOEWIJZEN, indicatie.pk, door=door)
    return levering


def volgend_nummer() -> int:
    """Never given twice; a number that was not used stays unused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('voorzieningen_toewijzingnummer')")
        return cursor.fetchone()[0]
