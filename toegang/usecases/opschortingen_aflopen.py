"""The time to answer is over: the clock runs again by itself (Awb art. 4:15 lid 1 onder a, lid 2 onder a)."""

import datetime

import structlog
from django.db.models import Q

from toegang.models import Actor, Opschorting, Taak
from toegang.rechten import Rol
from toegang.rijen import rij_voor_rij
from toegang.usecases import taken
from toegang.usecases.opschorting_beeindigen import nakijktaak, opschorting_beeindigen, verstuurd
from toegang.usecases.termijn_ophalen import opschorting_vergrendelen

Einde, Grond = Opschorting.Einde, Opschorting.Grond
# These end by the calendar; of the others a colleague knows whether the ground is gone, and gets a task.
MET_DE_TIJD = {Grond.AANVULLING, Grond.INSTEMMING}
log = structlog.get_logger("toegang.termijnen")


def opschortingen_aflopen(*, vandaag: datetime.date) -> int:
    """End what ran out, one transaction each; two workers or a second run do nothing twice. How many."""
    systeem = Actor.objects.systeem()
    loopt = Q(termijn__gehaald_op=None, termijn__vervallen_op=None)
    kandidaten = Opschorting.objects.filter(loopt, tot_op=None, uiterlijk_op__lt=vandaag)
    pks = list(kandidaten.order_by("uiterlijk_op", "pk").values_list("pk", flat=True))
    return sum(rij_voor_rij(pks, lambda pk: _een(pk, door=systeem, vandaag=vandaag), anders=_mislukt))


def _mislukt(pk, fout: Exception) -> bool:
    log.exception("opschorting_niet_afgelopen", opschorting=str(pk), fout=type(fout).__name__)
    return False


def _een(pk, *, door: Actor, vandaag: datetime.date) -> bool:
    zaak, _, o = opschorting_vergrendelen(pk, door=door)
    if o.tot_op is not None or o.uiterlijk_op is None or o.uiterlijk_op >= vandaag:
        return False  # another worker, or a colleague, was first
    if o.grond not in MET_DE_TIJD:
        return _nakijken(zaak, o, door=door, vandaag=vandaag)
    nooit_gevraagd = o.grond == Grond.AANVULLING and not verstuurd(o)
    opschorting_beeindigen(
        opschorting_id=pk, einde=Einde.VERVALLEN if nooit_gevraagd else Einde.VERLOPEN,
        tot_op=max(o.vanaf_op, o.uiterlijk_op), door=door, vandaag=vandaag,
    )  # fmt: skip
    return True


def _nakijken(zaak, o: Opschorting, *, door: Actor, vandaag: datetime.date) -> bool:
    soort = nakijktaak(o)
    if Taak.objects.filter(sleutel=f"{soort}:{zaak.pk}").exists():
        return False
    taken.klaarzetten(
        soort, "De termijn staat langer stil dan verwacht. Kan hij weer lopen?", door=door, uiterlijk=vandaag,
        adres="toegang:termijnen", adres_pk=zaak.pk, zaak=zaak, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else Rol.ADMINISTRATIE,
    )  # fmt: skip
    return True
