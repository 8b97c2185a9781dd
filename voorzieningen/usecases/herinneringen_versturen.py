"""Each morning: every rung that is due is done, once, whatever stopped, overlapped or was missed before.

The claim is the row `Herinnering` (unique by indicatie, last day and rung), written in one transaction with the tasks,
the letter and the timeline. Two schedulers wait for each other at the indicaties they both want, and who comes second
finds the rows. What was missed comes along with the rung that is due now (`ladder.Beurt`).
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.db import transaction
from django.db.models import QuerySet

from toegang.models import Actor
from toegang.rijen import rij_voor_rij
from voorzieningen.ladders import Ladders, Plek, ladders_op
from voorzieningen.models import Indicatie
from voorzieningen.usecases.herinneringen_doen import herinneringen_doen

PER_KEER = 1000
log = structlog.get_logger("voorzieningen.herinneringen")


@dataclass
class Ronde:
    """What one run did."""

    bekeken: int = 0
    gedaan: int = 0
    mislukt: int = 0


def herinneringen_versturen(
    *, vandaag: datetime.date, per_keer: int = PER_KEER, doorgaan: Callable[[], bool] = lambda: True
) -> Ronde:
    """All that is due, `per_keer` in one transaction; a chunk that fails is done row by row, and the rest goes on."""
    ronde, ladders, systeem = Ronde(), ladders_op(vandaag), Actor.objects.systeem()
    plek: Plek | None = None
    while doorgaan():
        try:
            with transaction.atomic():
                rijen = ladders.volgende(vandaag, plek, per_keer)
                gedaan = herinneringen_doen(rijen, ladders, vandaag=vandaag, door=systeem)
            plekken = [(rij.einddatum, rij.pk) for rij in rijen]
        except Exception as fout:  # one row spoils it: the others are done apart
            plekken = list(volgende(ladders, vandaag, plek).values_list("einddatum", "pk")[:per_keer])
            log.warning("herinneringen_apart", rijen=len(plekken), fout=type(fout).__name__)
            uitkomsten = list(
                rij_voor_rij(
                    plekken, lambda rij: _een(rij, ladders, vandaag, systeem), anders=_mislukt
                )
            )  # fmt: skip
            gedaan = sum(n for n in uitkomsten if n > 0)
            ronde.mislukt += sum(n < 0 for n in uitkomsten)
        ronde.bekeken += len(plekken)
        ronde.gedaan += gedaan
        if len(plekken) < per_keer:
            break
        plek = plekken[-1]
    if ronde.mislukt:
        log.error("herinneringen_mislukt", aantal=ronde.mislukt)
    return ronde


def volgende(ladders: Ladders, vandaag: datetime.date, plek: Plek | None) -> QuerySet[Indicatie]:
    """The rows that are due after this place, by last day."""
    rijen = ladders.te_doen(vandaag)
    return rijen if plek is None else rijen.na_einde(*plek)


def _een(rij: Plek, ladders: Ladders, vandaag: datetime.date, systeem: Actor) -> int:
    rijen = ladders.te_doen(vandaag).filter(pk=rij[1])
    vergrendeld = list(rijen.select_for_update(of=("self",), no_key=True))
    return herinneringen_doen(vergrendeld, ladders, vandaag=vandaag, door=systeem)


def _mislukt(rij: Plek, fout: Exception) -> int:
    """It stays due: the next run tries it again."""
    log.exception("herinnering_mislukt", indicatie=str(rij[1]), fout=type(fout).__name__)
    return -1
