"""The days that come by themselves: help begins, help ends."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.statussen import check_overgang
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie
from voorzieningen.statussen import INDICATIE_OVERGANGEN, IndicatieStatus
from voorzieningen.usecases.indicaties_toekennen import begin_laten_lopen


def indicaties_starten(*, vandaag: datetime.date) -> int:
    """What was granted and begins today (or began while nobody looked) runs; one transaction each, safe to repeat."""
    return _elk(Indicatie.objects.te_starten(vandaag), begin_laten_lopen)


def indicaties_aflopen(*, vandaag: datetime.date) -> int:
    """What had its last day has ended."""
    return _elk(Indicatie.objects.afgelopen(vandaag), _laten_aflopen)


def _laten_aflopen(indicatie: Indicatie, *, door: Actor) -> None:
    check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.BEEINDIGD)
    indicatie.status = IndicatieStatus.BEEINDIGD
    indicatie.beeindigd_op = indicatie.einddatum
    indicatie.bewaren(door=door, reden="einddatum voorbij")
    gebeurtenissen.indicatie_afgelopen(indicatie, door=door)


def _elk(rijen, werk) -> int:
    """Do it to each row that is free; what another worker holds, it does."""
    gedaan = 0
    for pk in list(rijen.values_list("pk", flat=True)):
        with transaction.atomic():
            rij = rijen.filter(pk=pk).select_for_update(of=("self",), no_key=True, skip_locked=True).first()
            if rij is None:
                continue
            werk(rij, door=Actor.objects.systeem())
            gedaan += 1
    return gedaan
