"""Help stops before its last day: a death, a move, a besluit that ended it (Wmo 2015 art. 2.3.10)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.statussen import check_overgang
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie
from voorzieningen.statussen import INDICATIE_OVERGANGEN, IndicatieStatus
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_vergrendelen
from voorzieningen.usecases.ladder_stoppen import ladder_stoppen


@transaction.atomic
def indicatie_beeindigen(
    *, indicatie_id, laatste_dag: datetime.date, reden: str, door: Actor, vandaag: datetime.date,
    versie: int | None = None,
) -> Indicatie:  # fmt: skip
    """The last day of help that runs, at most today; the last day that was granted stays on the row."""
    indicatie = indicatie_vergrendelen(indicatie_id, door=door)
    if indicatie.status == IndicatieStatus.BEEINDIGD and indicatie.beeindigd_op == laatste_dag:
        return indicatie
    indicatie.check_versie(versie)
    check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.BEEINDIGD)
    if not indicatie.ingangsdatum <= laatste_dag <= min(vandaag, indicatie.einddatum):
        raise ValidationError(
            {"laatste_dag": f"Kies een dag van {datum(indicatie.ingangsdatum)} tot en met {datum(vandaag)}."}
        )
    indicatie.status, indicatie.beeindigd_op = IndicatieStatus.BEEINDIGD, laatste_dag
    indicatie.bewaren(door=door, reden=f"beëindigd: {reden}")
    ladder_stoppen(indicatie_ids=[indicatie.pk], door=door, reden="hulp beëindigd")
    gebeurtenissen.hulp_beeindigd(indicatie, door=door)
    return indicatie
