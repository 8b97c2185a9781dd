"""What the private services share: a lock, is a process still ours, where a socket fits, a clean end."""

import errno
import fcntl
import hashlib
import os
import signal
import socket
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LANGSTE_SOCKETPAD = 107  # bytes in sockaddr_un, less the closing zero


class DienstFout(SystemExit):
    """A service cannot run; the sentence is for the operator, the process ends with 1."""


def leeft(pid: int, kenmerk: str) -> bool:
    """Whether pid is ours: no zombie, and its command line holds the mark (pids are given anew)."""
    try:
        toestand = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        argumenten = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
    except (OSError, IndexError):
        return False
    return toestand not in "ZX" and f" {kenmerk} " in f" {argumenten} "


def pid_uit(bestand: Path) -> int:
    """The first line of a pid file; 0 when there is none or it is half-written."""
    try:
        return int(bestand.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return 0


@contextmanager
def slot(bestand: Path, seconden: float = 90) -> Iterator[None]:
    """Hold our own lock: of two starters the second waits, and then finds the service up."""
    bestand.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with bestand.open("a") as f:
        einde = time.monotonic() + seconden
        while True:
            try:
                fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > einde:
                    raise DienstFout(f"Another process holds {bestand} for over {seconden:.0f} s.") from None
                time.sleep(0.02)
        yield


def wachten(waar: Callable[[], bool], seconden: float) -> bool:
    """Wait until it holds; False when it did not in time."""
    einde = time.monotonic() + seconden
    while not waar():
        if time.monotonic() > einde:
            return False
        time.sleep(0.02)
    return True


def beeindigen(pid: int, kenmerk: str, signalen: tuple[signal.Signals, ...], seconden: float = 20) -> bool:
    """End our own process: each signal in turn, with time to obey. True when it is over."""
    for teken in signalen:
        if not leeft(pid, kenmerk):
            return True
        with suppress(ProcessLookupError):
            os.kill(pid, teken)
        wachten(lambda: not leeft(pid, kenmerk), seconden)
    return not leeft(pid, kenmerk)


def socketmap(map: Path, naam: str) -> Path:
    """The folder for a socket, 0700: below `map`, or where that path is too long a hashed name in /tmp."""
    gewenst = map / "socket"
    if len(os.fsencode(gewenst / naam)) <= LANGSTE_SOCKETPAD:
        gewenst.mkdir(parents=True, exist_ok=True, mode=0o700)
        return gewenst
    kort = hashlib.sha256(os.fsencode(map)).hexdigest()[:16]
    gekozen = Path(tempfile.gettempdir()) / f"toegang-{os.getuid()}-{kort}"
    if len(os.fsencode(gekozen / naam)) > LANGSTE_SOCKETPAD:
        gekozen = Path("/tmp") / gekozen.name  # nosec B108  # owner and mode are checked below
    with suppress(FileExistsError):
        gekozen.mkdir(mode=0o700)
    gevonden = gekozen.lstat()
    vreemd = os.getuid() not in (0, gevonden.st_uid)
    if vreemd or not stat.S_ISDIR(gevonden.st_mode) or gevonden.st_mode & 0o077:
        raise DienstFout(f"{gekozen} is not a private folder of this user: remove it and try again.")
    return gekozen


def poort(gevraagd: str) -> int:
    """The port that was asked for, when it is free on this machine."""
    if not gevraagd.isdigit() or not 0 < int(gevraagd) < 65536:
        raise DienstFout(f"PORT={gevraagd} is no port number; choose one as in `PORT=8010 make demo`.")
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind(("127.0.0.1", int(gevraagd)))
        except OSError as fout:
            reden = (
                "is in use by another program"
                if fout.errno == errno.EADDRINUSE
                else f"cannot be used ({fout})"
            )
            raise DienstFout(
                f"Port {gevraagd} {reden}; choose another as in `PORT=8010 make demo`."
            ) from None
    return int(gevraagd)
