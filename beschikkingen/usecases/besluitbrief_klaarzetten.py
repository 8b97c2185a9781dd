"""The administratie plans the day on which the letter of the besluit goes out."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_verzenden
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ophalen import besluit_vergrendelen
from toegang.models import Actor, Brief
from toegang.opmaak import datum
from toegang.rechten import Laag, Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.brief_klaarzetten import brief_klaarzetten

SOORT = "besluit"
ONDERWERP = "Besluit op uw aanvraag"  # in lists and on the timeline: without the outcome


@transaction.atomic
def besluitbrief_klaarzetten(
    *, besluit_id, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date
) -> Brief:
    """The sending date is printed in the letter and fixes the last day to object; asked again it is made anew."""
    besluit = besluit_vergrendelen(besluit_id, door=door, recht=Recht.UITVOERING_INZIEN)
    check_mag_verzenden(door)
    if besluit.status != BesluitStatus.ONDERTEKEND:
        raise OngeldigeOvergang(waarom_niet_verzenden(besluit))
    eerst = max(vandaag, besluit.ondertekend_op or vandaag)
    if verzenddatum < eerst:
        raise ValidationError({"verzenddatum": f"De verzenddatum moet op of na {datum(eerst)} liggen"})
    brief = brief_klaarzetten(
        soort=SOORT, zaak=besluit.zaak, bron_id=besluit.pk, onderwerp=ONDERWERP, door=door,
        verzenddatum=verzenddatum, laag=Laag.INHOUD,
    )  # fmt: skip
    taken.afhandelen("besluit_verzenden", besluit.pk, door=door)
    return brief


def waarom_niet_verzenden(besluit: Besluit) -> str:
    """Why no letter can be planned; empty when it can."""
    if besluit.status == BesluitStatus.ONDERTEKEND:
        return ""
    if besluit.status == BesluitStatus.VERZONDEN:
        return "Dit besluit is al verzonden."
    return "Dit besluit is nog niet ondertekend. Het kan nog niet weg."
