"""What the inwoner does with the right to hand in a plan (Wmo 2015 art. 2.3.2 lid 2)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, PersoonlijkPlan, TermijnSoort, Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import klok
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def persoonlijk_plan_vastleggen(*, zaak_id, door: Actor, vandaag: datetime.date, keuze: str) -> Zaak:
    """Received, or waived: either way the onderzoek may begin before the seven days are over."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if keuze not in (PersoonlijkPlan.ONTVANGEN, PersoonlijkPlan.ZIET_AF):
        raise ValidationError({"keuze": "Kies of de inwoner een plan geeft"})
    if not zaak.is_open:
        raise OngeldigeOvergang("Deze zaak is afgesloten.")
    if zaak.persoonlijk_plan == keuze:
        return zaak
    zaak.persoonlijk_plan, zaak.persoonlijk_plan_op = keuze, vandaag
    klok.halen(zaak, TermijnSoort.PERSOONLIJK_PLAN, vandaag, door=door)
    gebeurtenissen.persoonlijk_plan_bekend(zaak, door=door)
    return zaak.bewaren(door=door, reden="persoonlijk plan bekend")
