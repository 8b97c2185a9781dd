"""The first talk about debts took place: within four weeks, or three working days (Wgs art. 4 lid 1 and 2)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, Termijn, TermijnSoort
from toegang.statussen import OngeldigeOvergang
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
    if not termijn.begint_op <= op <= vandaag:
        van, tot = opmaak.datum(termijn.begint_op), opmaak.datum(vandaag)
        raise ValidationError({"op": f"Deze datum moet liggen van {van} tot en met {tot}"})
    klok.halen(zaak, TermijnSoort.EERSTE_GESPREK, op, door=door, met="Eerste gesprek gevoerd")
    gebeurtenissen.eerste_gesprek_gevoerd(zaak, op=op, door=door)
    zaak.bewaren(door=door, reden="eerste gesprek gevoerd")
    termijn.refresh_from_db()
    return termijn
