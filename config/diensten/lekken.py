"""`make lekken`: known leaks of the locked libraries, against the times of our own rule (docs/beveiliging.md).

It asks PyPI and npm, so it is a command of its own: `make check` and the tests need no network. What was found and may
stay for now stands in docs/lekken.csv, with the last day. Ends with 0: nothing overdue; 1: something is; 2: not known.
"""

import csv
import datetime
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
UITSTEL = PROJECT / "docs" / "lekken.csv"
LANGSTE_DAGEN = 31  # "with the monthly round"
ZONDER_ANTWOORD = (
    "Nobody answered: no network, or no registry. Nothing is known about leaks; run this where there is."
)


@dataclass(frozen=True)
class Lek:
    """A known leak in a library that is locked here."""

    naam: str
    versie: str
    lek: str


class GeenAntwoord(Exception):
    """The registry was not reached, or said something that is no answer."""


def uitstel(pad: Path = UITSTEL) -> dict[tuple[str, str], tuple[datetime.date, datetime.date]]:
    """(library, leak) -> when it was found and the last day on which it may still be here."""
    with pad.open(encoding="utf-8", newline="") as bestand:
        return {
            (r["naam"], r["lek"]): (
                datetime.date.fromisoformat(r["gevonden_op"]), datetime.date.fromisoformat(r["uiterlijk_op"]),
            )
            for r in csv.DictReader(bestand)
        }  # fmt: skip


def te_laat(gevonden: list[Lek], rijen: dict, vandaag: datetime.date) -> list[str]:
    """What must be done today, as sentences."""
    uit = []
    for lek in gevonden:
        rij = rijen.get((lek.naam, lek.lek))
        if rij is None:
            uit.append(
                f"{lek.naam} {lek.versie}: {lek.lek} is new. Update, or write it down in docs/lekken.csv."
            )
        elif rij[1] < vandaag:
            uit.append(f"{lek.naam} {lek.versie}: {lek.lek} had to be gone by {rij[1]}.")
    return uit


def van_pip_audit(tekst: str) -> list[Lek]:
    """The answer of `pip-audit --format json`; a library that it skipped is one about which nothing is known."""
    bekeken = _json(tekst)["dependencies"]
    if any("skip_reason" in d for d in bekeken):
        raise GeenAntwoord
    return [Lek(d["name"], d["version"], v["id"]) for d in bekeken for v in d.get("vulns", ())]


def van_npm(tekst: str) -> list[Lek]:
    """The answer of `npm audit --json`; a fault of the registry is one too, without the key that we need."""
    return [
        Lek(naam, d.get("range", ""), oorzaak["url"].rsplit("/", 1)[-1])
        for naam, d in _json(tekst)["vulnerabilities"].items()
        for oorzaak in d["via"]
        if isinstance(oorzaak, dict)
    ]


def _json(tekst: str) -> dict:
    try:
        inhoud = json.loads(tekst)
        if {"dependencies", "vulnerabilities"} & set(inhoud):
            return inhoud
    except (ValueError, TypeError) as fout:
        raise GeenAntwoord from fout
    raise GeenAntwoord


def _vragen() -> list[Lek]:
    """Both registries, about exactly what is locked."""

    def doen(*opdracht: str, invoer: str = "") -> str:
        gedaan = subprocess.run(
            opdracht, cwd=PROJECT, input=invoer, capture_output=True, text=True, check=False, timeout=300
        )
        return gedaan.stdout

    slot = doen("uv", "export", "--frozen", "--no-dev", "--no-emit-project", "--quiet")
    lijst = PROJECT / "var" / "lekken.txt"
    lijst.parent.mkdir(exist_ok=True)
    lijst.write_text(slot, encoding="utf-8")
    python = doen(
        str(BIN / "pip-audit"), "-r", str(lijst), "--disable-pip", "--require-hashes", "--format", "json",
        "--progress-spinner", "off",
    )  # fmt: skip
    return [
        *van_pip_audit(python),
        *van_npm(doen("npm", "audit", "--json", "--package-lock-only", "--omit=dev")),
    ]


def main() -> int:
    """Print what is overdue, or why nothing is known."""
    try:
        gevonden = _vragen()
    except (GeenAntwoord, OSError, subprocess.TimeoutExpired):
        print(ZONDER_ANTWOORD)
        return 2
    zinnen = te_laat(gevonden, uitstel(), datetime.date.today())
    print(*zinnen or [f"{len(gevonden)} known leaks, none overdue."], sep="\n")
    return 1 if zinnen else 0


if __name__ == "__main__":
    sys.exit(main())
