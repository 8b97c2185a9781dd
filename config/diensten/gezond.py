"""Health checks for containers: `python -m config.diensten.gezond web|worker|beat`, 0 when it is well."""

import os
import socket
import sys
import time
import urllib.request
from pathlib import Path

BEAT_SECONDEN = 600  # beat writes its schedule down every three minutes


def web() -> bool:
    """The health page, asked under a name that the application accepts."""
    naam = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".*") or "localhost"
    vraag = urllib.request.Request(f"http://127.0.0.1:{os.environ.get('PORT_BINNEN', '8000')}/gezond/")
    vraag.add_header("Host", naam)
    with urllib.request.urlopen(vraag, timeout=8) as antwoord:  # nosec B310  # our own address
        return antwoord.status == 200


def worker() -> bool:
    """This container's worker answers through the broker."""
    from config.celery import app

    return bool(app.control.ping(destination=[f"celery@{socket.gethostname()}"], timeout=10))


def beat() -> bool:
    """The schedule was written down lately."""
    paden = Path("/tmp").glob("celerybeat-schedule*")  # nosec B108  # a tmpfs of this container alone
    return any(time.time() - pad.stat().st_mtime < BEAT_SECONDEN for pad in paden)


def main(woord: str) -> int:
    """1 with one line of reason when it is not well."""
    try:
        goed = {"web": web, "worker": worker, "beat": beat}[woord]()
    except Exception as fout:
        print(f"{woord}: {fout!r}")
        return 1
    return 0 if goed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
