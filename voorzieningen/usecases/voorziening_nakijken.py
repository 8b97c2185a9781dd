"""Somebody called or looked: what stands on the kaart is still true."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang
from voorzieningen.kaartrechten import check_mag_kaart_beheren, waarom_niet_wijzigen
from voorzieningen.models import AlgemeneVoorziening


@transaction.atomic
def voorziening_nakijken(*, voorziening_id, door: Actor, vandaag: datetime.date) -> AlgemeneVoorziening:
    """The day and the colleague stand beside it; twice on one day by the same is once."""
    check_mag_kaart_beheren(door)
    rij = AlgemeneVoorziening.objects.vergrendelen(voorziening_id)
    if reden := waarom_niet_wijzigen(rij):
        raise OngeldigeOvergang(reden)
    if (rij.nagekeken_op, rij.nagekeken_door) == (vandaag, door):
        return rij
    rij.nagekeken_op, rij.nagekeken_door = vandaag, door
    return rij.bewaren(door=door, reden="nagekeken")
