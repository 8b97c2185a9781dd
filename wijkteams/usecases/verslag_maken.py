"""The verslag, composed from what was recorded."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Onderzoek, Verslag
from wijkteams.permissions import check_in_behandeling
from wijkteams.statussen import VerslagStatus
from wijkteams.verslagtekst import delen_van


@transaction.atomic
def verslag_maken(*, zaak_id, door: Actor, vandaag: datetime.date) -> Verslag:
    """A concept in the citizen's language (2.3.2 lid 8); the concept that is there is given back, not made twice."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    onderzoek = (
        Onderzoek.objects.filter(zaak=zaak)
        .select_related("zaak__dossier__inwoner", "jeugd")
        .prefetch_related("gespreksdelen", "hulpvragen__treden", "verslagen")
        .first()
    )
    if onderzoek is None:
        raise ValidationError("Leg eerst het gesprek vast. Daarna maakt u het verslag.")
    verslagen = sorted(onderzoek.verslagen.all(), key=lambda v: v.nummer)
    if verslagen and verslagen[-1].status == VerslagStatus.CONCEPT:
        return verslagen[-1]
    verslag = Verslag(
        onderzoek=onderzoek, nummer=len(verslagen) + 1, delen=delen_van(onderzoek)
    ).bewaren(door=door, reden="verslag gemaakt")  # fmt: skip
    gebeurtenissen.verslag_gemaakt(zaak, door=door)
    return verslag
