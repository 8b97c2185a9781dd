"""What the desk's worker does for the citizen's site."""

import time

from celery import shared_task
from django.utils import timezone

from portaal.usecases.brieven_bezorgen import brieven_bezorgen
from portaal.usecases.postvak_verwerken import postvak_verwerken

RONDE = 20  # seconds; then another task may have the worker


@shared_task(name="portaal.tasks.postvak")
def postvak() -> int:
    """Answer what citizens asked; the portal wakes nobody up, so this looks every few seconds."""
    einde = time.monotonic() + RONDE
    return postvak_verwerken(nu=timezone.now(), doorgaan=lambda: time.monotonic() < einde)


@shared_task(name="portaal.tasks.bezorgen")
def bezorgen() -> int:
    """Announce the letters that lie ready for who chose Mijn hulp."""
    einde = time.monotonic() + RONDE
    return brieven_bezorgen(nu=timezone.now(), doorgaan=lambda: time.monotonic() < einde)
