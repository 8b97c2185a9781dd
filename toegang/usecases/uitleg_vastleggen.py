"""What the inwoner was told, when and how (Wmo 2015 art. 2.3.2 lid 2 and 3, 2.2.4)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, Gezegd, Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases.ophalen import zaak_vergrendelen

# field -> words of the timeline
UITLEG = {"clientondersteuning": "gratis cliëntondersteuning", "persoonlijk_plan": "het persoonlijk plan"}


@transaction.atomic
def uitleg_vastleggen(
    *, zaak_id, wat: list[str], op: datetime.date, hoe: str, door: Actor, vandaag: datetime.date
) -> Zaak:
    """Each kind once with its first day: telling it again later does not move that day."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if not zaak.is_open:
        raise OngeldigeOvergang("Deze zaak is afgesloten.")
    if not set(wat) <= set(UITLEG) or not wat or hoe not in Gezegd.values:
        raise ValidationError({"wat": "Kies wat u vertelde"})
    check_tussen("op", op, zaak.gemeld_op, vandaag)
    nieuw = [soort for soort in wat if verteld(zaak, soort, op, hoe, door=door)]
    if nieuw:
        zaak.bewaren(door=door, reden="uitleg gegeven")
    return zaak


def verteld(zaak: Zaak, soort: str, op: datetime.date, hoe: str, *, door: Actor, zin: bool = True) -> bool:
    """Fill the two fields when this was not told earlier; the caller saves. `zin`: also a line on the timeline."""
    eerder = getattr(zaak, f"{soort}_verteld_op")
    if eerder is not None and eerder <= op:
        return False
    setattr(zaak, f"{soort}_verteld_op", op)
    setattr(zaak, f"{soort}_hoe", hoe)
    if zin:
        gebeurtenissen.uitleg_gegeven(zaak, UITLEG[soort], op, door=door)
    return True
