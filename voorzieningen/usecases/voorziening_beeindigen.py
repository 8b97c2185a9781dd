"""What is there no more leaves the kaart on its day; who was referred to it stays known."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang
from voorzieningen.kaartrechten import check_mag_kaart_beheren, waarom_niet_wijzigen
from voorzieningen.models import AlgemeneVoorziening

VERST = datetime.timedelta(days=366)


@transaction.atomic
def voorziening_beeindigen(
    *, voorziening_id, beeindigd_op: datetime.date, omdat: str, door: Actor, vandaag: datetime.date,
    versie: int | None = None,
) -> AlgemeneVoorziening:  # fmt: skip
    """From `beeindigd_op` nobody finds it; a day within a year, or one that has passed."""
    check_mag_kaart_beheren(door)
    rij = AlgemeneVoorziening.objects.vergrendelen(voorziening_id)
    rij.check_versie(versie)
    if reden := waarom_niet_wijzigen(rij):
        raise OngeldigeOvergang(reden)
    if abs(beeindigd_op - vandaag) > VERST:
        raise ValidationError({"beeindigd_op": "Kies een dag die hoogstens een jaar van vandaag ligt"})
    rij.beeindigd_op, rij.beeindigd_omdat = beeindigd_op, omdat.strip()
    return rij.bewaren(door=door, reden="voorziening beëindigd")
