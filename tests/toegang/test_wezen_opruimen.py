"""Files that no row names go after a day; what is young, named or not ours stays."""

import datetime
import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from structlog.testing import capture_logs

from config.celery import app
from tests.fabrieken import ZaakFabriek
from toegang import tasks
from toegang.models import Actor, Document
from toegang.models.document import willekeurig_pad
from toegang.usecases.wezen_opruimen import wezen_opruimen

pytestmark = pytest.mark.django_db


def bestand(naam: str = "", *, uren: int) -> str:
    """Stored so many hours ago."""
    naam = default_storage.save(naam or willekeurig_pad(None, ""), ContentFile(b"x"))
    om = (timezone.now() - datetime.timedelta(hours=uren)).timestamp()
    os.utime(default_storage.path(naam), (om, om))
    return naam


def test_een_wees_gaat_na_een_dag_en_de_rest_blijft():
    assert wezen_opruimen(door=Actor.objects.systeem(), nu=timezone.now()) == 0  # nothing was ever stored
    wees, jong, ander = bestand(uren=25), bestand(uren=23), bestand("eigen/lees.mij", uren=99)
    genoemd = bestand(uren=99)
    Document(
        zaak=ZaakFabriek(), soort="upload", titel="Bijlage", bestand=genoemd, grootte=1, sha256="0" * 64,
        gemaakt_om=timezone.now(),
    ).bewaren(door=Actor.objects.systeem(), reden="test")  # fmt: skip

    with capture_logs() as regels:
        weg = wezen_opruimen(door=Actor.objects.systeem(), nu=timezone.now())

    assert weg == 1
    assert [default_storage.exists(naam) for naam in (wees, jong, ander, genoemd)] == [
        False,
        True,
        True,
        True,
    ]
    assert [(r["event"], r["gezien"], r["weg"]) for r in regels] == [("wezen_opgeruimd", 3, 1)]
    assert wees not in str(regels)
    assert wezen_opruimen(door=Actor.objects.systeem(), nu=timezone.now()) == 0
    assert Document.objects.count() == 1


def test_elke_nacht():
    assert app.conf.beat_schedule["wezen"]["task"] == tasks.wezen.name
