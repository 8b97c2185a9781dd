"""Figures of a team: each room brings its own, all are read in one statement, and each opens the zaken it counts."""

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Func, IntegerField, QuerySet
from django.db.models.functions import JSONObject

from toegang.models import Zaak
from toegang.models.zaak import ZaakQuerySet
from toegang.rechten import Recht

Rijen = list[dict[str, Any]]


@dataclass(frozen=True)
class Vraag:
    """Who asks, about which team, on which day; `sleutel` narrows a list (a month, a colleague)."""

    lezer: Any
    wijkteam_id: int
    vandaag: datetime.date
    sleutel: str = ""

    def zaken(self, recht: Recht) -> ZaakQuerySet:
        """Of this team, as far as this reader may see them."""
        return Zaak.objects.voor(self.lezer, recht).filter(wijkteam_id=self.wijkteam_id)

    def mag(self, recht: Recht) -> bool:
        """Holds this right in this team, for at least one law."""
        per_wet = self.lezer.rechten.teams.get(recht, {})
        return any(self.wijkteam_id in teams for teams in per_wet.values())


@dataclass(frozen=True)
class Meer:
    """A page of the room itself that shows the same in another way: its name, URL name and query string."""

    naam: str
    adres: str
    vraag: str = ""


@dataclass(frozen=True)
class Lijst:
    """The zaken behind a figure: as many as it says."""

    titel: Callable[[Vraag], str]
    zaken: Callable[[Vraag], ZaakQuerySet]
    uitleg: str = ""
    meer: Meer | None = None


@dataclass(frozen=True)
class Staaf:
    """A bar: parts of the width of its column, in percent; `norm` is where the line stands."""

    tot: float
    over: float = 0  # above the norm, hatched
    norm: float | None = None


@dataclass(frozen=True)
class Stippen:
    """Two marks on one line, in percent: the middle one and the one that nine of ten stay below."""

    mediaan: float
    p90: float
    norm: float


@dataclass(frozen=True)
class Cel:
    """One cell: words or a number for the screen, the bare value for an export, the list that it opens."""

    tekst: str
    waarde: int | float | str | None = None
    lijst: str = ""
    staaf: Staaf | None = None
    stippen: Stippen | None = None
    let_op: bool = False

    @property
    def kaal(self) -> int | float | str:
        return self.tekst if self.waarde is None else self.waarde


@dataclass(frozen=True)
class Blok:
    """A chart that is also a table; the heading says what it found. `kolommen` names the columns, '' is a drawing."""

    naam: str
    titel: str
    bevinding: str
    kolommen: tuple[str, ...]
    regels: tuple[tuple[Cel, ...], ...]
    uitleg: str = ""
    leeg: str = ""
    breed: bool = False
    norm: tuple[float, str] | None = (
        None  # above the drawings: where the line of the norm stands, and its number
    )
    lijnen: Any = None  # a drawing over the whole block

    @property
    def veel(self) -> bool:
        """Too many columns for a telephone: there a row becomes a card."""
        return len(self.kolommen) > 3

    @property
    def met_kop(self) -> list[list[tuple[str, "Cel"]]]:
        """Each row with the heading of each cell beside it."""
        return [list(zip(self.kolommen, regel, strict=True)) for regel in self.regels]

    @property
    def koppen(self) -> list[tuple[str, bool]]:
        """Each heading, and whether numbers stand below it."""
        eerste = self.regels[0] if self.regels else ()
        getal = [cel.waarde is not None for cel in eerste] or [False] * len(self.kolommen)
        return list(zip(self.kolommen, getal, strict=True))


@dataclass(frozen=True)
class Bevinding:
    """What stands on top: a number, what it is, and the list that it opens; what is most urgent first."""

    aantal: int
    woorden: str
    lijst: str
    volgorde: int
    let_op: bool = True


@dataclass(frozen=True)
class Cijfers:
    """What one room registers: questions by name, what they become on the page, and the lists by name."""

    vragen: Callable[[Vraag], Mapping[str, QuerySet]]
    blokken: Callable[[Vraag, Mapping[str, Rijen]], list[Blok]]
    bevindingen: Callable[[Vraag, Mapping[str, Rijen]], list[Bevinding]]
    lijsten: Mapping[str, Lijst] = field(default_factory=dict)


class Dagen(Func):
    """The days between two dates, as a number."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()


def lezen(v: Vraag, kamers: Iterable[Cijfers]) -> dict[str, Rijen]:
    """The rows of every question of these rooms, all in one statement; a question that can hold no row is empty."""
    namen, sql, waarden = _statement(v, kamers)
    gelezen: dict[str, Rijen] = {naam: [] for naam in namen}
    if sql:
        with connection.cursor() as cursor:
            cursor.execute(sql, waarden)
            gelezen |= {naam: json.loads(tekst) for naam, tekst in cursor.fetchall()}
    return gelezen


# Building the statement costs more than answering it; it is the same for the same rights, team and day.
_gebouwd: dict[tuple, tuple[list[str], str, list]] = {}
HOOGSTENS = 200


def _statement(v: Vraag, kamers: Iterable[Cijfers]) -> tuple[list[str], str, list]:
    kamers = tuple(kamers)
    r = v.lezer.rechten
    sleutel = (
        v.wijkteam_id, v.vandaag, tuple(id(k) for k in kamers), r.alles, r.rollen, r.regisseur_id,
        tuple(sorted((recht, wet, ids) for recht, per_wet in r.teams.items() for wet, ids in per_wet.items())),
        tuple(sorted(r.zaken.items())),
    )  # fmt: skip
    if sleutel not in _gebouwd:
        if len(_gebouwd) >= HOOGSTENS:
            _gebouwd.clear()
        vragen = {naam: vraag for cijfers in kamers for naam, vraag in cijfers.vragen(v).items()}
        delen, waarden = opdracht(vragen)
        _gebouwd[sleutel] = (list(vragen), " UNION ALL ".join(delen), waarden)
    return _gebouwd[sleutel]


def opdracht(vragen: Mapping[str, QuerySet]) -> tuple[list[str], list]:
    """A SELECT for each question, and the parameters of all."""
    delen: list[str] = []
    waarden: list = []
    for naam, vraag in vragen.items():
        kolommen = {kolom: kolom for kolom in _kolommen(vraag)}
        try:
            sql, params = vraag.order_by().values_list(JSONObject(**kolommen)).query.sql_with_params()
        except EmptyResultSet:
            continue
        # Django's own SQL, its values apart
        delen.append(f"SELECT %s, coalesce(jsonb_agg(t.x), '[]')::text FROM ({sql}) t(x)")  # nosec B608
        waarden += [naam, *params]
    return delen, waarden


def _kolommen(vraag: QuerySet) -> Iterable[str]:
    """What `values()` and the annotations after it name."""
    q = vraag.query
    return dict.fromkeys((*q.values_select, *q.annotation_select))
