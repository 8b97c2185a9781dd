"""Reading for who checks or signs: what may be claimed."""

import datetime

from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_oppakken
from toegang.models import Actor


def te_oppakken(pk, *, lezer: Actor, vandaag: datetime.date) -> Besluit:
    """Not of this role's queue: DoesNotExist (404); of the queue, but not for this colleague: 403 with who can."""
    besluit = (
        Besluit.objects.voor_rol(lezer)
        .met_rijgegevens()
        .select_related("zaak", "opgepakt_door", "getoetst_door", "opgesteld_door")
        .get(pk=pk)
    )
    check_mag_oppakken(lezer, besluit, vandaag)
    return besluit


def soort_hulp(besluit: Besluit) -> str:
    """The kind of product, which says nothing about a person; 'geen product' for a refusal without one."""
    namen = dict.fromkeys(r.indicatie.product.naam for r in besluit.geldende_regels())
    return ", ".join(namen) or "geen product"
