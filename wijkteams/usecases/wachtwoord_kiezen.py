"""A colleague chooses her own password by the link that she got; it works once."""

import datetime

from django.db import transaction

from toegang.models import Actor
from wijkteams.inloglink import INLOGLINK
from wijkteams.models import Collegabericht, Dienstverband, Medewerker
from wijkteams.usecases.inloglink_maken import bericht_vragen


class LinkVerlopen(Exception):
    """Used, too old, or another one was made."""


@transaction.atomic
def wachtwoord_kiezen(*, wachtwoord: str, token: str, door: Actor, nu: datetime.datetime) -> None:
    """`door`: the colleague of the link. Her sessions end with the old password; an e-mail says that it was done."""
    dienst = (
        Dienstverband.objects.select_for_update(no_key=True).filter(medewerker=door.medewerker_id).first()
    )
    mens = Medewerker.objects.select_for_update(no_key=True).get(pk=door.medewerker_id)
    if dienst is None or not INLOGLINK.check_token(mens, token):
        raise LinkVerlopen
    mens.set_password(wachtwoord)
    mens.save(update_fields=["password"])
    dienst.medewerker, dienst.link_om = mens, None
    dienst.noteren("Heeft zelf een wachtwoord gekozen", door=door)
    bericht_vragen(dienst, Collegabericht.Soort.WACHTWOORD, met_link=False, door=door, nu=nu)
