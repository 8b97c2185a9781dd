"""A plan begins."""

import datetime

from django.db import transaction

from toegang.models import Actor, Dossier, Zaak
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Deelnemer, Leefzorgplan
from wijkteams.permissions import check_in_behandeling
from wijkteams.statussen import PlanStatus


@transaction.atomic
def plan_opstellen(*, zaak_id, door: Actor, vandaag: datetime.date) -> Leefzorgplan:
    """One running plan a dossier; the one that runs is given back. The inwoner takes part from the start."""
    zaken = Zaak.objects.voor(door, Recht.PROCES_INZIEN)  # lock order: dossier, zaak
    dossier_id = zaken.values_list("dossier_id", flat=True).get(pk=zaak_id)
    Dossier.objects.vergrendelen(dossier_id)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    lopend = Leefzorgplan.objects.filter(dossier_id=dossier_id).exclude(status=PlanStatus.AFGESLOTEN).first()
    if lopend:
        return lopend
    plan = Leefzorgplan(dossier=zaak.dossier, opgesteld_op=vandaag).bewaren(door=door, reden="plan begonnen")
    inwoner = zaak.dossier.inwoner
    Deelnemer(plan=plan, naam=inwoner.naam.weergave()[:200], rol="inwoner").bewaren(
        door=door, reden="plan begonnen"
    )
    gebeurtenissen.plan_opgesteld(zaak, door=door)
    return plan
