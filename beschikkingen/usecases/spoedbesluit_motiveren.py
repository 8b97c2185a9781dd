"""The written motivation that follows a spoedbesluit (Awb art. 3:47 lid 3): a letter of its own."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from beschikkingen.models import Aanleiding, Besluit
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.motivering_bewaken import motivering_gegeven
from beschikkingen.usecases.ophalen import besluit_vergrendelen
from toegang.models import Actor, Brief
from toegang.rechten import Laag, Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen

SOORT = "spoed_motivering"


@transaction.atomic
def spoedbesluit_motiveren(
    *, besluit_id, door: Actor, vandaag: datetime.date, motivering: str, versie: int | None = None
) -> Brief:
    """After the besluit went without it. Written again before its letter is sent, the letter is made anew."""
    besluit = besluit_vergrendelen(besluit_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if besluit.aanleiding != Aanleiding.SPOED or besluit.status != BesluitStatus.VERZONDEN:
        raise OngeldigeOvergang("Zolang het besluit niet weg is, staat de motivering in het besluit zelf.")
    besluit.check_versie(versie)
    if not motivering.strip():
        raise ValidationError({"motivering": "Schrijf op waarom deze hulp nodig was"})
    besluit.motivering = motivering.strip()
    besluit.bewaren(door=door, reden="motivering geschreven")
    return brief_klaarzetten(
        soort=SOORT, zaak=besluit.zaak, bron_id=besluit.pk, onderwerp=gettext("Waarom u tijdelijke hulp kreeg"),
        door=door, verzenddatum=vandaag, laag=Laag.INHOUD,
    )  # fmt: skip


def motivering_verzonden(brief: Brief, *, door: Actor, op: datetime.date) -> None:
    """The hook of the letter engine."""
    zaak = zaak_vergrendelen(brief.zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    besluit = Besluit.objects.vergrendelen(brief.bron_id)
    besluit.zaak = zaak
    motivering_gegeven(besluit, op, door=door)
    zaak.bewaren(door=door, reden="motivering verstuurd")
