"""ClamAV over its own protocol (clamd, INSTREAM): is there a virus in these bytes? Without an address: not asked."""

import socket
import struct
import time
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings

BROK = 64 * 1024
ANTWOORD = 4096  # bytes of answer that we read at most


class Uitslag(StrEnum):
    SCHOON = "schoon"
    BESMET = "besmet"
    NIET_GEVRAAGD = "niet gescand"


@dataclass(frozen=True)
class Scan:
    """What the scanner said; `wat` is the name of the virus."""

    uitslag: Uitslag
    wat: str = ""

    @property
    def tekst(self) -> str:
        return f"{self.uitslag}: {self.wat}"[:200] if self.wat else str(self.uitslag)


class ScannerZwijgt(Exception):
    """The scanner is away, late, or did not understand: nothing is known about this file."""


def scannen(inhoud: bytes, *, url: str | None = None, seconden: float | None = None) -> Scan:
    """Ask clamd at `tcp://host:3310` or `unix:///pad/clamd.ctl`, in so many seconds in all; raises ScannerZwijgt."""
    adres = settings.CLAMAV["url"] if url is None else url
    if not adres:
        return Scan(Uitslag.NIET_GEVRAAGD)
    einde = time.monotonic() + (settings.CLAMAV["seconden"] if seconden is None else seconden)
    try:
        antwoord = _vragen(adres, inhoud, einde)
    except (OSError, ValueError) as fout:  # TimeoutError is an OSError; ValueError: an address that is none
        raise ScannerZwijgt(type(fout).__name__) from fout
    return _lezen(antwoord)


def _vragen(adres: str, inhoud: bytes, einde: float) -> str:
    with _verbinden(adres, einde) as lijn:
        _sturen(lijn, b"zINSTREAM\0", einde)
        for begin in range(0, len(inhoud), BROK):
            brok = inhoud[begin : begin + BROK]
            _sturen(lijn, struct.pack(">I", len(brok)) + brok, einde)
        _sturen(lijn, struct.pack(">I", 0), einde)
        stukken = b""
        while not stukken.endswith(b"\0") and len(stukken) < ANTWOORD:
            lijn.settimeout(_rest(einde))
            if not (stuk := lijn.recv(ANTWOORD)):
                break
            stukken += stuk
    return stukken.rstrip(b"\0\n").decode("utf-8", "replace")


def _verbinden(adres: str, einde: float) -> socket.socket:
    deel = urlsplit(adres)
    if deel.scheme == "unix":
        lijn = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        lijn.settimeout(_rest(einde))
        try:
            lijn.connect(deel.path)
        except BaseException:
            lijn.close()
            raise
        return lijn
    if deel.scheme != "tcp" or not deel.hostname:
        raise ValueError("CLAMAV_URL begins with tcp:// or unix://")
    return socket.create_connection((deel.hostname, deel.port or 3310), timeout=_rest(einde))


def _sturen(lijn: socket.socket, wat: bytes, einde: float) -> None:
    lijn.settimeout(_rest(einde))
    lijn.sendall(wat)


def _rest(einde: float) -> float:
    over = einde - time.monotonic()
    if over <= 0:
        raise TimeoutError
    return over


def _lezen(antwoord: str) -> Scan:
    """`stream: OK`, `stream: Eicar-Signature FOUND`; anything else says nothing about the file."""
    kern = antwoord.removeprefix("stream:").strip()
    if antwoord.startswith("stream:") and kern == "OK":
        return Scan(Uitslag.SCHOON)
    if antwoord.startswith("stream:") and kern.endswith(" FOUND"):
        return Scan(Uitslag.BESMET, kern.removesuffix(" FOUND"))
    raise ScannerZwijgt(kern[:100] or "geen antwoord")
