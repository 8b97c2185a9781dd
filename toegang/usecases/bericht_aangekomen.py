"""A colleague asked: the e-mail of which we did not know it, arrived."""

import datetime

from django.db import transaction

from toegang.models import Actor, Bericht
from toegang.permissions import check_mag_bericht_beslissen
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.bericht_versturen import TAAK, afronden
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def bericht_aangekomen(*, bericht_id, door: Actor, nu: datetime.datetime) -> Bericht:
    """Counts as sent on the day that it was handed over."""
    bericht = onzeker_vergrendelen(bericht_id, door=door, nu=nu)
    afronden(bericht, door=door)
    taken.afhandelen(TAAK, bericht.zaak_id, door=door)
    return bericht


def onzeker_vergrendelen(bericht_id, *, door: Actor, nu: datetime.datetime) -> Bericht:
    """The row about which a person decides: zaak first, then the e-mail; not while a worker may be busy with it."""
    zaak_id = (
        Bericht.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=bericht_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_bericht_beslissen(door, zaak)
    bericht = Bericht.objects.vergrendelen(bericht_id)
    bericht.zaak = zaak
    if not bericht.is_onzeker(nu):
        raise OngeldigeOvergang("Over deze e-mail hoeft u niets te beslissen. Ververs de pagina.")
    return bericht
