"""Somebody around an inwoner, written down at the desk; what the BRP says is read only."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Relatie
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.inwoner_ophalen import inwoner_vergrendelen

VAN_DE_BRP = "De BRP houdt deze relatie bij. Klopt zij niet? Meld het bij de afdeling Burgerzaken."


@transaction.atomic
def relatie_vastleggen(
    *, inwoner_id, soort: str, naam: str, door: Actor, telefoon: str = "", opmerking: str = "",
    begonnen_op: datetime.date | None = None,
) -> Relatie:  # fmt: skip
    """A mantelzorger, housemate, family, neighbour or GP: by name, without opening that person's own page."""
    inwoner, _ = inwoner_vergrendelen(inwoner_id, door=door)
    if not naam.strip():
        raise ValidationError({"naam": "Vul de naam in"})
    return Relatie(
        inwoner=inwoner, soort=soort, naam=naam.strip(), telefoon=telefoon, opmerking=opmerking,
        begonnen_op=f"{begonnen_op:%Y%m%d}" if begonnen_op else "", bron="desk",
    ).bewaren(door=door, reden="relatie vastgelegd")  # fmt: skip


@transaction.atomic
def relatie_beeindigen(*, relatie_id, tot_op: datetime.date, door: Actor) -> Relatie:
    """From this day it is over; it stays readable as it was. A second click is harmless."""
    inwoner_id = Relatie.objects.values_list("inwoner_id", flat=True).get(pk=relatie_id)
    inwoner_vergrendelen(inwoner_id, door=door)
    relatie = Relatie.objects.vergrendelen(relatie_id)
    if relatie.bron == "brp":
        raise OngeldigeOvergang(VAN_DE_BRP)
    if relatie.geeindigd_op:
        return relatie
    einde = f"{tot_op:%Y%m%d}"
    if relatie.begonnen_op and einde < relatie.begonnen_op:
        raise ValidationError({"tot_op": "De einddatum ligt voor het begin. Controleer de datum"})
    relatie.geeindigd_op = einde
    return relatie.bewaren(door=door, reden="relatie beëindigd")
