"""A colleague chooses her own password by the link that she got; it works once."""

import datetime

from django.db import transaction

from toegang.models import Actor
from wijkteams.inloglink import INLOGLINK
from wijkteams.models import Collegabericht, Medewerker
from wijkteams.usecases.dienstverband_ophalen import dienstverband_van
from wijkteams.usecases.inloglink_maken import bericht_vragen


class LinkVerlopen(Exception):
    """Used, too old, or another one was made."""


@transaction.atomic
def wachtwoord_kiezen(*, wachtwoord: str, token: str, door: Actor, nu: datetime.datetime) -> None:
    """`door`: the colleague of the link. Her sessions end with the old password; an e-mail says that it was done."""
    dienst = dienstverband_van(door.medewerker_id or 0)
    mens = Medewerker.objects.select_for_update(no_key=True).filter(actor=door).first()
    if dienst is None or mens is None or not INLOGLINK.check_token(mens, token):
        raise LinkVerlopen
    mens.set_password(wachtwoord)
    mens.save(update_fields=["password"])
    dienst.medewerker, dienst.link_om = mens, None
    dienst.noteren("Heeft zelf een wachtwoord gekozen", door=door)
    bericht_vragen(dienst, Collegabericht.Soort.WACHTWOORD, met_link=False, door=door, nu=nu)
