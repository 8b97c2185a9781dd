"""One process of `werkers.py`: makes letters on their whole path, or renders the same HTML bare, when it is told to.

Reads a line of JSON from stdin and answers with one: `{"werk": [keys]}`, `{"kaal": [files]}`, `{"html": [keys]}`.
"""

import json
import os
import sys
import time
from pathlib import Path
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.instellingen")
django.setup()

from django.utils import timezone  # noqa: E402

import toegang.tasks  # noqa: E402, F401  (what a worker holds in memory besides)
from tests.bench import grens, wereld  # noqa: E402
from toegang.briefsoorten import briefsoort  # noqa: E402
from toegang.brieven.basis import html_maken  # noqa: E402
from toegang.models import Actor, Brief  # noqa: E402
from toegang.usecases.brief_maken import brief_maken  # noqa: E402


def geheugen() -> int:
    """Bytes that this process holds in memory now."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def werk(pks: list[str]) -> dict:
    """Letters that were asked for, made; how long, and what memory it takes after each."""
    systeem, gebruikt = Actor.objects.systeem(), []
    begin = time.monotonic()
    for pk in map(UUID, pks):
        if not brief_maken(brief_id=pk, nu=timezone.now(), systeem=systeem):
            raise RuntimeError(f"the letter was not made: {Brief.objects.get(pk=pk).fout}")
        gebruikt.append(geheugen())
    return {"duur": time.monotonic() - begin, "geheugen": gebruikt}


def kaal(bestanden: list[str]) -> dict:
    """WeasyPrint alone on the HTML of the same letters."""
    teksten = [Path(bestand).read_text() for bestand in bestanden]
    begin = time.monotonic()
    for tekst in teksten:
        grens.kaal_pdf(tekst)
    return {"duur": time.monotonic() - begin}


def html(waarheen: list[str]) -> dict:
    """`[folder, key, …]`: the HTML of each letter as a file."""
    map_, *pks = waarheen
    rijen = Brief.objects.select_related("zaak__dossier__inwoner", "zaak__regisseur", "zaak__wijkteam")
    gemaakt = []
    for pk in pks:
        brief = rijen.get(pk=UUID(pk))
        pad = Path(map_) / f"{pk}.html"
        pad.write_text(html_maken(briefsoort(brief.soort).bouwen(brief)))
        gemaakt.append(str(pad))
    return {"bestanden": gemaakt}


def main() -> None:
    with wereld.in_database(sys.argv[1]):
        for regel in sys.stdin:
            ((wat, waarmee),) = json.loads(regel).items()
            antwoord = {"werk": werk, "kaal": kaal, "html": html}[wat](waarmee)
            print(json.dumps(antwoord), flush=True)


if __name__ == "__main__":
    main()
