"""Letters with a real Redis and a real worker, killed in the middle: none lost, none doubled."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from config.diensten import PROJECT, redis
from tests.broker import verbinden
from tests.fabrieken import VANDAAG, ZaakFabriek
from toegang.models import Actor, Brief, Document, Gebeurtenis, Taak
from toegang.nudge import nudge
from toegang.statussen import BriefStatus
from toegang.usecases.brief_klaarzetten import brief_klaarzetten

pytestmark = [pytest.mark.traag, pytest.mark.redis]
AANTAL = 16


@pytest.fixture
def broker(tmp_path, settings):
    if redis.programma() is None:
        pytest.skip("no redis-server")
    url = redis.start(tmp_path / "redis")
    verbinden(url)
    yield url
    verbinden(settings.CELERY_BROKER_URL)
    redis.stop(tmp_path / "redis")


@pytest.fixture
def worker(broker, tmp_path):
    """Starts workers on the test's database; ends what still runs."""
    lopend = []
    s = connection.settings_dict
    adres = f"postgresql://toegang_app@/{s['HOST'].replace('/', '%2F')}/{s['NAME']}"
    omgeving = os.environ | {
        "DATABASE_URL": adres, "MIGRATE_DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DOCUMENTEN_MAP": str(tmp_path / "documenten"), "REDIS_URL": broker,
    }  # fmt: skip
    opdracht = [sys.executable, "-m", "celery", "-A", "config", "-b", broker, "worker", "--concurrency", "2",
                "-I", "tests.toegang.echte_briefsoort", "-l", "INFO"]  # fmt: skip

    def beginnen():
        with (tmp_path / "worker.log").open("ab") as log:
            p = subprocess.Popen(
                opdracht, cwd=PROJECT, env=omgeving, stdout=log, stderr=log, start_new_session=True
            )
        lopend.append(p)
        return p

    yield beginnen
    for p in lopend:
        doden(p)


def doden(p):
    if p.poll() is None:
        os.killpg(p.pid, signal.SIGKILL)
        p.wait(10)


def tot(voorwaarde, log: Path, seconden=60):
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, log.read_text()[-3000:]
        time.sleep(0.05)


def gemaakt() -> int:
    return Brief.objects.filter(status=BriefStatus.GEMAAKT).count()


def vragen():
    zaak = ZaakFabriek()
    brief_klaarzetten(
        soort="echt", zaak=zaak, bron_id=zaak.pk, onderwerp="Uw vraag is bij ons", door=Actor.objects.systeem(),
        verzenddatum=VANDAAG,
    )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_een_gedode_worker_verliest_en_verdubbelt_geen_brief(worker, tmp_path):
    log = tmp_path / "worker.log"
    eerste = worker()
    for _ in range(AANTAL):
        vragen()
    tot(lambda: gemaakt() >= 3, log)

    doden(eerste)
    tussenstand = gemaakt()
    worker()
    nudge("brieven")  # as the sweep does every 15 seconds
    tot(lambda: gemaakt() == AANTAL, log)

    assert tussenstand < AANTAL
    assert Document.objects.count() == AANTAL
    assert Gebeurtenis.objects.filter(soort="brief_gemaakt").count() == AANTAL
    assert Taak.objects.filter(sleutel__startswith="brief_verzenden").count() == AANTAL
    assert not Brief.objects.filter(pogingen__gt=0).exists()


@pytest.mark.django_db(transaction=True)
def test_zonder_redis_blijft_een_formulier_snel():
    begin = time.monotonic()

    vragen()

    assert time.monotonic() - begin < 2
    assert Brief.objects.get().status == BriefStatus.GEVRAAGD
