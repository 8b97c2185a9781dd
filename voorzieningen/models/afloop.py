"""Which help ends without anybody having acted, and which rung is due: the ladder as a question to the database."""

import datetime
from collections.abc import Callable, Mapping
from uuid import UUID

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import CombinedExpression, ExpressionWrapper
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan

from toegang.models import Zaak, Zaaksoort
from toegang.statussen import ZaakStatus
from voorzieningen.ladder import TERUGKIJKEN, dagen_ervoor
from voorzieningen.statussen import IndicatieStatus

Weken = tuple[int, ...]
Over = Callable[[int], datetime.date]
LOOPT = (IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND)
KOMT = (IndicatieStatus.VOORGESTELD, *LOOPT)


class AfloopQuerySet(QuerySet):
    def zonder_vervolg(self, langste: int):
        """Nobody acted: no heronderzoek, no help of the same product after it, no decision that it may end.

        A heronderzoek counts while it is open, or when it was closed since the first reminder (`langste` days).
        """
        sinds = ExpressionWrapper(OuterRef("einddatum") - Value(langste), DateField())
        heronderzoek = Zaak.objects.filter(vorige_zaak=OuterRef("zaak"), soort=Zaaksoort.HERONDERZOEK).filter(
            ~Q(status=ZaakStatus.AFGESLOTEN) | Q(afgesloten_op__gte=sinds)
        )
        volgende = self.model.objects.filter(
            dossier=OuterRef("dossier"), product=OuterRef("product"), status__in=KOMT,
            einddatum__gt=OuterRef("einddatum"),
        )  # fmt: skip
        return self.filter(~Exists(heronderzoek), ~Exists(volgende), loopt_af_op=None)

    def met_ladder(self, vandaag: datetime.date, *, sinds: datetime.date | None = None):
        """What has a ladder at all: it runs, or it ran to its last day, at most since a day; of the living."""
        uitgelopen = Q(status=IndicatieStatus.BEEINDIGD, beeindigd_op=F("einddatum"))
        return self.filter(
            Q(status__in=LOOPT) | uitgelopen,
            status__in=(*LOOPT, IndicatieStatus.BEEINDIGD),  # as the index says it
            loopt_af_op=None, ingangsdatum__lte=vandaag, einddatum__gte=sinds or vandaag - TERUGKIJKEN,
            dossier__inwoner__overleden_op="",
        )  # fmt: skip

    def te_herinneren(self, over: Over, weken: Weken, per_product: Mapping[UUID, Weken]):
        """Each with `sport`: the latest rung that is due and not done (`ladder.aan_de_beurt`), by last day.

        `over(n)` is the day that lies so many days after today (`ladder.over_dagen`).
        """
        langste = max(w[0] for w in (weken, *per_product.values())) * 7
        rijen = self.met_ladder(over(0), sinds=over(-TERUGKIJKEN.days)).zonder_vervolg(langste)
        rijen = (
            rijen.filter(einddatum__lte=over(langste)).annotate(
                sport=_sport(over, weken, per_product), dag=_dag(over, weken, per_product)
            )
        ).filter(sport__isnull=False, dag__gte=F("ingangsdatum"))
        gedaan = self.model.herinneringen.rel.related_model.objects.filter(
            indicatie=OuterRef("pk"), einddatum=OuterRef("einddatum"), sport=OuterRef("sport")
        )
        return rijen.filter(~Exists(gedaan)).order_by("einddatum", "pk")

    def na_einde(self, einddatum: datetime.date, pk):
        """The rows after this one, in the order of `te_herinneren`."""
        return self.filter(TupleGreaterThan(Tuple("einddatum", "pk"), (einddatum, pk)))


def _per_product(per_product: Mapping[UUID, Weken], weken: Weken, maak):
    """The same expression for the weeks of each product, and for those of all others."""
    gewoon = maak(weken)
    if not per_product:
        return gewoon
    takken = [When(product=pk, then=maak(eigen)) for pk, eigen in per_product.items()]
    return Case(*takken, default=gewoon)


def _sport(over: Over, weken: Weken, per_product):
    def maak(w: Weken):
        takken = [
            When(einddatum__lte=over(dagen), then=Value(int(sport)))
            for sport, dagen in reversed(dagen_ervoor(w).items())
        ]
        return Case(*takken, default=None, output_field=IntegerField())

    return _per_product(per_product, weken, maak)


def _dag(over: Over, weken: Weken, per_product):
    """The day of that rung."""

    def maak(w: Weken):
        takken = [
            When(
                einddatum__lte=over(dagen),
                then=CombinedExpression(F("einddatum"), "-", Value(dagen), output_field=DateField()),
            )
            for _, dagen in reversed(dagen_ervoor(w).items())
        ]
        return Case(*takken, default=None, output_field=DateField())

    return _per_product(per_product, weken, maak)
