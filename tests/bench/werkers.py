"""Two workers that make letters side by side, against two bare WeasyPrint processes; and what memory a worker takes."""

import json
import subprocess
import sys
import tempfile
from collections import Counter

from tests.bench import wereld
from tests.bench.schermen import Werelden
from tests.bench.uitslag import Uitslag
from toegang.models import Brief
from toegang.statussen import BriefStatus

NAAM = "two workers"
LETTERS, RONDEN = 12, 4  # of each worker, in each round
MB = 1_000_000
HOOGSTENS_MB, VLAK_MB = 300, 10


class Werker:
    """A process of its own, with its own connection."""

    def __init__(self, database: str):
        opdracht = [sys.executable, "-m", "tests.bench.werker", database]
        self.proces = subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def vragen(self, wat: str, waarmee: list[str]) -> None:
        if self.proces.stdin is None:
            raise RuntimeError("the worker has no stdin")
        self.proces.stdin.write(json.dumps({wat: waarmee}) + "\n")
        self.proces.stdin.flush()

    def antwoord(self) -> dict:
        regel = self.proces.stdout.readline() if self.proces.stdout else ""
        if not regel:
            raise RuntimeError("the worker stopped")
        return json.loads(regel)

    def einde(self) -> None:
        if self.proces.stdin:
            self.proces.stdin.close()
        self.proces.wait(30)


def meten_werkers(u: Uitslag, w: Werelden) -> None:
    """In turns on the same letters: both work, both render bare. Half a minute."""
    w.in_(w.groot)
    stapels = _stapels()
    twee = [Werker(wereld.naam(w.groot)) for _ in range(2)]
    duren: dict[str, float] = Counter()
    gebruikt: list[list[int]] = [[], []]
    try:
        with tempfile.TemporaryDirectory() as map_:
            for ronde, stapel in enumerate(stapels):
                helften = [stapel[0::2], stapel[1::2]]
                bestanden = _samen(twee, "html", [[map_, *helft] for helft in helften])
                kaal = [b["bestanden"] for b in bestanden]
                for wat in ("werk", "kaal") if ronde % 2 else ("kaal", "werk"):
                    antwoorden = _samen(twee, wat, helften if wat == "werk" else kaal)
                    if ronde:  # the first one only fills the caches
                        duren[wat] += max(a["duur"] for a in antwoorden)
                    if wat == "werk":
                        for lijst, a in zip(gebruikt, antwoorden, strict=True):
                            lijst += a["geheugen"]
    finally:
        for werker in twee:
            werker.einde()
    gehaald = duren["kaal"] / duren["werk"]
    uitleg = f"{2 * LETTERS * RONDEN / duren['werk']:.1f} letters a second, {gehaald:.2f} of bare"
    u.erbij(NAAM, "times two bare WeasyPrint processes", duren["werk"] / duren["kaal"], 1 / 0.9, uitleg)
    u.erbij(NAAM, "memory of a worker (MB)", max(map(max, gebruikt)) / MB, HOOGSTENS_MB)
    groei = max(lijst[-1] - lijst[len(lijst) // 2] for lijst in gebruikt) / MB
    u.erbij(NAAM, "memory, the end less halfway (MB)", groei, VLAK_MB, f"{len(gebruikt[0])} letters each")


def _samen(twee: list[Werker], wat: str, waarmee: list[list[str]]) -> list[dict]:
    """Both begin at the same moment."""
    for werker, deel in zip(twee, waarmee, strict=True):
        werker.vragen(wat, deel)
    return [werker.antwoord() for werker in twee]


def _stapels() -> list[list[str]]:
    """Letters of one kind that were asked for, in rounds; one more to begin with."""
    gevraagd = Brief.objects.filter(status=BriefStatus.GEVRAAGD, pogingen=0)
    soorten = Counter(gevraagd.values_list("soort", flat=True))
    soort = "besluit" if soorten["besluit"] >= 2 * LETTERS * (RONDEN + 1) else soorten.most_common(1)[0][0]
    nodig = gevraagd.filter(soort=soort).order_by("-gevraagd_om", "pk")[: 2 * LETTERS * (RONDEN + 1)]
    pks = [str(pk) for pk in nodig.values_list("pk", flat=True)]
    if len(pks) < 2 * LETTERS * (RONDEN + 1):
        raise RuntimeError("not enough letters to make: use --vernieuwen")
    return [pks[i : i + 2 * LETTERS] for i in range(0, len(pks), 2 * LETTERS)]
