"""A colleague asked: the e-mail of which we did not know it, never arrived."""

import datetime

from django.db import transaction

from toegang.models import Actor, Bericht
from toegang.nudge import nudge_na_commit
from toegang.statussen import BERICHT_OVERGANGEN, BerichtStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.bericht_aangekomen import onzeker_vergrendelen
from toegang.usecases.bericht_versturen import TAAK


@transaction.atomic
def bericht_opnieuw_versturen(*, bericht_id, door: Actor, nu: datetime.datetime) -> Bericht:
    """With all its tries; the worker asks again whether e-mail is the way, and else makes the letter."""
    bericht = onzeker_vergrendelen(bericht_id, door=door, nu=nu)
    check_overgang(BERICHT_OVERGANGEN, bericht.status, BerichtStatus.GEVRAAGD)
    bericht.status, bericht.pogingen, bericht.fout, bericht.opnieuw_om = BerichtStatus.GEVRAAGD, 0, "", None
    bericht.bewaren(door=door, reden="opnieuw versturen")
    taken.afhandelen(TAAK, bericht.zaak_id, door=door)
    nudge_na_commit("berichten")
    return bericht
