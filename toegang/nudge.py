"""Wake up the work. The row is already in PostgreSQL; when the broker is away the sweep finds it."""

from functools import partial

import structlog
from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = structlog.get_logger("toegang.nudge")


def nudge(werk: str) -> None:
    """Ask a worker to look now; never raises when the broker is gone."""
    try:
        current_app.send_task(f"toegang.tasks.{werk}", ignore_result=True)
    except (OperationalError, OSError) as fout:
        log.warning("wekken_mislukt", werk=werk, fout=type(fout).__name__)


def nudge_na_commit(werk: str) -> None:
    """The same, after this transaction is kept."""
    transaction.on_commit(partial(nudge, werk), robust=True)
