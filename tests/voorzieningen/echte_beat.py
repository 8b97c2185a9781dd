"""Loaded by the real worker of a test: beat asks for the reminders every second, in small and slow portions."""

import functools
import time

from celery import current_app

from voorzieningen import tasks
from voorzieningen.usecases import herinneringen_doen

PORTIE = 8
current_app.conf.beat_schedule = {
    "herinneringen": {"task": "voorzieningen.tasks.herinneringen", "schedule": 1.0}
}
_gewoon = herinneringen_doen.inwoner_inlichten


def _langzaam(*args, **kwargs):
    time.sleep(0.03)
    return _gewoon(*args, **kwargs)


herinneringen_doen.inwoner_inlichten = _langzaam
tasks.herinneringen_versturen = functools.partial(tasks.herinneringen_versturen, per_keer=PORTIE)
