"""A colleague leaves a team; the rights are gone at the next request."""

import datetime

from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Lidmaatschap
from wijkteams.usecases.casemanager_kiezen import casemanagers_beeindigen
from wijkteams.usecases.teamrechten_projecteren import teamrechten_projecteren


@transaction.atomic
def lidmaatschap_beeindigen(*, lidmaatschap_id, door: Actor, vandaag: datetime.date) -> Lidmaatschap:
    """Not a member any more from today on."""
    check_rol(door, Rol.BEHEERDER)
    lid = Lidmaatschap.objects.vergrendelen(lidmaatschap_id)
    if lid.tot_op is not None and lid.tot_op <= vandaag:
        raise OngeldigeOvergang("Dit lidmaatschap is al beëindigd.")
    lid.tot_op = max(vandaag, lid.vanaf_op)
    lid.bewaren(door=door, reden="weg uit het team")
    teamrechten_projecteren(lid.medewerker, vandaag=vandaag)
    _geen_casemanager_meer(lid, door=door, vandaag=vandaag)
    return lid


def _geen_casemanager_meer(lid: Lidmaatschap, *, door: Actor, vandaag: datetime.date) -> None:
    """On the zaken of this team and these laws, which he may not open any more."""
    zaken = Zaak.objects.filter(
        wijkteam=lid.wijkteam_id,
        wet__in=WETTEN_VAN_DISCIPLINE[lid.discipline],
        casemanagers__medewerker=lid.medewerker_id,
    )
    casemanagers_beeindigen(
        zaken, reden="weg uit het team", door=door, vandaag=vandaag, medewerker_id=lid.medewerker_id
    )
