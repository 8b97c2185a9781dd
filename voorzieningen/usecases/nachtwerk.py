"""A job over rows that are due: each locked and done in a transaction of its own, which also says that it was done."""

from collections.abc import Callable
from typing import Any

import structlog
from django.db.models import QuerySet

from toegang.rijen import rij_voor_rij

PER_KEER = 500
log = structlog.get_logger("voorzieningen.nachtwerk")


def elke_rij(
    rijen: QuerySet, doen: Callable[[Any], None], *, wat: str, samen: tuple[str, ...], volgorde: str = "pk",
    per_keer: int = PER_KEER,
) -> tuple[int, int]:  # fmt: skip
    """How many were done, and how many failed; what another worker holds, it does. `samen`: what is read with a row.

    A row is asked for again after its lock: what is done meanwhile is not done twice.
    """

    def een(pk) -> int:
        vrij = rijen.select_for_update(of=("self",), no_key=True, skip_locked=True).select_related(*samen)
        if (rij := vrij.filter(pk=pk).first()) is None:
            return 0
        doen(rij)
        return 1

    def mislukt(pk, fout: Exception) -> int:
        log.exception("rij_mislukt", wat=wat, pk=str(pk), fout=type(fout).__name__)
        return -1

    pks = list(rijen.order_by(volgorde, "pk").values_list("pk", flat=True)[:per_keer])
    gedaan = list(rij_voor_rij(pks, een, anders=mislukt))
    return sum(n for n in gedaan if n > 0), sum(n < 0 for n in gedaan)
