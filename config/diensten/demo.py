"""`make demo`, `make stop`, `make clean`: the demo with web, worker and scheduler on this machine."""

import hashlib
import os
import shutil
import sys
import time
from contextlib import suppress

from config import diensten
from config.diensten import controle, demo_processen, postgres
from config.diensten.demo_processen import NAMEN, Demo
from config.diensten.proces import DienstFout, slot
from config.diensten.proces import poort as vrije_poort

BLIJFT = ("installatie", "test")  # what `clean` leaves: the installer's stamps, and the tests' own servers


def start(demo: Demo) -> None:
    """Start what is not running, keep the data, print the address."""
    begin = time.monotonic()
    lopend = [naam for naam in NAMEN if demo.pid(naam)]
    nieuwe_code = demo.stempel.exists() and not _is_bij(demo) and not os.environ.get("DATABASE_URL")
    if len(lopend) == len(NAMEN) and not nieuwe_code and demo_processen.gezond(demo.adres()):
        print(f"The demo is running already: {demo.adres()} (`make stop` ends it; its data stays).")
        return
    if lopend:
        waarom = (
            "The code has changed; stopped" if nieuwe_code else "Left over from an earlier demo and stopped"
        )
        print(f"{waarom}: {', '.join(demo_processen.stop(demo))}.")
    poort = vrije_poort(os.environ.get("PORT") or "8000")
    vrije_poort(str(poort + 1))

    diensten.database_url(eigenaar=False)
    if not diensten.redis_url():
        (demo.var / "celery").mkdir(exist_ok=True)
        print("There is no redis-server here: the worker gets its work by files below var/ (demo only).")
    if not _is_bij(demo):
        _beheer(demo, "migrate", "--no-input", zin="Bringing the database up to date")
        _beheer(demo, "demo_laden", zin="Loading the demo municipality")
        if demo.stempel.parent.is_dir():
            demo.stempel.write_text(_code())

    (demo.map / "poort").write_text(str(poort))
    _web_starten(demo, poort)
    for naam in ("portaal", "worker", "beat"):  # after it: they would only slow it down
        demo_processen.start(demo, naam, poort)
    print(f"The demo is ready in {time.monotonic() - begin:.0f} s: {demo.adres()}")
    print(f"Step in there as any role. The citizen's own dossier: {demo.adres_portaal()}")
    print("`make stop` ends it and keeps the data; `make clean` removes the data.")


def stop(demo: Demo) -> None:
    """Stop web, worker, scheduler and the private services; the data stays."""
    gestopt = demo_processen.stop(demo)
    if postgres.draait((demo.var / "postgres").resolve()):
        gestopt.append("postgres")
    diensten.stop(demo.var)
    print(f"Stopped: {', '.join(gestopt)}. The data stays." if gestopt else "The demo was not running.")


def clean(demo: Demo) -> None:
    """Stop, then remove the demo's data: only below the project's own var/."""
    if demo.var != diensten.PROJECT / "var" or demo.var.is_symlink():
        raise DienstFout(f"The data is in {demo.var}, outside the project: remove that folder yourself.")
    stop(demo)
    weg = sorted(pad for pad in demo.var.glob("*") if not pad.name.startswith(BLIJFT))
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


def _web_starten(demo: Demo, poort: int) -> None:
    """The web server, and wait until it answers."""
    demo_processen.start(demo, "web", poort)
    einde = time.monotonic() + 60
    while not demo_processen.gezond(demo.adres()):
        if not demo.pid("web") or time.monotonic() > einde:
            demo_processen.stop(demo)
            raise DienstFout(f"{demo.staart('web')}\nThe web server did not start (log: {demo.log('web')}).")
        time.sleep(0.1)


def _beheer(demo: Demo, *opdracht: str, zin: str) -> None:
    """A step of the set-up; when it fails its last words, and what one can do."""
    print(f"{zin} …", flush=True)
    if not demo_processen.beheer(demo, *opdracht):
        raise DienstFout(
            f"{demo.staart(opdracht[0])}\n`manage.py {opdracht[0]}` failed (log: {demo.log(opdracht[0])}). "
            "Nothing was removed: mend it and run `make demo` again, or `make clean` to begin anew."
        )


def _code() -> str:
    """The code that migrates and loads, as one hash."""
    som = hashlib.sha256()
    for kamer in (*controle.KAMERS, "config"):
        for pad in sorted((diensten.PROJECT / kamer).rglob("*.py")):
            som.update(pad.read_bytes())
    return som.hexdigest()


def _is_bij(demo: Demo) -> bool:
    """Whether this private database was migrated and loaded by this very code: then a start takes seconds."""
    if os.environ.get("DATABASE_URL"):
        return False
    with suppress(OSError):
        return demo.stempel.read_text() == _code()
    return False


def main(woord: str) -> None:
    """start | stop | clean, one at a time."""
    werk = {"start": start, "stop": stop, "clean": clean}.get(woord)
    if werk is None:
        raise DienstFout("Choose start, stop or clean.")
    demo = Demo(diensten.VAR if woord == "clean" else diensten.VAR.resolve())
    with slot(demo.var / ".slot-demo"):
        demo.map.mkdir(parents=True, exist_ok=True)
        werk(demo)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
