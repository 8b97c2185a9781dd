"""The administratie plans the day on which the letter of the besluit goes out."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef

from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_verzenden
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ophalen import besluit_vergrendelen
from toegang.briefsoorten import Wachtbron
from toegang.models import Actor, Brief
from toegang.opmaak import datum
from toegang.rechten import Laag, Recht, Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang
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


def wachtende_besluiten(lezer: Actor):
    """Signed, and no letter of it yet; for who sends."""
    besluiten = Besluit.objects.voor(lezer, Recht.UITVOERING_INZIEN)
    if not lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
        return besluiten.none()
    brief = Brief.objects.filter(soort=SOORT, bron_id=OuterRef("pk")).exclude(status=BriefStatus.VERVALLEN)
    return besluiten.filter(~Exists(brief), status=BesluitStatus.ONDERTEKEND).order_by("ondertekend_op", "pk")


def _schrijven(pk, *, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date) -> Brief:
    return besluitbrief_klaarzetten(besluit_id=pk, door=door, vandaag=vandaag, verzenddatum=verzenddatum)


BRON = Wachtbron(SOORT, wachtende_besluiten, _schrijven)
