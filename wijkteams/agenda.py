"""A visit as a file for one's own calendar (iCalendar, RFC 5545). Pure: no query, no clock.

It leaves this application, so it names nobody: no name, no question; the place only when it was asked for.
"""

import datetime
from dataclasses import dataclass

REGEL = 75  # octets in a line; longer ones are folded (3.1)


@dataclass(frozen=True, kw_only=True)
class Afspraak:
    """What a calendar has to know."""

    sleutel: str
    versie: int
    begint_om: datetime.datetime
    duur_minuten: int
    gemaakt_om: datetime.datetime
    gaat_door: bool = True
    plaats: str = ""


def ics(afspraak: Afspraak) -> str:
    """The calendar with this one event, with the line ends of the standard."""
    eindigt_om = afspraak.begint_om + datetime.timedelta(minutes=afspraak.duur_minuten)
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Toegang//Huisbezoek//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{afspraak.sleutel}@toegang",
        f"SEQUENCE:{afspraak.versie}",
        f"DTSTAMP:{_utc(afspraak.gemaakt_om)}",
        f"DTSTART:{_utc(afspraak.begint_om)}",
        f"DTEND:{_utc(eindigt_om)}",
        "SUMMARY:Huisbezoek",
        f"DESCRIPTION:{escape('Bij wie dit is, staat in Toegang: open Mijn dag.')}",
        f"STATUS:{'CONFIRMED' if afspraak.gaat_door else 'CANCELLED'}",
        "CLASS:PRIVATE",
    ]
    if afspraak.plaats:
        regels.append(f"LOCATION:{escape(afspraak.plaats)}")
    regels += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(f"{vouw(regel)}\r\n" for regel in regels)


def escape(tekst: str) -> str:
    """Backslash, semicolon, comma and line end (3.3.11); other control characters have no place in a text."""
    tekst = tekst.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    tekst = "\\n".join(tekst.splitlines())
    return "".join(teken for teken in tekst if teken >= " " and teken != "\x7f")


def vouw(regel: str) -> str:
    """At most 75 octets a line, never inside a character; what follows begins with a space."""
    delen, deel, lengte = [], "", 0
    for teken in regel:
        octetten = len(teken.encode())
        if lengte + octetten > REGEL - bool(delen):
            delen.append(deel)
            deel, lengte = "", 0
        deel, lengte = deel + teken, lengte + octetten
    return "\r\n ".join([*delen, deel])


def _utc(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
