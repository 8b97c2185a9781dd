"""One Celery worker with its clock for all journeys of a test process; between two journeys it stands still.

A worker that starts anew for each journey loads the whole application each time, seconds of both cores. Standing still
matters: other tests commit rows too, and nobody may work on those.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.db import connection
from redis import Redis

from config.diensten import redis

NAAM = "werker"  # of its database connections
IDLE_BINNEN = 20  # seconds


class Werkproces:
    """The process, its Redis and its documents."""

    def __init__(self, map: Path):
        self.map, self.log, self.documenten = map, map / "werker.log", map / "documenten"
        self.url = redis.start(map / "redis") or ""
        self.proces: subprocess.Popen | None = None

    def verder(self) -> None:
        """Work on; a first time, or after it was ended, with a new process."""
        shutil.rmtree(self.documenten, ignore_errors=True)
        if self.proces is None or self.proces.poll() is not None:
            self._beginnen()
        else:
            os.killpg(self.proces.pid, signal.SIGCONT)

    def stilstaan(self) -> None:
        """Finish what is under way, then hold; who does not come to an end is ended."""
        einde = time.monotonic() + IDLE_BINNEN
        while time.monotonic() < einde:
            if self._niets_te_doen():
                os.killpg(self.proces.pid, signal.SIGSTOP)
                if self._niets_te_doen():
                    return
                os.killpg(self.proces.pid, signal.SIGCONT)
            time.sleep(0.05)
        self.beeindigen()

    def beeindigen(self) -> None:
        """End the process; its connections to the database end with it."""
        if self.proces is None:
            return
        os.killpg(self.proces.pid, signal.SIGCONT)
        self.proces.terminate()
        try:
            self.proces.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.proces.pid, signal.SIGKILL)
            self.proces.wait()
        self.proces = None

    def stoppen(self) -> None:
        """The end of all journeys."""
        self.beeindigen()
        redis.stop(self.map / "redis")

    def _beginnen(self) -> None:
        d = connection.settings_dict
        rol = f"postgresql://{settings.DATABASE_ROL_APP}@/{d['HOST'].replace('/', '%2F')}/{d['NAME']}"
        rol += f"?application_name={NAAM}"
        omgeving = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": rol, "MIGRATE_DATABASE_URL": rol,
            "REDIS_URL": self.url, "CELERY_BROKER_URL": self.url, "DOCUMENTEN_MAP": str(self.documenten),
        }  # fmt: skip
        opdracht = [
            sys.executable, "-m", "celery", "-A", "config", "worker", "--beat", "-c", "1", "--loglevel", "INFO",
            "--schedule", str(self.map / "beat"),
        ]  # fmt: skip
        with self.log.open("a") as uit:
            self.proces = subprocess.Popen(
                opdracht, env=omgeving, stdout=uit, stderr=subprocess.STDOUT, start_new_session=True
            )

    def _niets_te_doen(self) -> bool:
        """No task waits or is under way, and no statement of it runs."""
        wacht = Redis(unix_socket_path=self.url.removeprefix("redis+socket://"))
        with wacht, connection.cursor() as cursor:
            if wacht.llen("celery") or wacht.hlen("unacked"):
                return False
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND application_name = %s AND state <> 'idle'",
                [NAAM],
            )
            return cursor.fetchone() == (0,)
