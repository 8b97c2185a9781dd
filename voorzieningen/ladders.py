"""The weeks that hold today, and whom a reminder is for: read once a run or a chunk, never written."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from toegang.models import Zaak
from toegang.vaste_vraag import Vorm, vaste_vraag
from voorzieningen.ladder import TERUGKIJKEN, WEKEN, dagen_ervoor, over_dagen
from voorzieningen.models import Herinneringsschema, Indicatie
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Afwezigheid, Lidmaatschap

Weken = tuple[int, ...]
Plek = tuple[datetime.date, UUID]  # last day and key: the order of the question


@dataclass(frozen=True)
class Ladders:
    """Weeks before the end: those of a product, else those of all products, else what the program knows."""

    weken: Weken = WEKEN
    per_product: dict[UUID, Weken] = field(default_factory=dict)
    _vragen: dict = field(default_factory=dict, repr=False, compare=False)

    def van(self, product_id: UUID) -> Weken:
        return self.per_product.get(product_id, self.weken)

    @property
    def langste(self) -> int:
        """Days before the end on which the first reminder of any product comes."""
        return max(w[0] for w in (self.weken, *self.per_product.values())) * 7

    def volgende(self, vandaag: datetime.date, plek: Plek | None, hoogstens: int) -> list[Indicatie]:
        """The same rows after a place, locked in their order.

        By a fixed statement: writing out this question costs Django more than the database needs to answer it. Who
        waits for a row here reads anew what was done with it.
        """
        vorm = Laddervorm(self.weken, tuple(self.per_product.values()), hoogstens, plek is not None)
        waarden: dict[str, Any] = {f"over{n}": over_dagen(vandaag, n) for n in vorm.dagen}
        waarden |= {f"product{nr}": pk for nr, pk in enumerate(self.per_product)}
        if plek is not None:
            waarden |= {"na_einddatum": plek[0], "na_pk": plek[1]}
        return _volgende(vorm=vorm, **waarden)

    def te_doen(self, vandaag: datetime.date):
        """Help of which a rung is due today and was not done; a long question, so it is built once for all chunks."""
        if vandaag not in self._vragen:
            over = partial(over_dagen, vandaag)
            self._vragen[vandaag] = Indicatie.objects.te_herinneren(over, self.weken, self.per_product)
        return self._vragen[vandaag].all()


@dataclass(frozen=True)
class Laddervorm(Vorm):
    """All that decides how the question is written: the weeks, how many rows, and whether they come after a place."""

    weken: Weken
    per_product: tuple[Weken, ...]
    hoogstens: int
    na: bool

    @property
    def dagen(self) -> set[int]:
        """Every number of days from today that the question names."""
        ladders = (self.weken, *self.per_product)
        return {0, -TERUGKIJKEN.days, *(n for weken in ladders for n in dagen_ervoor(weken).values())}


@vaste_vraag
def _volgende(vorm: Laddervorm, **waarden) -> QuerySet[Indicatie]:
    over = {n: waarden[f"over{n}"] for n in vorm.dagen}
    per_product = {waarden[f"product{nr}"]: weken for nr, weken in enumerate(vorm.per_product)}
    rijen = Indicatie.objects.te_herinneren(over.__getitem__, vorm.weken, per_product)
    if vorm.na:
        rijen = rijen.na_einde(waarden["na_einddatum"], waarden["na_pk"])
    return rijen.select_for_update(of=("self",), no_key=True)[: vorm.hoogstens]


def ladders_op(dag: datetime.date) -> Ladders:
    """As they hold on this day; one query."""
    schemas = dict(Herinneringsschema.objects.op(dag).values_list("product_id", "weken"))
    gewoon = tuple(schemas.pop(None, WEKEN))
    return Ladders(gewoon, {product: tuple(weken) for product, weken in schemas.items()})


@dataclass(frozen=True)
class Ontvangers:
    """Who is there today, and where he is consulent."""

    weg: dict[int, int | None]  # who is away, and who stands in
    plaatsen: frozenset[tuple[int, int, str]]  # colleague, team, law

    @classmethod
    def lezen(cls, zaken: Collection[Zaak], vandaag: datetime.date) -> "Ontvangers":
        """For the regisseurs of these zaken; two queries."""
        wie = {z.regisseur_id for z in zaken if z.regisseur_id}
        weg = dict(
            Afwezigheid.objects.op(vandaag).filter(medewerker__in=wie).values_list("medewerker", "vervanger")
        )
        wie |= {v for v in weg.values() if v}
        leden = Lidmaatschap.objects.op(vandaag).filter(
            medewerker__in=wie, medewerker__is_active=True, rol="consulent"
        )
        return cls(
            weg,
            frozenset(
                (m, team, wet)
                for m, team, discipline in leden.values_list("medewerker", "wijkteam", "discipline")
                for wet in WETTEN_VAN_DISCIPLINE[discipline]
            ),
        )

    def voor(self, zaak: Zaak) -> int | None:
        """The regisseur of now; away: who stands in; nobody there any more: None, the team.

        On a shielded zaak nobody stands in (waarneming): it waits for its regisseur, and the lines of the others count.
        """
        wie = zaak.regisseur_id
        if wie in self.weg and not zaak.afgeschermd:
            wie = self.weg[wie]
        return wie if (wie, zaak.wijkteam_id, zaak.wet) in self.plaatsen else None
