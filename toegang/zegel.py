"""The seal of the read log, read and checked: every edit, delete, insert, move and cut tail shows."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from toegang.models import Zegel

# the same hash as the seal, over the rows that are there now, in one pass a seal
NU = """
SELECT count(*), coalesce(min(e.id), 0), coalesce(max(e.id), 0),
       sha256(%s::bytea || coalesce(string_agg(toegang_inzage_tekst(e), ''::bytea ORDER BY e.id), ''::bytea)),
       array_agg(e.id ORDER BY e.id)
  FROM toegang_inzage e
 WHERE e.tx >= %s::text::xid8 AND e.tx < %s::text::xid8 AND e.id > %s AND e.id <= %s
"""
LAATSTE_ID = 2**63 - 1
HOOGSTENS_GENOEMD = 20


@dataclass(frozen=True)
class Bevinding:
    """What is wrong with one seal; `rijen` are the ids to look at."""

    soort: str
    zegel: int
    zin: str
    rijen: tuple[int, ...] = ()

    def __str__(self):
        genoemd = ", ".join(map(str, self.rijen[:HOOGSTENS_GENOEMD]))
        meer = " en meer" if len(self.rijen) > HOOGSTENS_GENOEMD else ""
        return f"Zegel {self.zegel}: {self.zin}" + (f" Rijen: {genoemd}{meer}." if genoemd else "")


def regel(zegel: Zegel) -> str:
    """The head of a seal as one line for the storage outside the database."""
    return json.dumps(
        {
            "id": zegel.pk, "om": zegel.om.isoformat(), "systeem": zegel.systeem, "na_id": zegel.na_id,
            "van_tx": zegel.van_tx, "tot_tx": zegel.tot_tx, "aantal": zegel.aantal, "hoofd": bytes(zegel.hoofd).hex(),
        }
    )  # fmt: skip


def regels_buiten(bestand: str) -> dict[int, dict]:
    """The heads that stand outside, by seal; a half line at the end (a crash) is left out."""
    pad = Path(bestand)
    if not bestand or not pad.is_file():
        return {}
    uit = {}
    for tekst in pad.read_text(encoding="utf-8").splitlines():
        try:
            rij = json.loads(tekst)
            uit[int(rij["id"])] = rij
        except (ValueError, KeyError, TypeError):
            continue
    return uit


def laatste_buiten(bestand: str) -> int:
    """The last seal whose head stands outside whole; 0 when none does. Reads the end of the file only."""
    pad = Path(bestand)
    if not pad.is_file():
        return 0
    with pad.open("rb") as open_:
        open_.seek(max(0, open_.seek(0, os.SEEK_END) - 4096))
        regels = open_.read().decode("utf-8", errors="replace").splitlines()
    for tekst in reversed(regels):
        try:
            return int(json.loads(tekst)["id"])
        except (ValueError, KeyError, TypeError):
            continue
    return 0


def bijschrijven(bestand: str, zegels: list[Zegel]) -> None:
    """Append and make sure that it is on the disk before anything else happens."""
    if not bestand or not zegels:
        return
    Path(bestand).parent.mkdir(parents=True, exist_ok=True)
    with open(bestand, "ab") as uit:
        if uit.tell():
            with open(bestand, "rb") as eerder:
                eerder.seek(-1, os.SEEK_END)
                if eerder.read(1) != b"\n":  # a crash left half a line
                    uit.write(b"\n")
        uit.write("".join(regel(z) + "\n" for z in zegels).encode())
        uit.flush()
        os.fsync(uit.fileno())


def controleren(bestand: str) -> Iterator[Bevinding]:
    """Recompute every seal and compare it with itself, with the one before and with its head outside."""
    buiten = regels_buiten(bestand)
    zegels = list(Zegel.objects.order_by("id"))
    grenzen = _grenzen(zegels)
    vorige: Zegel | None = None
    for zegel in zegels:
        yield from _ketting(zegel, vorige)
        yield from _rijen(zegel, grenzen[zegel.systeem])
        yield from _buiten(zegel, buiten.pop(zegel.pk, None), bool(bestand))
        vorige = zegel
    for pk in sorted(buiten):
        yield Bevinding("afgeknipt", pk, "het zegel staat buiten de database, maar is er binnen niet meer.")


def _grenzen(zegels: list[Zegel]) -> dict[str, int]:
    """The last row id of each series: where the next one begins."""
    begin: dict[str, int] = {}
    for zegel in zegels:
        begin.setdefault(zegel.systeem, zegel.na_id)
    series = list(begin)
    return {
        serie: begin[series[plek + 1]] if plek + 1 < len(series) else LAATSTE_ID
        for plek, serie in enumerate(series)
    }


def _ketting(zegel: Zegel, vorige: Zegel | None) -> Iterator[Bevinding]:
    if vorige is None:
        return
    if bytes(zegel.vorige) != bytes(vorige.hoofd):
        yield Bevinding("ketting", zegel.pk, "het sluit niet aan op het vorige zegel.")
    if zegel.systeem == vorige.systeem and zegel.van_tx != vorige.tot_tx:
        yield Bevinding("ketting", zegel.pk, "er ontbreekt een zegel tussen dit en het vorige.")


def _rijen(zegel: Zegel, tot_id: int) -> Iterator[Bevinding]:
    with connection.cursor() as cursor:
        cursor.execute(NU, [bytes(zegel.vorige), zegel.van_tx, zegel.tot_tx, zegel.na_id, tot_id])
        aantal, eerste, laatste, hoofd, ids = cursor.fetchone()
    if bytes(hoofd) == bytes(zegel.hoofd) and aantal == zegel.aantal:
        return
    er_zijn = tuple(ids or ())
    if aantal < zegel.aantal:
        gat = (
            tuple(sorted(set(range(eerste, laatste + 1)) - set(er_zijn)))
            if laatste - eerste < 1_000_000
            else ()
        )
        yield Bevinding(
            "verdwenen",
            zegel.pk,
            f"{zegel.aantal - aantal} van {zegel.aantal} rijen verdwenen of verplaatst.",
            gat or er_zijn,
        )
    elif aantal > zegel.aantal:
        yield Bevinding(
            "bijgekomen", zegel.pk, f"{aantal - zegel.aantal} rijen ingevoegd of verplaatst.", er_zijn
        )
    else:
        yield Bevinding("veranderd", zegel.pk, "een of meer rijen zijn veranderd.", er_zijn)


def _buiten(zegel: Zegel, rij: dict | None, verwacht: bool) -> Iterator[Bevinding]:
    if rij is None:
        if verwacht:
            yield Bevinding("niet_buiten", zegel.pk, "het zegel staat niet in de opslag buiten de database.")
    elif rij != json.loads(regel(zegel)):
        yield Bevinding("herschreven", zegel.pk, "het zegel is anders dan in de opslag buiten de database.")
