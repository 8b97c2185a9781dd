"""The processes of the demo: what runs, how we know it as ours, how it starts and ends."""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from config import diensten
from config.diensten.proces import beeindigen, leeft, pid_uit

BIN = Path(sys.executable).parent
NAMEN = ("web", "portaal", "worker", "beat")


@dataclass(frozen=True)
class Demo:
    """The folder of running data, and what is known there."""

    var: Path

    @property
    def map(self) -> Path:
        return self.var / "demo"

    @property
    def stempel(self) -> Path:
        """Which code migrated and loaded; it stands beside the data it speaks of, and goes with it."""
        return self.var / "postgres" / "geladen"

    def log(self, naam: str) -> Path:
        return self.map / f"{naam}.log"

    def staart(self, naam: str, regels: int = 12) -> str:
        """The last lines of a log."""
        with suppress(OSError):
            return "\n".join(self.log(naam).read_text(errors="replace").splitlines()[-regels:])
        return ""

    def pid(self, naam: str) -> int:
        """Of the running process; 0 when there is none (a pid file of another process does not count)."""
        pid = pid_uit(self.map / f"{naam}.pid")
        return pid if leeft(pid, str(self.log(naam))) else 0

    def adres(self) -> str:
        return f"http://localhost:{pid_uit(self.map / 'poort')}/"

    def adres_portaal(self) -> str:
        """The citizen's site: the port above that of the desk."""
        return f"http://localhost:{pid_uit(self.map / 'poort') + 1}/"


def omgeving(naam: str = "") -> dict[str, str]:
    """What every process of the demo gets; the citizen's site has settings of its own."""
    soort = "portaal_demo" if naam == "portaal" else "demo"
    return {**os.environ, "DJANGO_SETTINGS_MODULE": f"config.settings.{soort}", "PYTHONUNBUFFERED": "1"}


def beheer(demo: Demo, *opdracht: str) -> bool:
    """A command of manage.py, its words in a log; whether it went well."""
    with demo.log(opdracht[0]).open("wb") as log:
        gedaan = subprocess.run(
            [sys.executable, "manage.py", *opdracht],
            cwd=diensten.PROJECT,
            env=omgeving(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
        )
    return gedaan.returncode == 0


def start(demo: Demo, naam: str, poort: int) -> None:
    """Start one in the background; the path of its log in its command line is how we know it again."""
    celery = [str(BIN / "celery"), "-A", "config"]
    gunicorn = [str(BIN / "gunicorn"), "--preload", "--threads", "4", "--workers"]
    portaal = ["1", "config.wsgi_portaal", "--bind", f"127.0.0.1:{poort + 1}"]
    schema = str(demo.map / "celerybeat-schedule")
    opdracht = {
        "web": [*gunicorn, "2", "config.wsgi", "--bind", f"127.0.0.1:{poort}", "--error-logfile"],
        "portaal": [*gunicorn, *portaal, "--error-logfile"],
        "worker": [*celery, "worker", "--concurrency", "2", "-l", "INFO", "--logfile"],
        "beat": [*celery, "beat", "-l", "INFO", "--pidfile=", "--schedule", schema, "--logfile"],
    }[naam]
    with demo.log(naam).open("ab") as log:
        proces = subprocess.Popen(
            [*opdracht, str(demo.log(naam))],
            cwd=diensten.PROJECT,
            env=omgeving(naam),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    (demo.map / f"{naam}.pid").write_text(f"{proces.pid}\n")


def stop(demo: Demo) -> list[str]:
    """End what runs; the names of what was ended."""
    gestopt = []
    for naam in reversed(NAMEN):
        if pid := demo.pid(naam):
            if not beeindigen(pid, str(demo.log(naam)), (signal.SIGTERM,), 15):
                with suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGKILL)  # its job is a row: the sweep takes it up again
            gestopt.append(naam)
        (demo.map / f"{naam}.pid").unlink(missing_ok=True)
    return gestopt


def gezond(adres: str) -> bool:
    """Whether the web server answers; what its health page thinks of the worker comes later."""
    try:
        with urllib.request.urlopen(f"{adres}gezond/", timeout=5):  # nosec B310  # our own address
            return True
    except urllib.error.HTTPError as fout:
        return fout.code == 503
    except OSError:
        return False
