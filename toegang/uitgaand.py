"""What this process may reach: the hosts of its own settings, and nothing else (ASVS 13.2.4 and 13.2.5).

Every library here that opens a connection (urllib3, requests, smtplib, redis, urllib of WeasyPrint) first asks Python
for the address of a host. That one place is watched, so a page, a letter or a package that calls elsewhere is refused.
libpq is no Python: its host is DATABASE_URL. The firewall of the platform stays the second wall.
"""

import sys
from collections.abc import Iterable

import structlog

from toegang.verbindingen import Verbinding

log = structlog.get_logger("toegang.uitgaand")
VRAAG = "socket.getaddrinfo"


class UitgaandGeweigerd(ConnectionRefusedError):
    """To the library that called it is a host that does not answer."""


def mag_naar(host, poort, lijst: Iterable[Verbinding]) -> bool:
    """This host and port stand in the list, or are on this machine; a port that is not named counts as any."""
    naam = (host.decode("ascii", "replace") if isinstance(host, bytes) else host or "").lower().rstrip(".")
    nummer = int(poort) if str(poort or "").isdigit() else None
    return Verbinding("", naam, nummer, False).op_deze_machine or any(
        v.host.lower() == naam and (nummer is None or v.poort == nummer) for v in lijst
    )


def bewaken(lijst: Iterable[Verbinding]) -> None:
    """From now on, for as long as this process lives: Python has no way to take such a hook away."""
    vast = tuple(lijst)

    def haak(gebeurtenis: str, gegevens: tuple) -> None:
        if gebeurtenis == VRAAG and not mag_naar(gegevens[0], gegevens[1], vast):
            log.error("uitgaand_geweigerd", host=str(gegevens[0])[:200], poort=str(gegevens[1]))
            raise UitgaandGeweigerd(f"{gegevens[0]}:{gegevens[1]} is not one of our systems.")

    sys.addaudithook(haak)
