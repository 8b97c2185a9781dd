"""The visit moves to another moment; the old appointment stays in the history."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.usecases import taken
from wijkteams import gebeurtenissen
from wijkteams.models import Huisbezoek
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.afspraak_bevestigen import afspraak_ingetrokken
from wijkteams.usecases.huisbezoek_ophalen import huisbezoek_vergrendelen
from wijkteams.usecases.huisbezoek_plannen import check_moment, taak_op_de_dag


@transaction.atomic
def huisbezoek_verzetten(
    *, huisbezoek_id, door: Actor, nu: datetime.datetime, gepland_om: datetime.datetime, reden: str
) -> Huisbezoek:
    """The old one becomes 'verplaatst' with its reason; the new one is planned."""
    oud = huisbezoek_vergrendelen(huisbezoek_id, door=door, naar=HuisbezoekStatus.VERPLAATST)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf waarom u het huisbezoek verzet"})
    check_moment(oud.zaak, gepland_om, nu)
    afspraak_ingetrokken(oud, door=door)
    oud.status, oud.reden = HuisbezoekStatus.VERPLAATST, reden
    oud.bewaren(door=door, reden="huisbezoek verzet")
    nieuw = Huisbezoek(
        zaak=oud.zaak, consulent=oud.zaak.regisseur, gepland_om=gepland_om, plaats=oud.plaats,
        duur_minuten=oud.duur_minuten,
    ).bewaren(door=door, reden="huisbezoek verzet")  # fmt: skip
    gebeurtenissen.huisbezoek_verzet(nieuw, door=door)
    taken.afhandelen("huisbezoek", oud.zaak_id, door=door)
    taak_op_de_dag(nieuw, door=door)
    return nieuw
