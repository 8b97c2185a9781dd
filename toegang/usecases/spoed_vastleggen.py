"""Haste: with its reason, and the temporary help that was given at once (Wmo 2015 art. 2.3.3; Wgs art. 4 lid 2)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, TermijnSoort, Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.zaak_openen import spoedtaken


@transaction.atomic
def spoed_vastleggen(
    *,
    zaak_id,
    spoed: bool,
    reden: str,
    door: Actor,
    vandaag: datetime.date,
    maatregel: str = "",
    vanaf_op: datetime.date | None = None,
) -> Zaak:
    """First in every list and a task today, until the temporary help stands here with its first day."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if not zaak.is_open:
        raise OngeldigeOvergang("Deze zaak is afgesloten.")
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom er spoed is, of waarom niet meer"})
    if bool(maatregel) != bool(vanaf_op):
        raise ValidationError({"vanaf_op": "Vul bij tijdelijke hulp ook in sinds wanneer zij er is"})
    if vanaf_op and vanaf_op < zaak.gemeld_op:
        gemeld = opmaak.datum(zaak.gemeld_op)
        raise ValidationError({"vanaf_op": f"Deze datum moet op of na {gemeld} liggen"})
    veranderd = zaak.spoed != spoed
    zaak.spoed, zaak.spoed_reden = spoed, reden.strip()
    zaak.spoed_maatregel, zaak.spoed_vanaf_op = maatregel.strip(), vanaf_op
    if veranderd:
        _gesprek_anders(zaak, vandaag, door=door)
    if spoed and not maatregel:
        spoedtaken(zaak, vandaag, door=door)
    else:
        taken.afhandelen("spoed", zaak.pk, door=door)
    klok.eerstvolgende_bijwerken(zaak)
    gebeurtenissen.spoed_vastgelegd(zaak, door=door)
    return zaak.bewaren(door=door, reden="spoed vastgelegd")


def _gesprek_anders(zaak: Zaak, vandaag: datetime.date, *, door: Actor) -> None:
    """Four weeks become three working days in a threatening situation, and back: from the same day."""
    for termijn in zaak.termijnen.lopend().filter(soort=TermijnSoort.EERSTE_GESPREK):
        termijn.vervallen_op = vandaag
        termijn.bewaren(door=door, reden="andere termijn door spoed")
        klok.starten(zaak, TermijnSoort.EERSTE_GESPREK, zaak.gemeld_op, door=door)
