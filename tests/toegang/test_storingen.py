"""A batch through every storm: workers killed, Redis emptied, PostgreSQL stopped in the middle. None lost, none doubled.

Only by `make faults` (`FAULTS=1000`, ten kills); `FAULTS=100` takes three. The small one of every test run is
test_brieven_echt.py. Its PostgreSQL is durable: it stands outside var/test*.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.utils import timezone
from redis import Redis

from config.diensten import PROJECT, postgres, redis
from tests.broker import verbinden
from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.toegang import echte_briefsoort  # noqa: F401  (registers the kind)
from toegang.models import Actor, Brief, Document, Gebeurtenis, Taak, Verzending, Verzendregel
from toegang.rechten import Rol
from toegang.statussen import BriefStatus
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.verzending_aanbieden import verzending_aanbieden
from toegang.usecases.verzending_samenstellen import verzending_samenstellen
from toegang.usecases.verzending_starten import verzending_starten

AANTAL = int(os.environ.get("FAULTS", "0"))
KEER = 10 if AANTAL >= 1000 else 3
pytestmark = [
    pytest.mark.skipif(not AANTAL, reason="make faults"),
    pytest.mark.traag,
    pytest.mark.redis,
    pytest.mark.timeout(3 * 3600),
    pytest.mark.django_db(transaction=True),
]


class Werkers:
    """Two worker processes with the sweep of every 15 seconds; a killed one is started again, as systemd does."""

    def __init__(self, map: Path, broker: str):
        s = connection.settings_dict
        adres = f"postgresql://{settings.DATABASE_ROL_APP}@/{s['HOST'].replace('/', '%2F')}/{s['NAME']}"
        self.map, self.broker, self.lopend = map, broker, []
        self.omgeving = os.environ | {
            "DATABASE_URL": adres, "MIGRATE_DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DOCUMENTEN_MAP": settings.STORAGES["default"]["OPTIONS"]["location"], "REDIS_URL": broker,
            "CELERY_BROKER_URL": broker,
        }  # fmt: skip

    def starten(self) -> None:
        nummer = len(list(self.map.glob("beat-*")))
        opdracht = [
            sys.executable, "-m", "celery", "-A", "config", "-b", self.broker, "worker", "--beat", "-c", "1",
            "-I", "tests.toegang.echte_briefsoort", "-s", str(self.map / f"beat-{time.monotonic_ns()}"),
            "-n", f"w{nummer}{time.monotonic_ns()}@hier", "-l", "WARNING",
        ]  # fmt: skip
        with (self.map / "werkers.log").open("ab") as log:
            self.lopend.append(
                subprocess.Popen(
                    opdracht, cwd=PROJECT, env=self.omgeving, stdout=log, stderr=log, start_new_session=True
                )
            )

    def doden(self) -> None:
        """One of them, with its child, in the middle of whatever it does; the next takes its place."""
        self._weg(self.lopend.pop(0))
        self.starten()

    def einde(self) -> None:
        for proces in self.lopend:
            self._weg(proces)

    @staticmethod
    def _weg(proces) -> None:
        if proces.poll() is None:
            os.killpg(proces.pid, signal.SIGKILL)
            proces.wait(10)


def stand(status: str) -> int:
    """How many letters; a server that comes back asks for a new connection."""
    for _ in range(300):
        try:
            return Brief.objects.filter(soort="echt", status=status).count()
        except OperationalError:
            connection.close()
            time.sleep(0.2)
    raise AssertionError("PostgreSQL did not come back")


def tot(hoeveel: int, status: str, seconden: float, log: Path) -> float:
    """Until so many letters are there; how long it took."""
    begin = time.monotonic()
    while stand(status) < hoeveel:
        if time.monotonic() - begin > seconden:
            raise AssertionError(f"{stand(status)} of {hoeveel}\n{log.read_text()[-4000:]}")
        time.sleep(0.1)
    return time.monotonic() - begin


def database_onderuit() -> None:
    """`pg_ctl stop -m immediate`, and the same again as after a power cut."""
    map_ = Path(os.environ["TOEGANG_VAR"]) / "postgres"
    pid = int((map_ / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGQUIT)
    einde = time.monotonic() + 30
    while postgres.draait(map_) and time.monotonic() < einde:
        time.sleep(0.1)
    connection.close()
    postgres.start(map_)


def stapel(door: Actor) -> Verzending:
    """A thousand people, each with one letter, chosen for today."""
    vandaag = timezone.localdate()
    for n in range(AANTAL):
        inwoner = InwonerFabriek(huisnummer=1 + n % 500, postcode=f"59{10 + n % 40}AB")
        zaak = ZaakFabriek(dossier=DossierFabriek(inwoner=inwoner, geopend_op=vandaag), gemeld_op=vandaag)
        brief_klaarzetten(
            soort="echt",
            zaak=zaak,
            bron_id=zaak.pk,
            onderwerp="Uw vraag is bij ons",
            door=door,
            verzenddatum=vandaag,
        )
    return verzending_samenstellen(
        door=door, nu=timezone.now(), vandaag=vandaag, verzenddatum=vandaag, soorten=["echt"]
    )


def test_een_stapel_overleeft_alles(tmp_path, settings, capsys):
    broker = redis.start(tmp_path / "redis")
    verbinden(broker)
    werkers = Werkers(tmp_path, broker)
    log, vandaag = tmp_path / "werkers.log", timezone.localdate()
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
    try:
        verzending = stapel(desk)
        verzending_starten(verzending_id=verzending.pk, door=desk, vandaag=vandaag)
        werkers.starten()
        werkers.starten()
        aanloop = max(AANTAL // 20, 3)
        tot(aanloop, BriefStatus.GEMAAKT, 120, log)
        tempo = (2 * aanloop) / max(tot(3 * aanloop, BriefStatus.GEMAAKT, 300, log), 0.1)
        begin = stand(BriefStatus.GEMAAKT)
        for keer in range(1, KEER + 1):
            tot(begin + (AANTAL - begin) * keer // (KEER + 2), BriefStatus.GEMAAKT, 900, log)
            werkers.doden()
            if keer == KEER // 2 + 1:
                Redis.from_url(broker.replace("redis+socket://", "unix://")).flushall()
            if keer == KEER:
                database_onderuit()
        rest = AANTAL - stand(BriefStatus.GEMAAKT)
        grens = rest / tempo + 60
        duurde = tot(AANTAL, BriefStatus.GEMAAKT, grens, log)

        einde = time.monotonic() + 180
        while not Verzending.objects.get(pk=verzending.pk).sha256:
            assert time.monotonic() < einde, log.read_text()[-4000:]
            time.sleep(0.2)
        verzending_aanbieden(verzending_id=verzending.pk, door=desk, vandaag=vandaag, op=vandaag)
        tot(AANTAL // 3, BriefStatus.VERZONDEN, 300, log)
        werkers.doden()
        tot(AANTAL, BriefStatus.VERZONDEN, 900, log)
    finally:
        werkers.einde()
        verbinden(settings.CELERY_BROKER_URL)
        redis.stop(tmp_path / "redis")

    with capsys.disabled():
        print(
            f"\n{AANTAL} letters, {KEER} kills, FLUSHALL, immediate stop: {tempo:.1f} letters/s,"
            f" the last {rest} in {duurde:.0f} s (limit {grens:.0f} s)"
        )
    plekken = (
        Verzendregel.objects.filter(verzending=verzending).order_by("plek").values_list("plek", flat=True)
    )
    assert list(plekken) == list(range(1, AANTAL + 1))
    assert Document.objects.count() == AANTAL
    for soort in ("brief_gemaakt", "brief_verzonden"):
        assert Gebeurtenis.objects.filter(soort=soort).count() == AANTAL, soort
    assert Taak.objects.filter(sleutel__startswith="brief_verzenden").count() == AANTAL
    assert not Taak.objects.open().filter(sleutel__startswith="brief_verzenden").exists()
    assert not Brief.objects.filter(pdf_sha256="").exists()
