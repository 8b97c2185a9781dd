"""The plan goes out on paper, to read together and to sign."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Brief
from toegang.rechten import Laag
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from wijkteams import gebeurtenissen
from wijkteams.planlezen import lopende_doelen
from wijkteams.usecases.plan_ophalen import plandeel_vergrendelen

BRIEFSOORT = "plan"
ONDERWERP = "Uw plan"


@transaction.atomic
def plan_op_papier(*, plan_id, zaak_id, door: Actor, vandaag: datetime.date) -> Brief:
    """Only the part of this zaak, so that the paper shows nobody what is of another; once a day."""
    zaak, deel = plandeel_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    if not lopende_doelen(zaak):
        raise ValidationError("Er staat nog geen doel in het plan.")
    gebeurtenissen.plan_op_papier(zaak, door=door)
    return brief_klaarzetten(
        soort=BRIEFSOORT, zaak=zaak, bron_id=deel.pk, onderwerp=ONDERWERP, door=door, laag=Laag.INHOUD,
        verzenddatum=vandaag, sleutel=f"{BRIEFSOORT}:{deel.pk}:{vandaag:%Y%m%d}",
    )  # fmt: skip
