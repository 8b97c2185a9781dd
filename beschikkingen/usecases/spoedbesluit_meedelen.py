"""The order by word of mouth: it was signed, it is told, and the help begins (Wmo 2015 art. 2.3.3)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from beschikkingen import gebeurtenissen
from beschikkingen.models import Aanleiding, Besluit
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.motivering_bewaken import motivering_bewaken
from beschikkingen.usecases.ophalen import besluit_vergrendelen
from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from voorzieningen.usecases.indicaties_toekennen import indicaties_toekennen


def wat_meedelen_weigert(besluit: Besluit) -> str:
    """Why it cannot be told now; empty when it can."""
    if besluit.aanleiding != Aanleiding.SPOED:
        return "Alleen een spoedbesluit begint met een mondelinge opdracht."
    if besluit.mondeling_om:
        return "De mondelinge opdracht staat al vastgelegd."
    if besluit.status == BesluitStatus.VERZONDEN:
        return "De brief is al weg. De hulp is al begonnen."
    if besluit.status != BesluitStatus.ONDERTEKEND:
        return "Een collega ondertekent eerst. Daarna kunt u de hulp mondeling laten beginnen."
    return ""


@transaction.atomic
def spoedbesluit_meedelen(
    *, besluit_id, door: Actor, nu: datetime.datetime, om: datetime.datetime, aan: str
) -> Besluit:
    """`aan`: to whom it was said. The help is granted now; the week for the motivation begins (Awb 3:47 lid 3)."""
    besluit = besluit_vergrendelen(besluit_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if weigering := wat_meedelen_weigert(besluit):
        raise OngeldigeOvergang(weigering)
    if not aan.strip():
        raise ValidationError({"aan": "Schrijf op aan wie u het zei"})
    eerst = besluit.ondertekend_op or besluit.opgesteld_op
    if om > nu or timezone.localdate(om) < eerst:
        raise ValidationError({"om": "Dit moment ligt na de handtekening en niet in de toekomst"})
    besluit.mondeling_om, besluit.mondeling_aan, besluit.mondeling_door = om, aan.strip(), door
    besluit.bewaren(door=door, reden="mondeling meegedeeld")
    dag = timezone.localdate(om)
    indicaties_toekennen(
        indicatie_ids=[r.indicatie_id for r in besluit.geldende_regels() if r.toegekend],
        door=door,
        vandaag=dag,
    )
    motivering_bewaken(besluit, dag, door=door)
    gebeurtenissen.besluit_mondeling(besluit, door=door, op=dag)
    besluit.zaak.bewaren(door=door, reden="spoedbesluit meegedeeld")
    return besluit
