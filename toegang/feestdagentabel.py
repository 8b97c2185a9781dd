"""The equated days that the beheerder keeps, brought to the pure functions of `feestdagen.py`.

A process keeps the days in memory. Whoever computes a last day that will be kept (`usecases/klok.py`, the clock page)
calls `actueel()` first: one small question (how many rows, and the number of their last change) says whether another
process changed the table, and only then it is read again. A change is therefore seen by every process at its next
computation, without a message between them. What was being computed at the very moment of a change is found by the
nightly job, which computes the running clocks of days that changed again (`usecases/feestdagen_nalopen.py`).
"""

from django.db.models import Count, Max

from toegang import feestdagen
from toegang.models import Gelijkgestelde

_stand: tuple[int, int] | None = None


def actueel() -> None:
    """The table as it stands now is what counts in this process. One question, two when it changed."""
    global _stand
    nu = Gelijkgestelde.history.aggregate(aantal=Count("pk"), laatste=Max("history_id"))
    stand = (nu["aantal"], nu["laatste"] or 0)
    if stand != _stand:
        feestdagen.gelijkstellen(dict(Gelijkgestelde.objects.values_list("dag", "besluit")))
        _stand = stand
