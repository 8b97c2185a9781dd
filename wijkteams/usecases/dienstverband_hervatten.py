"""A colleague stays after all, or is back: she begins without roles, teams and password, as a new one does."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.uitzonderingen import alles_intrekken
from wijkteams.models import Dienstverband
from wijkteams.usecases.dienstverband_beeindigen import niet_meer_overdragen
from wijkteams.usecases.dienstverband_ophalen import dienstverband_vergrendelen


@transaction.atomic
def dienstverband_hervatten(
    *, dienstverband_id, reden: str, door: Actor, vandaag: datetime.date, versie: int | None = None
) -> Dienstverband:
    """Before the last working day it only goes away; after it what she held on single dossiers ends as well."""
    dienst = dienstverband_vergrendelen(dienstverband_id, door=door, versie=versie, in_dienst=False)
    mens = dienst.medewerker
    if mens.is_active and dienst.tot_op is None:
        raise OngeldigeOvergang(f"{mens.naam} is al in dienst.")
    dienst.tot_op = None
    niet_meer_overdragen(mens, door=door)
    if mens.is_active:
        return dienst.noteren("Blijft in dienst", door=door, waarom=reden)
    alles_intrekken(mens.pk)
    mens.is_active = True
    mens.save(update_fields=["is_active"])
    return dienst.noteren("Terug in dienst, nog zonder rollen en teams", door=door, waarom=reden)
