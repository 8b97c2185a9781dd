"""The appointment goes to the citizen in a letter, with what to have ready."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang import opmaak
from toegang.models import Actor, Brief
from toegang.rechten import Laag, Recht
from toegang.regels import werkdagen_later
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.brieven import Afspraakbrief
from wijkteams.models import Huisbezoek
from wijkteams.permissions import check_mag_op_huisbezoek
from wijkteams.statussen import HuisbezoekStatus

ONDERWERP = "Wij komen bij u langs"
POST_DUURT = 2  # working days


@transaction.atomic
def afspraak_bevestigen(*, huisbezoek_id, door: Actor, vandaag: datetime.date) -> Brief:
    """Asked by the consulent who planned it; a second time gives the same letter. Too late for the post: call."""
    rij = Huisbezoek.objects.voor(door, Recht.PROCES_INZIEN).get(pk=huisbezoek_id)
    zaak = zaak_vergrendelen(rij.zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_mag_op_huisbezoek(door, zaak)
    bezoek = Huisbezoek.objects.vergrendelen(huisbezoek_id)
    if bezoek.status != HuisbezoekStatus.GEPLAND:
        raise OngeldigeOvergang("Dit huisbezoek staat niet meer gepland. Ververs de pagina.")
    if staat_al := brieven_van(bezoek).first():
        return staat_al
    dag = timezone.localdate(bezoek.gepland_om)
    if werkdagen_later(vandaag, POST_DUURT) >= dag:
        raise ValidationError(
            f"Een brief komt niet meer op tijd voor {opmaak.datum_lang(dag)}. Bel de inwoner over de afspraak."
        )
    gebeurtenissen.afspraak_bevestigd(bezoek, door=door)
    return brief_klaarzetten(
        soort=Afspraakbrief.soort, zaak=zaak, bron_id=bezoek.pk, onderwerp=ONDERWERP, door=door, laag=Laag.UITVOERING,
        verzenddatum=vandaag,
    )  # fmt: skip


def brieven_van(bezoek: Huisbezoek):
    """The letter about this visit and its copies."""
    brieven = Brief.objects.filter(soort=Afspraakbrief.soort, bron_id=bezoek.pk).exclude(
        status=BriefStatus.VERVALLEN
    )
    return brieven.order_by("gevraagd_om", "pk")


def afspraak_ingetrokken(bezoek: Huisbezoek, *, door: Actor) -> None:
    """What was not sent yet does not go out."""
    for brief in brieven_van(bezoek).exclude(status=BriefStatus.VERZONDEN):
        brief_laten_vervallen(brief_id=brief.pk, door=door, reden="huisbezoek gaat niet door")
