"""What was reached, beside what it is held to: a table for people, JSON for the next run."""

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

from django.db import connection
from django.utils import timezone


@dataclass(frozen=True)
class Regel:
    """One line: the figure, its limit (at most), and whether it holds. `uitleg` says how it came about."""

    werk: str
    wat: str
    bereikt: float
    grens: float
    uitleg: str = ""

    @property
    def ok(self) -> bool:
        return self.bereikt <= self.grens


@dataclass
class Uitslag:
    """The lines of one run."""

    regels: list[Regel] = field(default_factory=list)
    overgeslagen: list[str] = field(default_factory=list)

    def erbij(self, werk: str, wat: str, bereikt: float, grens: float, uitleg: str = "") -> None:
        regel = Regel(werk, wat, round(bereikt, 3), grens, uitleg)
        self.regels.append(regel)
        print(als_tekst(regel), flush=True)

    @property
    def gehaald(self) -> bool:
        """Everything was measured and nothing is over its limit."""
        return all(r.ok for r in self.regels) and not self.overgeslagen

    def schrijven(self, pad: Path, omvang: dict) -> None:
        """All of it as JSON, with what it was measured on."""
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            postgres = cursor.fetchone()[0]
        inhoud = {
            "om": timezone.localtime().isoformat(timespec="seconds"),
            "versies": {"python": platform.python_version(), "postgresql": postgres}
            | {naam: version(naam) for naam in ("django", "psycopg2-binary", "weasyprint", "pikepdf")},
            "kernen": os.cpu_count(),
            "omvang": omvang,
            "gehaald": self.gehaald,
            "overgeslagen": self.overgeslagen,
            "regels": [asdict(r) | {"ok": r.ok} for r in self.regels],
        }
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(json.dumps(inhoud, indent=1, ensure_ascii=False) + "\n")


def als_tekst(r: Regel) -> str:
    oordeel = "ok  " if r.ok else "OVER"
    return f"{oordeel} {r.werk:<34} {r.wat:<34} {getal(r.bereikt):>9} <= {getal(r.grens):<8} {r.uitleg}"


def getal(x: float) -> str:
    return f"{x:.2f}" if isinstance(x, float) and x != int(x) else f"{int(x)}"
