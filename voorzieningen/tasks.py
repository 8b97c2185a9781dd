"""Celery wakes these up; the rows are the truth, so running twice does nothing twice."""

import time
from dataclasses import asdict

from celery import shared_task
from django.utils import timezone

from toegang.models import Actor
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.hulp_vooruitzien import hulp_vooruitzien
from voorzieningen.usecases.indicaties_starten import indicaties_aflopen
from voorzieningen.usecases.indicaties_starten import indicaties_starten as starten
from voorzieningen.usecases.ladder_stoppen import ladders_opruimen
from voorzieningen.usecases.leveringen_bewaken import leveringen_bewaken
from voorzieningen.usecases.ochtendberichten_versturen import ochtendberichten_versturen

RONDE = 20  # seconds; then another task may have the worker, and the next one goes on


@shared_task(name="voorzieningen.tasks.indicaties_starten")
def indicaties_starten() -> dict[str, int]:
    """Each morning: help that begins today, help that ended yesterday; what is to be looked at in time."""
    vandaag = timezone.localdate()
    vooruit = hulp_vooruitzien(vandaag=vandaag)
    return {"achttien": vooruit.achttien, "heronderzoek": vooruit.heronderzoek} | {
        "begonnen": starten(vandaag=vandaag),
        "afgelopen": indicaties_aflopen(vandaag=vandaag),
    }


@shared_task(name="voorzieningen.tasks.herinneringen")
def herinneringen() -> dict[str, int]:
    """Every hour of the day: the rungs that are due and were not done, and tasks of which the reason is gone."""
    vandaag = timezone.localdate()
    opgeruimd = ladders_opruimen(door=Actor.objects.systeem(), vandaag=vandaag)
    return asdict(herinneringen_versturen(vandaag=vandaag)) | {"opgeruimd": opgeruimd}


@shared_task(name="voorzieningen.tasks.leveringen")
def leveringen() -> dict[str, int]:
    """Every quarter of an hour: what was granted and is not ordered, what did not begin; each a task, once."""
    return asdict(leveringen_bewaken(vandaag=timezone.localdate()))


@shared_task(name="voorzieningen.tasks.ochtendberichten")
def ochtendberichten() -> int:
    """In the morning: one e-mail for each colleague with something new."""
    einde = time.monotonic() + RONDE
    return ochtendberichten_versturen(nu=timezone.now(), doorgaan=lambda: time.monotonic() < einde)
