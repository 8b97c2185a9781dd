"""The weeks that hold today, and whom a reminder is for: read once a run or a chunk, never written."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from toegang.models import Zaak
from voorzieningen.ladder import WEKEN
from voorzieningen.models import Herinneringsschema, Indicatie
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Afwezigheid, Lidmaatschap

Weken = tuple[int, ...]


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

    def te_doen(self, vandaag: datetime.date):
        """Help of which a rung is due today and was not done; a long question, so it is built once for all chunks."""
        if vandaag not in self._vragen:
            self._vragen[vandaag] = Indicatie.objects.te_herinneren(vandaag, self.weken, self.per_product)
        return self._vragen[vandaag].all()


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
