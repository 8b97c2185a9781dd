"""What a worker is woken up for. The truth is a row: a task that is lost or runs twice changes nothing."""

import time

from celery import shared_task
from django.utils import timezone

from toegang.nudge import nudge
from toegang.usecases.brief_maken import brieven_maken

RONDE = 20  # seconds; then another task may have the worker


@shared_task(name="toegang.tasks.brieven")
def brieven() -> int:
    """Make the letters that were asked for; more to do: wake up again."""
    einde = time.monotonic() + RONDE
    gemaakt = brieven_maken(nu=timezone.now(), doorgaan=lambda: time.monotonic() < einde)
    if time.monotonic() >= einde:
        nudge("brieven")
    return gemaakt
