"""`make demo`, `make stop`, `make clean`: the demo with web, worker and scheduler on this machine."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from config import diensten
from config.diensten import postgres
from config.diensten.proces import DienstFout, beeindigen, leeft, pid_uit, slot
from config.diensten.proces import poort as vrije_poort

BIN = Path(sys.executable).parent
BLIJFT = {"installatie", "test"}  # what `clean` leaves: the installer's stamps, and the tests' own servers


@dataclass(frozen=True)
class Demo:
    """The folder of running data, and what is known there."""

    var: Path

    @property
    def map(self) -> Path:
        return self.var / "demo"

    def log(self, naam: str) -> Path:
        return self.map / f"{naam}.log"

    def pid(self, naam: str) -> int:
        """Of the running process; 0 when there is none (a pid file of another process does not count)."""
        pid = pid_uit(self.map / f"{naam}.pid")
        return pid if leeft(pid, str(self.log(naam))) else 0

    def adres(self) -> str:
        return f"http://localhost:{pid_uit(self.map / 'poort')}/"


def opdrachten(demo: Demo, poort: int) -> dict[str, list[str]]:
    """What runs; the path of its log in the command line is how we know a process as ours."""
    web = [
        str(BIN / "gunicorn"),
        "config.wsgi",
        "--bind",
        f"127.0.0.1:{poort}",
        "--workers",
        "2",
        "--threads",
        "4",
    ]
    celery = [str(BIN / "celery"), "-A", "config"]
    beat = ["--schedule", str(demo.map / "celerybeat-schedule"), "--pidfile="]
    return {
        "web": [*web, "--error-logfile", str(demo.log("web"))],
        "worker": [
            *celery,
            "worker",
            "--concurrency",
            "2",
            "-l",
            "INFO",
            "--logfile",
            str(demo.log("worker")),
        ],
        "beat": [*celery, "beat", "-l", "INFO", *beat, "--logfile", str(demo.log("beat"))],
    }


def start(demo: Demo) -> None:
    """Start what is not running, keep the data, print the address."""
    begin = time.monotonic()
    lopend = [naam for naam in opdrachten(demo, 0) if demo.pid(naam)]
    if len(lopend) == len(opdrachten(demo, 0)) and _gezond(demo.adres()):
        print(f"The demo is running already: {demo.adres()} (`make stop` ends it; its data stays).")
        return
    if lopend:
        print(f"Left over from an earlier demo and stopped: {', '.join(_stop_processen(demo))}.")
    poort = vrije_poort(os.environ.get("PORT") or "8000")

    omgeving = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.demo", "PYTHONUNBUFFERED": "1"}
    diensten.database_url(eigenaar=False)
    if not diensten.redis_url():
        (demo.var / "celery").mkdir(exist_ok=True)
        print("There is no redis-server here: the worker gets its work by files below var/ (demo only).")
    _beheer(demo, "migrate", "--no-input", omgeving=omgeving, zin="Bringing the database up to date")
    _beheer(demo, "demo_laden", omgeving=omgeving, zin="Loading the demo municipality")

    (demo.map / "poort").write_text(str(poort))
    for naam, opdracht in opdrachten(demo, poort).items():
        with demo.log(naam).open("ab") as log:
            proces = subprocess.Popen(
                opdracht,
                cwd=diensten.PROJECT,
                env=omgeving,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        (demo.map / f"{naam}.pid").write_text(f"{proces.pid}\n")
    einde = time.monotonic() + 60
    while not _gezond(demo.adres()):
        if not demo.pid("web") or time.monotonic() > einde:
            _stop_processen(demo)
            raise DienstFout(
                f"The web server did not start; the end of {demo.log('web')}:\n{_staart(demo, 'web')}"
            )
        time.sleep(0.1)
    print(f"The demo is ready in {time.monotonic() - begin:.0f} s: {demo.adres()}")
    print("Step in there as any role. `make stop` ends it and keeps the data; `make clean` removes the data.")


def stop(demo: Demo) -> None:
    """Stop web, worker, scheduler and the private services; the data stays."""
    gestopt = _stop_processen(demo)
    if postgres.draait((demo.var / "postgres").resolve()):
        gestopt.append("postgres")
    diensten.stop(demo.var)
    print(f"Stopped: {', '.join(gestopt)}. The data stays." if gestopt else "The demo was not running.")


def clean(demo: Demo) -> None:
    """Stop, then remove the demo's data: only below the project's own var/."""
    if demo.var != diensten.PROJECT / "var" or demo.var.is_symlink():
        raise DienstFout(f"The data is in {demo.var}, outside the project: remove that folder yourself.")
    stop(demo)
    weg = sorted(pad for pad in demo.var.glob("*") if pad.name not in BLIJFT)
    for pad in weg:
        if pad.is_dir() and not pad.is_symlink():
            shutil.rmtree(pad)
        else:
            pad.unlink()
    print(
        f"Removed below var/: {', '.join(p.name for p in weg)}."
        if weg
        else "There was no demo data to remove."
    )


def _beheer(demo: Demo, *opdracht: str, omgeving: dict[str, str], zin: str) -> None:
    """A command of manage.py; when it fails its last words, and what one can do."""
    print(f"{zin} …", flush=True)
    with demo.log(opdracht[0]).open("wb") as log:
        gedaan = subprocess.run(
            [sys.executable, "manage.py", *opdracht],
            cwd=diensten.PROJECT,
            env=omgeving,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
        )
    if gedaan.returncode:
        raise DienstFout(
            f"{_staart(demo, opdracht[0])}\n`manage.py {opdracht[0]}` failed (log: {demo.log(opdracht[0])}). "
            "Nothing was removed: mend it and run `make demo` again, or `make clean` to begin anew."
        )


def _stop_processen(demo: Demo) -> list[str]:
    gestopt = []
    for naam in ("beat", "worker", "web"):
        if pid := demo.pid(naam):
            if not beeindigen(pid, str(demo.log(naam)), (signal.SIGTERM,), 15):
                with suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGKILL)  # its job is a row: the sweep takes it up again
            gestopt.append(naam)
        (demo.map / f"{naam}.pid").unlink(missing_ok=True)
    return gestopt


def _staart(demo: Demo, naam: str, regels: int = 12) -> str:
    with suppress(OSError):
        return "\n".join(demo.log(naam).read_text(errors="replace").splitlines()[-regels:])
    return ""


def _gezond(adres: str) -> bool:
    """Whether the web server answers; what its health page thinks of the worker comes later."""
    try:
        with urllib.request.urlopen(f"{adres}gezond/", timeout=5):  # nosec B310: our own address
            return True
    except urllib.error.HTTPError as fout:
        return fout.code == 503
    except OSError:
        return False


def main(woord: str) -> None:
    """start | stop | clean, one at a time."""
    demo = Demo(diensten.VAR.resolve() if woord != "clean" else diensten.VAR)
    werk = {"start": start, "stop": stop, "clean": clean}.get(woord)
    if werk is None:
        raise DienstFout("Choose start, stop or clean.")
    with slot(demo.var / ".slot-demo"):
        demo.map.mkdir(parents=True, exist_ok=True)
        werk(demo)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
