"""Wake up the work. The row is already in PostgreSQL; when the broker is away the sweep finds it."""

from functools import partial

import structlog
from celery import current_app
from django.db import connection, transaction

log = structlog.get_logger("toegang.nudge")


def nudge(werk: str) -> None:
    """Ask a worker to look now; never raises when the broker is gone. Work of a later room has its full name."""
    try:
        current_app.send_task(werk if "." in werk else f"toegang.tasks.{werk}", ignore_result=True)
    except Exception as fout:  # whatever is wrong with the broker, the form was saved
        log.warning("wekken_mislukt", werk=werk, fout=type(fout).__name__)


def nudge_na_commit(werk: str) -> None:
    """The same, after this transaction is kept; once, however many rows it wrote."""
    staan_klaar = [haak for _, haak, _ in connection.run_on_commit if isinstance(haak, partial)]
    if not any((haak.func, haak.args) == (_wekken, (werk,)) for haak in staan_klaar):
        transaction.on_commit(partial(_wekken, werk), robust=True)


def _wekken(werk: str) -> None:
    nudge(werk)
