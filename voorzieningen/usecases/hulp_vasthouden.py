"""After a death help does not begin, and somebody ends what runs."""

import datetime

from django.db import transaction

from toegang.models import Actor, Inwoner, Zaak
from toegang.usecases.brp_gevolgen_verwerken import taak_voor_zaak
from voorzieningen.models import Indicatie


@transaction.atomic
def hulp_vasthouden(*, inwoner: Inwoner, door: Actor, vandaag: datetime.date) -> None:
    """A task a zaak with help that was granted; the help itself is ended by a person. `te_starten` skips the dead."""
    met_hulp = Indicatie.objects.geldend().filter(dossier__inwoner=inwoner).values("zaak_id")
    for zaak in Zaak.objects.filter(pk__in=met_hulp).select_related("regisseur").order_by("pk"):
        taak_voor_zaak(
            "hulp_na_overlijden", "Inwoner is overleden: stop de hulp die nog loopt", zaak, door=door,
            uiterlijk=vandaag, adres="voorzieningen:indicaties",
        )  # fmt: skip
