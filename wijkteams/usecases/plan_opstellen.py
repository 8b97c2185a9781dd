"""A plan begins, or a zaak joins the plan that the household has."""

import datetime

from django.db import transaction

from toegang.models import Actor, Dossier, Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Deelnemer, Leefzorgplan, Plandeel
from wijkteams.permissions import check_in_behandeling
from wijkteams.planlezen import plannen_van_huisgenoten


@transaction.atomic
def plan_opstellen(*, zaak_id, door: Actor, vandaag: datetime.date, samen_met=None) -> Leefzorgplan:
    """One running plan a dossier, with a part for this zaak; the one that runs is given back.

    `samen_met`: the plan of somebody in the household, of which the Actor may read a zaak too. The inwoner takes part
    from the start.
    """
    zaken = Zaak.objects.voor(door, Recht.PROCES_INZIEN)  # lock order: dossier, zaak
    dossier_id = zaken.values_list("dossier_id", flat=True).get(pk=zaak_id)
    Dossier.objects.vergrendelen(dossier_id)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    lopend = zaak.plandelen.lopend().select_related("plan").first()
    if lopend:
        return lopend.plan
    plan = Leefzorgplan.objects.lopend().van_dossier(dossier_id).order_by("opgesteld_op", "pk").first()
    if plan is None and samen_met:
        plan = _van_huisgenoot(zaak, samen_met, door, vandaag)
    if plan is None:
        plan = Leefzorgplan(dossier=zaak.dossier, opgesteld_op=vandaag).bewaren(
            door=door, reden="plan begonnen"
        )
    deel = Plandeel(plan=plan, zaak=zaak, begonnen_op=vandaag).bewaren(door=door, reden="plan begonnen")
    naam = zaak.dossier.inwoner.naam.weergave()[:200]
    Deelnemer(deel=deel, naam=naam, rol="inwoner").bewaren(door=door, reden="plan begonnen")
    gebeurtenissen.plan_opgesteld(zaak, door=door)
    return plan


def _van_huisgenoot(zaak: Zaak, plan_id, door: Actor, vandaag: datetime.date) -> Leefzorgplan:
    keuzes = {plan.pk for plan, _ in plannen_van_huisgenoten(door, zaak, vandaag)}
    if plan_id not in keuzes:
        raise OngeldigeOvergang("Bij dit plan kunt u niet aansluiten. Ververs de pagina.")
    plan = Leefzorgplan.objects.vergrendelen(plan_id)
    if plan.afgesloten_op is not None:
        raise OngeldigeOvergang("Dit plan is intussen afgesloten. Begin een nieuw plan.")
    return plan
