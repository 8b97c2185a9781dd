"""What time it is, for what is written down with a time of its own: history, timeline, tasks, letters.

Everywhere else the moment is an argument. Only the demo municipality, which is made today with a past, and
tests set it; the application never does.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_moment: ContextVar[datetime.datetime | None] = ContextVar("moment", default=None)


def nu() -> datetime.datetime:
    """The clock, or the moment that was set around this."""
    return _moment.get() or timezone.now()


@contextmanager
def op_moment(om: datetime.datetime) -> Iterator[None]:
    """What is written inside happened at this moment."""
    if timezone.is_naive(om):
        raise ValueError("Een moment heeft een tijdzone.")
    vorig = _moment.set(om)
    try:
        yield
    finally:
        _moment.reset(vorig)
