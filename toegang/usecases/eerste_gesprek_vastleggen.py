"""The first talk about debts took place: within four weeks, or three working days (Wgs art. 4 lid 1 and 2)."""

import datetime

from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, Termijn, TermijnSoort
from toegang.statussen import OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases import klok
from toegang.usecases.termijn_ophalen import check_loopt, termijn_vergrendelen

NIET_DEZE = "Alleen het eerste gesprek over schulden legt u hier vast."


@transaction.atomic
def eerste_gesprek_vastleggen(
    *, termijn_id, op: datetime.date, door: Actor, vandaag: datetime.date
) -> Termijn:
    """The clock is met on the day of the talk."""
    zaak, termijn = termijn_vergrendelen(termijn_id, door=door)
    if termijn.soort != TermijnSoort.EERSTE_GESPREK:
        raise OngeldigeOvergang(NIET_DEZE)
    check_loopt(termijn)
    check_tussen("op", op, termijn.begint_op, vandaag)
    klok.halen(zaak, TermijnSoort.EERSTE_GESPREK, op, door=door, met="Eerste gesprek gevoerd")
    gebeurtenissen.eerste_gesprek_gevoerd(zaak, op=op, door=door)
    zaak.bewaren(door=door, reden="eerste gesprek gevoerd")
    termijn.refresh_from_db()
    return termijn
