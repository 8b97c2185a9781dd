"""An extract with LO3 columns as rows: which are one person, which hold the present and which the past.

A column is `category.group.element` ("01.02.40"). The first column marks a new person. `NN.H` on a row names
the category of that column group on the NEXT row: NN again (another child) or NN + 50 (the past of this one).
So a row with a BSN after 01.H = 51 is an earlier state of the same person, not somebody new.
"""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO, cast

BSN, NAAM, GEBOREN = "01.01.20", "01.02.40", "01.03.10"
VERPLICHT = (BSN, NAAM, GEBOREN)
ONJUIST = "84.10"

Bestand = str | Path | IO[str] | IO[bytes]


class Kolommen:
    """Where each rubriek stands; a heading that comes twice counts by its first place."""

    def __init__(self, kop: list[str]):
        self.aantal = len(kop)
        self.plaats: dict[str, int] = {}
        self.van_categorie: dict[str, list[int]] = {}
        for plaats, rubriek in enumerate(kop):
            rubriek = rubriek.strip().removeprefix("\ufeff")
            self.plaats.setdefault(rubriek, plaats)
            if len(rubriek) == 8:
                self.van_categorie.setdefault(rubriek[:2], []).append(plaats)

    def ontbreekt(self) -> list[str]:
        return [rubriek for rubriek in VERPLICHT if rubriek not in self.plaats]


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of the file."""

    regel: int
    cellen: list[str]
    kolommen: Kolommen

    def __getitem__(self, rubriek: str) -> str:
        """The value; empty where the column is not there or holds the "unknown" sign of LO3."""
        plaats = self.kolommen.plaats.get(rubriek)
        waarde = "" if plaats is None or plaats >= len(self.cellen) else self.cellen[plaats].strip()
        return "" if waarde == "." else waarde

    def heeft(self, categorie: str) -> bool:
        """Whether the group says anything, be it only that its past follows."""
        plaatsen = self.kolommen.van_categorie.get(categorie, ())
        return bool("".join([self.cellen[plaats] for plaats in plaatsen]) or self[f"{categorie}.H"])

    @property
    def begint_persoon(self) -> bool:
        """By its mark or its BSN alone, not looking at the row above."""
        return bool(self[""] or self[BSN])


@dataclass(slots=True)
class Blok:
    """The rows of one person, in order."""

    rijen: list[Rij] = field(default_factory=list)

    @property
    def nu(self) -> Rij:
        return self.rijen[0]

    def hoort_erbij(self, rij: Rij) -> bool:
        """No mark, and either no BSN or announced by the row above as the person's own past."""
        return not rij[""] and (not rij[BSN] or self.rijen[-1]["01.H"] == "51")

    def eerder(self, categorie: str) -> list[Rij]:
        """Earlier states of a group that a person has once, without what was declared incorrect."""
        rijen = [rij for rij in self.rijen[1:] if rij.heeft(categorie)]
        return [rij for rij in rijen if rij[f"{categorie}.{ONJUIST}"] != "O"]

    def stapels(self, categorie: str) -> Iterator[tuple[Rij, list[Rij]]]:
        """Each marriage or child: its present row and the earlier ones."""
        nu: Rij | None = None
        eerder: list[Rij] = []
        hierna = ""
        for rij in self.rijen:
            if not rij.heeft(categorie):
                continue
            if nu is None:
                nu = rij
            elif hierna == str(int(categorie) + 50) or (not hierna and _zelfde(nu, rij, categorie)):
                eerder.append(rij)
            else:
                yield nu, eerder
                nu, eerder = rij, []
            hierna = rij[f"{categorie}.H"]
        if nu is not None:
            yield nu, eerder


def _zelfde(een: Rij, ander: Rij, categorie: str) -> bool:
    """For extracts without the H columns: the same A-nummer, or else the same name and birth date."""
    a_nummers = een[f"{categorie}.01.10"], ander[f"{categorie}.01.10"]
    if all(a_nummers):
        return a_nummers[0] == a_nummers[1]
    rubrieken = (f"{categorie}.{element}" for element in ("02.10", "02.40", "03.10"))
    return all(een[rubriek] == ander[rubriek] for rubriek in rubrieken)


@contextmanager
def geopend(bestand: Bestand) -> Iterator[IO[str]]:
    """A path is opened and closed here; an open file is only read. What is no UTF-8 is kept visible."""
    if isinstance(bestand, str | Path):
        with open(bestand, encoding="utf-8-sig", errors="surrogateescape", newline="") as regels:
            yield regels
    elif isinstance(bestand, io.TextIOBase):
        yield cast(IO[str], bestand)
    else:
        tekst = io.TextIOWrapper(cast(BinaryIO, bestand), "utf-8-sig", "surrogateescape", newline="")
        yield tekst
        tekst.detach()


def rijen_van(regels: IO[str]) -> Iterator[tuple[int, list[str] | str]]:
    """Line number and cells, or a sentence saying why the line cannot be read."""
    lezer = csv.reader(regels, delimiter=";")
    while True:
        regel = lezer.line_num + 1
        try:
            cellen = next(lezer)
        except StopIteration:
            return
        except csv.Error:
            yield regel, "Deze regel kan niet worden gelezen. Controleer de aanhalingstekens."
            continue
        if cellen:
            yield regel, cellen if _leesbaar(cellen) else "Deze regel is geen UTF-8."


def _leesbaar(cellen: list[str]) -> bool:
    """No byte that was no UTF-8, and no NUL, which PostgreSQL cannot store."""
    tekst = "".join(cellen)
    return "\0" not in tekst and (
        tekst.isascii() or not any("\ud800" <= teken <= "\udfff" for teken in tekst)
    )
