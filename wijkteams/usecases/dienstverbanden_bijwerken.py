"""Each night: memberships that begin or ended today, and who had her last working day."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from toegang.models import Actor
from wijkteams.models import Dienstverband, Lidmaatschap, Medewerker
from wijkteams.usecases.dienstverband_beeindigen import dienstverband_aflopen
from wijkteams.usecases.lidmaatschap_beeindigen import geen_casemanager_meer
from wijkteams.usecases.teamrechten_projecteren import teamrechten_projecteren, verschil_met_lidmaatschappen

TERUG = datetime.timedelta(days=31)  # nights that a worker may have been away


@dataclass
class Bijgewerkt:
    """What a night did."""

    rechten: int = 0
    vertrokken: int = 0


def dienstverbanden_bijwerken(*, nu: datetime.datetime, vandaag: datetime.date) -> Bijgewerkt:
    """A second time, or after nights without: the rows say what is still to do."""
    systeem, gedaan = Actor.objects.systeem(), Bijgewerkt()
    sinds = Q(vanaf_op__gt=vandaag - TERUG, vanaf_op__lte=vandaag) | Q(
        tot_op__gt=vandaag - TERUG, tot_op__lte=vandaag
    )
    wie = Lidmaatschap.objects.filter(sinds).values("medewerker")
    for mens in Medewerker.objects.filter(pk__in=wie).order_by("pk"):
        gedaan.rechten += _rechten(mens, door=systeem, vandaag=vandaag)
    klaar = Dienstverband.objects.filter(tot_op__lte=vandaag, medewerker__is_active=True)
    for pk in klaar.order_by("pk").values_list("pk", flat=True):
        if dienstverband_aflopen(dienstverband_id=pk, door=systeem, vandaag=vandaag, nu=nu) is not None:
            gedaan.vertrokken += 1
    return gedaan


@transaction.atomic
def _rechten(mens: Medewerker, *, door: Actor, vandaag: datetime.date) -> bool:
    if not any(verschil_met_lidmaatschappen(mens, vandaag=vandaag).values()):
        return False
    teamrechten_projecteren(mens, vandaag=vandaag)
    voorbij = Lidmaatschap.objects.filter(medewerker=mens, tot_op__gt=vandaag - TERUG, tot_op__lte=vandaag)
    for lid in voorbij.order_by("pk"):
        geen_casemanager_meer(lid, door=door, vandaag=vandaag)
    return True
