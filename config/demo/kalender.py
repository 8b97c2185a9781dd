"""Working days and moments of a story that was told before today."""

import datetime
from random import Random
from zoneinfo import ZoneInfo

from toegang.termijnen import is_werkdag, uiterste_datum

HIER = ZoneInfo("Europe/Amsterdam")
DAG = datetime.timedelta(days=1)


def werkdagen_terug(dag: datetime.date, aantal: int) -> datetime.date:
    """So many working days earlier; first to the last working day on or before `dag`."""
    while not is_werkdag(dag):
        dag -= DAG
    while aantal:
        dag -= DAG
        aantal -= is_werkdag(dag)
    return dag


def werkdagen_verder(dag: datetime.date, aantal: int) -> datetime.date:
    """So many working days later; first to the first working day on or after `dag`."""
    while not is_werkdag(dag):
        dag += DAG
    while aantal:
        dag += DAG
        aantal -= is_werkdag(dag)
    return dag


def gemeld_voor_onderzoek_tot(einde: datetime.date) -> datetime.date:
    """A working day whose six weeks end on `einde`, or as near before it as the holidays allow."""
    for terug in range(35, 60):
        dag = einde - terug * DAG
        if is_werkdag(dag) and uiterste_datum(dag, weken=6) <= einde:
            return dag
    raise ValueError(einde)


class Klok:
    """Walks forward through office hours, and never past the real now."""

    def __init__(self, begin: datetime.date, nu: datetime.datetime, kans: Random):
        self.dag, self._nu, self._kans = begin, nu, kans
        self._laatst: datetime.datetime | None = None

    def verder(self, werkdagen: int) -> None:
        self.dag = werkdagen_verder(self.dag, werkdagen)

    def nu(self) -> datetime.datetime:
        """The next moment of this day."""
        minuten = self._kans.randint(5, 50)
        if self._laatst is not None and self._laatst.date() == self.dag:
            moment = self._laatst + datetime.timedelta(minutes=minuten)
        else:
            moment = datetime.datetime.combine(self.dag, datetime.time(8, 35), HIER)
            moment += datetime.timedelta(minutes=3 * minuten)
        self._laatst = moment
        return min(moment, self._nu)
