"""A colleague is back; the stand-in has no rights left at the next request."""

import datetime

from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.statussen import OngeldigeOvergang
from wijkteams.afwezigen import check_mag_afwezigheid
from wijkteams.models import Afwezigheid
from wijkteams.usecases.waarneming import waarneming_bijhouden


@transaction.atomic
def afwezigheid_beeindigen(*, afwezigheid_id, door: Actor, vandaag: datetime.date) -> Afwezigheid:
    """Back from today on; one that had not begun is undone. Another absence that was planned keeps its stand-in."""
    afwezigheid = Afwezigheid.objects.vergrendelen(afwezigheid_id)
    check_mag_afwezigheid(door, afwezigheid.medewerker, vandaag)
    if afwezigheid.terug_op <= vandaag or afwezigheid.terug_op == afwezigheid.vanaf_op:
        raise OngeldigeOvergang("Deze collega is al terug.")
    afwezigheid.terug_op = max(vandaag, afwezigheid.vanaf_op)
    afwezigheid.bewaren(door=door, reden="terug")
    zaken = list(Zaak.objects.open().filter(regisseur=afwezigheid.medewerker).order_by("pk"))
    waarneming_bijhouden(zaken, van=afwezigheid.medewerker, vandaag=vandaag, door=door)
    return afwezigheid
