"""The days that come by themselves: help begins, help ends."""

import datetime
from collections.abc import Callable
from functools import partial

from toegang.models import Actor
from toegang.statussen import check_overgang
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie
from voorzieningen.statussen import INDICATIE_OVERGANGEN, IndicatieStatus
from voorzieningen.usecases.indicaties_toekennen import begin_laten_lopen
from voorzieningen.usecases.nachtwerk import elke_rij

ALLE = 100_000


def indicaties_starten(*, vandaag: datetime.date) -> int:
    """What was granted and begins today (or began while nobody looked) runs; one transaction each, safe to repeat."""
    return _elk(Indicatie.objects.te_starten(vandaag), begin_laten_lopen, "begint")


def indicaties_aflopen(*, vandaag: datetime.date) -> int:
    """What had its last day has ended."""
    return _elk(Indicatie.objects.afgelopen(vandaag), _laten_aflopen, "loopt af")


def _laten_aflopen(indicatie: Indicatie, *, door: Actor) -> None:
    check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.BEEINDIGD)
    indicatie.status = IndicatieStatus.BEEINDIGD
    indicatie.beeindigd_op = indicatie.einddatum
    indicatie.bewaren(door=door, reden="einddatum voorbij")
    gebeurtenissen.indicatie_afgelopen(indicatie, door=door)


def _elk(rijen, werk: Callable[..., None], wat: str) -> int:
    """Do it to each row that is free; one that fails stays due, and the others are done."""
    doen = partial(werk, door=Actor.objects.systeem())
    gedaan, _ = elke_rij(rijen, doen, wat=wat, samen=("zaak",), per_keer=ALLE)
    return gedaan
