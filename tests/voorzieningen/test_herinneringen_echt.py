"""Reminders with a real Redis, real workers and real beats: killed in the middle, two at once; none lost or doubled."""

import datetime
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from config.diensten import PROJECT, redis
from tests.broker import verbinden
from tests.fabrieken import WijkteamFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.voorzieningen.lopend import consulent, lopende_hulp
from toegang.models import Brief, Gebeurtenis, Taak
from voorzieningen.models import Herinnering

pytestmark = [pytest.mark.traag, pytest.mark.redis]
AANTAL = 40


@pytest.fixture
def planner(tmp_path, settings):
    """`planner(naam)`: a worker with its own beat on the test's database; ends what still runs."""
    if redis.programma() is None:
        pytest.skip("no redis-server")
    url = redis.start(tmp_path / "redis")
    verbinden(url)
    lopend = []
    s = connection.settings_dict
    adres = f"postgresql://toegang_app@/{s['HOST'].replace('/', '%2F')}/{s['NAME']}"
    omgeving = os.environ | {
        "DATABASE_URL": adres, "MIGRATE_DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "REDIS_URL": url, "CELERY_BROKER_URL": url,
    }  # fmt: skip

    def beginnen(naam: str):
        opdracht = [
            sys.executable, "-m", "celery", "-A", "config", "-b", url, "worker", "--concurrency", "2", "--beat",
            "--schedule", str(tmp_path / f"beat-{naam}"), "-n", f"{naam}@%h", "-l", "INFO",
            "-I", "tests.voorzieningen.echte_beat",
        ]  # fmt: skip
        with (tmp_path / "planner.log").open("ab") as log:
            p = subprocess.Popen(
                opdracht, cwd=PROJECT, env=omgeving, stdout=log, stderr=log, start_new_session=True
            )
        lopend.append(p)
        return p

    yield beginnen
    for p in lopend:
        doden(p)
    verbinden(settings.CELERY_BROKER_URL)
    redis.stop(tmp_path / "redis")


def doden(p) -> None:
    """kill -9, the whole group: nothing is said goodbye to."""
    if p.poll() is None:
        os.killpg(p.pid, signal.SIGKILL)
        p.wait(10)


def tot(voorwaarde, log: Path, seconden=120) -> None:
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, log.read_text()[-3000:]
        time.sleep(0.02)


@pytest.mark.timeout(400)
@pytest.mark.django_db(transaction=True)
def test_een_gedode_planner_verliest_en_verdubbelt_geen_herinnering(planner, tmp_path):
    log, team = tmp_path / "planner.log", WijkteamFabriek()
    velden = {"wijkteam": team, "regisseur": consulent(team)}
    einde = timezone.localdate() + datetime.timedelta(weeks=15)
    aanbod = huishoudelijke_hulp()
    for _ in range(AANTAL):
        lopende_hulp(aanbod=aanbod, zaakvelden=velden, einddatum=einde)

    eerste = planner("een")
    tot(lambda: Herinnering.objects.count() > 0, log)
    doden(eerste)
    tussenstand = Herinnering.objects.count()
    for naam in ("twee", "drie"):  # two schedulers at once
        planner(naam)
    tot(lambda: Herinnering.objects.count() == AANTAL, log)
    time.sleep(3)  # and some more rounds of both

    assert 0 < tussenstand < AANTAL
    assert Herinnering.objects.count() == AANTAL
    assert Taak.objects.filter(sleutel__startswith="herinnering:").count() == AANTAL
    assert Taak.objects.filter(sleutel__startswith="afloop:").count() == AANTAL
    assert Brief.objects.filter(soort="hulp_loopt_af").count() == AANTAL
    assert Gebeurtenis.objects.filter(soort="hulp_loopt_af").count() == AANTAL
