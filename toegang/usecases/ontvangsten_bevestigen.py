"""At the end of the day: who was not told yet that we have it, is told (Wmo 2015 art. 2.3.2 lid 1; Awb art. 4:3a)."""

import datetime

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from toegang.models import Actor, Taak, Zaak
from toegang.ontvangst import zonder_bevestiging
from toegang.rijen import rij_voor_rij
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ontvangst_bevestigen import TAAK, ontvangst_bevestigen, zelf_laten_bevestigen

PER_KEER = 500
log = structlog.get_logger("toegang.ontvangst")


def ontvangsten_bevestigen(*, vandaag: datetime.date) -> int:
    """Ask for what nobody asked for by hand, by e-mail or letter; one transaction a zaak. How many zaken."""
    systeem = Actor.objects.systeem()
    pks = list(_te_bevestigen(vandaag).values_list("pk", flat=True)[:PER_KEER])
    return sum(rij_voor_rij(pks, lambda pk: _een(pk, door=systeem, vandaag=vandaag), anders=_mislukt))


def _mislukt(pk, fout: Exception) -> bool:
    log.exception("ontvangst_niet_bevestigd", zaak=str(pk), fout=type(fout).__name__)
    return False


def _te_bevestigen(vandaag: datetime.date) -> QuerySet[Zaak]:
    """Without a receipt and without a task for a colleague."""
    open_taak = Taak.objects.open().filter(zaak=OuterRef("pk"), sleutel__startswith=f"{TAAK}:")
    return zonder_bevestiging(vandaag).exclude(Exists(open_taak)).order_by("gemeld_op", "pk")


def _een(zaak_id, *, door: Actor, vandaag: datetime.date) -> bool:
    zaak = (
        Zaak.objects.select_related("dossier__inwoner")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=zaak_id)
    )
    if not _te_bevestigen(vandaag).filter(pk=zaak_id).exists():
        return False  # another worker, or a colleague, was first
    try:
        with transaction.atomic():
            ontvangst_bevestigen(zaak_id=zaak_id, door=door, vandaag=vandaag)
    except (OngeldigeOvergang, ValidationError):  # no address, died, no safe way: a person decides
        zelf_laten_bevestigen(zaak, door=door, vandaag=vandaag)
        return False
    return True
