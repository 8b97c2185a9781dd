"""Each morning: every rung that is due is done, once, whatever stopped, overlapped or was missed before.

The claim is the row `Herinnering` (unique by indicatie, last day and rung), written in one transaction with the tasks,
the letter and the timeline. Two schedulers wait for each other at the indicaties they both want, and who comes second
finds the rows. What was missed comes along with the rung that is due now (`ladder.Beurt`).
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db import transaction

from toegang.models import Actor
from toegang.rijen import rij_voor_rij
from voorzieningen.ladders import Ladders, ladders_op
from voorzieningen.usecases.herinneringen_doen import herinneringen_doen

PER_KEER = 1000
log = structlog.get_logger("voorzieningen.herinneringen")
Plek = tuple[datetime.date, UUID]


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
        rijen = volgende(ladders, vandaag, plek, per_keer)
        if not rijen:
            break
        plek = rijen[-1]
        ronde.bekeken += len(rijen)
        try:
            with transaction.atomic():
                ronde.gedaan += _samen(rijen, ladders, vandaag, systeem)
        except Exception as fout:  # one row spoils it: the others are done apart
            log.warning("herinneringen_apart", rijen=len(rijen), fout=type(fout).__name__)
            gedaan = list(
                rij_voor_rij(
                    rijen, lambda rij: _samen([rij], ladders, vandaag, systeem), anders=_mislukt
                )
            )  # fmt: skip
            ronde.gedaan += sum(n for n in gedaan if n > 0)
            ronde.mislukt += sum(n < 0 for n in gedaan)
        if len(rijen) < per_keer:
            break
    if ronde.mislukt:
        log.error("herinneringen_mislukt", aantal=ronde.mislukt)
    return ronde


def volgende(ladders: Ladders, vandaag: datetime.date, plek: Plek | None, aantal: int) -> list[Plek]:
    """The keys of the next rows that are due, by last day."""
    rijen = ladders.te_doen(vandaag)
    if plek is not None:
        rijen = rijen.na_einde(*plek)
    return list(rijen.values_list("einddatum", "pk")[:aantal])


def _samen(plekken: list[Plek], ladders: Ladders, vandaag: datetime.date, systeem: Actor) -> int:
    rijen = ladders.te_doen(vandaag).filter(pk__in=[pk for _, pk in plekken])
    rijen = rijen.select_related("zaak__dossier__inwoner", "zaak__regisseur", "product")
    vergrendeld = list(rijen.select_for_update(of=("self",), no_key=True))
    return herinneringen_doen(vergrendeld, ladders, vandaag=vandaag, door=systeem)


def _mislukt(rij: Plek, fout: Exception) -> int:
    """It stays due: the next run tries it again."""
    log.exception("herinnering_mislukt", indicatie=str(rij[1]), fout=type(fout).__name__)
    return -1
