"""The seven days for a persoonlijk plan are over: that clock ends by itself (Wmo 2015 art. 2.3.2 lid 2)."""

import datetime

import structlog

from toegang import gebeurtenissen
from toegang.models import Actor, Termijn, TermijnSoort, Zaak
from toegang.rijen import rij_voor_rij
from toegang.usecases import klok

VERLOPEN = "De tijd is voorbij: er kwam geen plan"
log = structlog.get_logger("toegang.termijnen")


def plantermijnen_aflopen(*, vandaag: datetime.date) -> int:
    """End what nobody answered, on its last day; a second run or another worker does nothing twice. How many.

    A plan that comes after all is still taken (`persoonlijk_plan_vastleggen`): lid 5 uses what was handed over.
    """
    systeem = Actor.objects.systeem()
    rijen = Termijn.objects.lopend().filter(soort=TermijnSoort.PERSOONLIJK_PLAN, uiterste_datum__lt=vandaag)
    sleutels = list(rijen.order_by("zaak_id", "pk").values_list("pk", "zaak_id"))
    return sum(rij_voor_rij(sleutels, lambda rij: _een(*rij, door=systeem, vandaag=vandaag), anders=_mislukt))


def _een(termijn_id, zaak_id, *, door: Actor, vandaag: datetime.date) -> bool:
    zaak = Zaak.objects.vergrendelen(zaak_id)
    termijn = Termijn.objects.vergrendelen(termijn_id)
    if termijn.gehaald_op or termijn.vervallen_op or termijn.uiterste_datum >= vandaag:
        return False  # a colleague was first, or a feast day moved it
    termijn.vervallen_op, termijn.gehaald_met = termijn.uiterste_datum, VERLOPEN
    termijn.bewaren(door=door, reden="de tijd voor een persoonlijk plan is voorbij")
    gebeurtenissen.plantermijn_verlopen(zaak, op=termijn.uiterste_datum, door=door)
    klok.eerstvolgende_bijwerken(zaak)
    zaak.bewaren(door=door, reden="de tijd voor een persoonlijk plan is voorbij")
    return True


def _mislukt(rij: tuple, fout: Exception) -> bool:
    log.exception("plantermijn_niet_afgelopen", termijn=str(rij[0]), fout=type(fout).__name__)
    return False
