"""The visit has been."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor
from toegang.usecases import taken
from wijkteams import gebeurtenissen
from wijkteams.models import Huisbezoek
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.huisbezoek_ophalen import huisbezoek_vergrendelen

NIET_GEZIEN = "niet gezien"
IDENTITEIT_BINNEN = datetime.timedelta(days=14)


@transaction.atomic
def huisbezoek_afronden(
    *, huisbezoek_id, door: Actor, nu: datetime.datetime, aanwezigen: str, identiteit_gezien: str
) -> Huisbezoek:
    """Who was there, and which document showed who the inwoner is (Wmo 2015 art. 2.3.4)."""
    bezoek = huisbezoek_vergrendelen(huisbezoek_id, door=door, naar=HuisbezoekStatus.GEWEEST)
    if timezone.localdate(bezoek.gepland_om) > timezone.localdate(nu):
        raise ValidationError("Dit huisbezoek moet nog komen. Verzet het als het eerder was.")
    bezoek.status = HuisbezoekStatus.GEWEEST
    bezoek.aanwezigen, bezoek.identiteit_gezien = aanwezigen, identiteit_gezien
    bezoek.bewaren(door=door, reden="huisbezoek geweest")
    gebeurtenissen.huisbezoek_afgerond(bezoek, door=door)
    taken.afhandelen("huisbezoek", bezoek.zaak_id, door=door)
    if identiteit_gezien == NIET_GEZIEN:
        taken.klaarzetten(
            "identiteit", "Stel vast wie de inwoner is: het bewijs van identiteit is nog niet gezien", zaak=bezoek.zaak,
            medewerker=bezoek.zaak.regisseur, door=door, adres="wijkteams:huisbezoek",
            uiterlijk=timezone.localdate(nu) + IDENTITEIT_BINNEN,
        )  # fmt: skip
    else:
        taken.afhandelen("identiteit", bezoek.zaak_id, door=door)
    return bezoek
