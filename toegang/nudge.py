"""Wake up the work. The row is already in PostgreSQL; when the broker is away the sweep finds it."""

import structlog
from celery import current_app
from django.db import transaction

log = structlog.get_logger("toegang.nudge")


def nudge(werk: str) -> None:
    """Ask a worker to look now; never raises when the broker is gone."""
    try:
        current_app.send_task(f"toegang.tasks.{werk}", ignore_result=True)
    except Exception as fout:  # whatever is wrong with the broker, the form was saved
        log.warning("wekken_mislukt", werk=werk, fout=type(fout).__name__)


def nudge_na_commit(werk: str) -> None:
    """The same, after this transaction is kept."""
    transaction.on_commit(lambda: nudge(werk), robust=True)
