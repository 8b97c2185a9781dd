"""The visit did not take place."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor
from toegang.usecases import taken
from wijkteams import gebeurtenissen
from wijkteams.models import Huisbezoek
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.afspraak_bevestigen import afspraak_ingetrokken
from wijkteams.usecases.huisbezoek_ophalen import huisbezoek_vergrendelen


@transaction.atomic
def huisbezoek_gemist(*, huisbezoek_id, door: Actor, nu: datetime.datetime, reden: str) -> Huisbezoek:
    """Not at home, ill, called off: a new visit must be planned."""
    bezoek = huisbezoek_vergrendelen(huisbezoek_id, door=door, naar=HuisbezoekStatus.GEMIST)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf waarom het huisbezoek niet doorging"})
    bezoek.status, bezoek.reden = HuisbezoekStatus.GEMIST, reden
    bezoek.bewaren(door=door, reden="huisbezoek ging niet door")
    afspraak_ingetrokken(bezoek, door=door)
    gebeurtenissen.huisbezoek_gemist(bezoek, door=door)
    for soort in ("huisbezoek", "huisbezoek_afzeggen"):
        taken.afhandelen(soort, bezoek.zaak_id, door=door)
    if bezoek.zaak.dossier.inwoner.overleden_op:
        return bezoek
    taken.klaarzetten(
        "huisbezoek_plannen", "Huisbezoek ging niet door: plan een nieuw", zaak=bezoek.zaak,
        medewerker=bezoek.consulent, door=door, uiterlijk=timezone.localdate(nu), adres="wijkteams:huisbezoek",
    )  # fmt: skip
    return bezoek
