"""Celery wakes these up; the rows are the truth, so running twice does nothing twice."""

from celery import shared_task
from django.utils import timezone

from voorzieningen.usecases.indicaties_starten import indicaties_aflopen
from voorzieningen.usecases.indicaties_starten import indicaties_starten as starten


@shared_task(name="voorzieningen.tasks.indicaties_starten")
def indicaties_starten() -> dict[str, int]:
    """Each morning: help that begins today, help that ended yesterday."""
    vandaag = timezone.localdate()
    return {"begonnen": starten(vandaag=vandaag), "afgelopen": indicaties_aflopen(vandaag=vandaag)}
