"""Marks: values that occur nowhere else, in the place of the arguments of a query (`toegang/vaste_vraag.py`).

Also the shape of a reader's rights: all that decides how the filter of `zaken_q` is written, without the keys in it.
"""

import datetime
from collections.abc import Hashable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from toegang.rechten import Recht, Rechten

Waarden = dict[Hashable, Any]


class NietVast(TypeError):
    """This queryset cannot be a fixed statement: a parameter is neither a mark nor a plain constant."""


@dataclass
class Merken:
    """Values that stand in for the real ones, by their name; `reeks` makes two sets that differ everywhere."""

    reeks: int
    namen: dict[Hashable, Hashable] = field(default_factory=dict)  # what the statement holds -> name

    def maak(self, naam: Hashable, soort: type) -> Any:
        nummer = len(self.namen) + 1
        merk: Any
        if soort is int:
            merk = 2_100_000_000 + self.reeks * 10_000_000 + nummer
        elif soort is UUID:
            merk = UUID(int=(0xFACADE + self.reeks << 96) + nummer)
        elif soort is str:
            merk = f"\N{REFERENCE MARK}{self.reeks}.{nummer}"
        elif soort in (datetime.date, datetime.datetime):
            dag = datetime.datetime(8000 + self.reeks * 500, 1, 1, tzinfo=datetime.UTC)
            merk = dag + datetime.timedelta(days=nummer)
            merk = merk if soort is datetime.datetime else merk.date()
        else:
            raise NietVast(f"{naam}: a {soort.__name__} cannot be a parameter of a fixed statement")
        self.namen[sleutel_van(merk)] = naam
        return merk

    def lezer(self, naam: str, echt) -> SimpleNamespace:
        """A reader with rights of the same shape, all of whose keys are marks."""
        r: Rechten = echt.rechten
        wie = {
            sleutel: None if waarde is None else self.maak((naam, sleutel), int)
            for sleutel, waarde in _wie(echt).items()
        }
        teams: dict[tuple[int, ...], tuple[int, ...]] = {}
        for lijst in _teamlijsten(r):
            teams[lijst] = tuple(self.maak((naam, len(teams), plek), int) for plek in range(len(lijst)))
        zaken: dict[Recht, tuple[UUID, ...]] = {}
        for recht in sorted(r.zaken):
            if r.zaken[recht]:
                merk = UUID(int=(0xDECADE + self.reeks << 96) + len(self.namen))
                self.namen[sleutel_van([merk])] = (naam, "zaken", recht)
                zaken[recht] = (merk,)
        rechten = Rechten(
            rollen=r.rollen,
            teams={recht: {wet: teams[t] for wet, t in w.items()} for recht, w in r.teams.items()},
            zaken=zaken,
            regisseur_id=wie["regisseur_id"],
            alles=r.alles,
        )
        return SimpleNamespace(rechten=rechten, pk=wie["pk"], medewerker_id=wie["medewerker_id"])


def _wie(lezer) -> dict[str, int | None]:
    """The keys of the reader himself."""
    return {
        "pk": lezer.pk, "medewerker_id": lezer.medewerker_id, "regisseur_id": lezer.rechten.regisseur_id,
    }  # fmt: skip


def sleutel_van(waarde: Any) -> Hashable:
    return (list, tuple(waarde)) if isinstance(waarde, list) else (type(waarde), waarde)


def _teamlijsten(r: Rechten) -> list[tuple[int, ...]]:
    """The different lists of teams, in a fixed order."""
    return list(
        dict.fromkeys(r.teams[recht][wet] for recht in sorted(r.teams) for wet in sorted(r.teams[recht]))
    )


def lezersvorm(lezer) -> Hashable:
    """All of the rights that shapes the statement; the keys themselves are no part of it."""
    r: Rechten = lezer.rechten
    lijsten = {lijst: (plek, len(lijst)) for plek, lijst in enumerate(_teamlijsten(r))}
    return (
        r.alles,
        r.rollen,
        tuple(sleutel for sleutel, waarde in _wie(lezer).items() if waarde is None),
        tuple(
            (recht, wet, lijsten[t]) for recht in sorted(r.teams) for wet, t in sorted(r.teams[recht].items())
        ),
        tuple(recht for recht in sorted(r.zaken) if r.zaken[recht]),
    )


def lezerswaarden(naam: str, lezer) -> Waarden:
    """The keys of this reader's rights, by the names of their marks."""
    r: Rechten = lezer.rechten
    waarden: Waarden = {(naam, sleutel): waarde for sleutel, waarde in _wie(lezer).items()}
    for nummer, lijst in enumerate(_teamlijsten(r)):
        waarden |= {(naam, nummer, plek): team for plek, team in enumerate(lijst)}
    return waarden | {(naam, "zaken", recht): list(zaken) for recht, zaken in r.zaken.items()}
