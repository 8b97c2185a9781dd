"""Celery wakes these up; the rows are the truth, so running twice does nothing twice."""

import time
from dataclasses import asdict

from celery import shared_task
from django.utils import timezone

from wijkteams.usecases.collegaberichten_versturen import collegaberichten_versturen
from wijkteams.usecases.dienstverbanden_bijwerken import dienstverbanden_bijwerken

RONDE = 20  # seconds; then another task may have the worker, and the next one goes on


@shared_task(name="wijkteams.tasks.collegaberichten")
def collegaberichten() -> int:
    """E-mails to colleagues about signing in."""
    einde = time.monotonic() + RONDE
    return collegaberichten_versturen(nu=timezone.now(), doorgaan=lambda: time.monotonic() < einde)


@shared_task(name="wijkteams.tasks.dienstverbanden")
def dienstverbanden() -> dict[str, int]:
    """Each night: what begins or ends today."""
    return asdict(dienstverbanden_bijwerken(nu=timezone.now(), vandaag=timezone.localdate()))
