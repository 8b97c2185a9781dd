"""The days that a royal decree puts on a par with a feast day: kept, and the running clocks computed anew."""

import datetime
from collections import Counter

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import feestdagen, feestdagentabel, gebeurtenissen, opmaak
from toegang.models import Actor, Gelijkgestelde, Taak, Termijn, Zaak
from toegang.moment import nu
from toegang.nudge import nudge_na_commit
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.rijen import rij_voor_rij
from toegang.usecases import klok, taken

REDEN = "feestdag bijgewerkt"
Verschoven = tuple[str, datetime.date, datetime.date]  # soort, van, naar
# A day moves ends that fell on it, and short terms that just need two working days (ATW art. 1 and 2).
RAAKT_DAGEN = 7
WAARSCHUWEN_VANAF_MAAND = 10
log = structlog.get_logger("toegang.feestdagen")


@transaction.atomic
def feestdag_vastleggen(
    *, dag: datetime.date, besluit: str, door: Actor, gelijkgestelde_id=None, versie: int | None = None
) -> Gelijkgestelde:
    """Add a day, or mend one that was typed wrong (ATW art. 3 lid 3). A worker then computes the clocks anew."""
    check_rol(door, Rol.BEHEERDER)
    if dag in feestdagen.feestdagen(dag.year) and not gelijkgestelde_id:
        raise ValidationError({"dag": f"{opmaak.datum(dag)} staat al op de lijst"})
    if Gelijkgestelde.objects.filter(dag=dag).exclude(pk=gelijkgestelde_id).exists():
        raise ValidationError({"dag": f"{opmaak.datum(dag)} staat al op de lijst"})
    rij = Gelijkgestelde.objects.vergrendelen(gelijkgestelde_id) if gelijkgestelde_id else Gelijkgestelde()
    if gelijkgestelde_id:
        rij.check_versie(versie)
    rij.dag, rij.besluit = dag, besluit
    rij.bewaren(door=door, reden="gelijkgestelde dag vastgelegd")
    taken.afhandelen(f"feestdagen_{dag.year}", None, door=door)
    feestdagentabel.actueel()
    transaction.on_commit(feestdagentabel.actueel)
    nudge_na_commit("feestdagen")
    return rij


def feestdagen_nalopen(*, sinds: datetime.datetime) -> Counter:
    """Compute the running clocks anew around each day that changed since; (soort, van, naar) -> how many.

    Each zaak in its own transaction; what already stands right is left alone, so a second run changes nothing.
    """
    feestdagentabel.actueel()
    systeem = Actor.objects.systeem()
    veranderd: Counter = Counter()
    geraakt = Gelijkgestelde.history.filter(history_date__gte=sinds).values_list("id", flat=True)
    for dag in sorted(set(Gelijkgestelde.history.filter(id__in=geraakt).values_list("dag", flat=True))):
        tot = dag + datetime.timedelta(days=RAAKT_DAGEN)
        rijen = Termijn.objects.lopend().filter(
            stil_sinds=None, uiterste_datum__gte=dag, uiterste_datum__lte=tot
        )
        sleutels = list(rijen.order_by("zaak_id", "pk").values_list("pk", "zaak_id"))
        veranderd.update(
            wat
            for wat in rij_voor_rij(sleutels, lambda rij: _een(*rij, door=systeem), anders=_mislukt)
            if wat
        )
    return veranderd


def _mislukt(rij: tuple, fout: Exception) -> None:
    """Tomorrow night it is tried again."""
    log.exception("termijn_niet_berekend", termijn=str(rij[0]), fout=type(fout).__name__)


def _een(termijn_id, zaak_id, *, door: Actor) -> Verschoven | None:
    zaak = Zaak.objects.vergrendelen(zaak_id)
    termijn = Termijn.objects.vergrendelen(termijn_id)
    if termijn.gehaald_op or termijn.vervallen_op or termijn.stil_sinds:
        return None
    oud = termijn.uiterste_datum
    if not klok.herberekenen(zaak, termijn, nu().date(), door=door, reden=REDEN):
        return None
    gebeurtenissen.termijn_verschoven(termijn, door=door)
    zaak.bewaren(door=door, reden=REDEN)
    return termijn.soort, oud, termijn.uiterste_datum


def feestdagen_waarschuwen(*, vandaag: datetime.date) -> Taak | None:
    """From October a task for the beheerder when no decree is held for next year; once for each year."""
    jaar = vandaag.year + 1
    feestdagentabel.actueel()
    if vandaag.month < WAARSCHUWEN_VANAF_MAAND or feestdagen.gelijkgesteld(jaar):
        return None
    soort = f"feestdagen_{jaar}"
    if Taak.objects.filter(sleutel=f"{soort}:None").exists():  # done: there is no such day that year
        return None
    return taken.klaarzetten(
        soort, f"Vul de gelijkgestelde dagen van {jaar} in: er staat er nog geen.", door=Actor.objects.systeem(),
        uiterlijk=datetime.date(vandaag.year, 12, 1), adres="toegang:feestdagen", rol=Rol.BEHEERDER,
    )  # fmt: skip


@transaction.atomic
def geen_feestdagen_bevestigen(*, jaar: int, door: Actor) -> None:
    """There is no decree for that year: the task is done and does not come back."""
    check_rol(door, Rol.BEHEERDER)
    taken.afhandelen(f"feestdagen_{jaar}", None, door=door)
