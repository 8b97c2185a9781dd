"""Say why one opens content of a zaak one is not on; it holds for the day."""

import datetime

from django.db import transaction

from toegang.models import Actor, Inzagereden
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def inzagereden_geven(*, zaak_id, door: Actor, vandaag: datetime.date, reden: str) -> Inzagereden:
    """Only who holds the content can give a reason for opening it (NEN 7513: the ground of access)."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_INZIEN)
    return Inzagereden.objects.update_or_create(
        medewerker=door.medewerker, zaak=zaak, op=vandaag, defaults={"reden": reden}
    )[0]
