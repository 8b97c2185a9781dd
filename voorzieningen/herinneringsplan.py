"""What a day will do, without doing it: the same question as the run asks, and the same rules; nothing is written."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from voorzieningen.ladder import Sport, beurt_van, naam_van
from voorzieningen.ladders import Ontvangers, ladders_op
from voorzieningen.models import Herinnering
from wijkteams.models import Medewerker

PER_KEER = 1000


@dataclass(frozen=True)
class Regel:
    """One reminder that is due: of which zaak, for whom, and whether the inwoner hears."""

    kenmerk: str
    einddatum: datetime.date
    naam: str
    voor: str
    inwoner: str


def plan_voor(dag: datetime.date) -> Iterator[Regel]:
    """In chunks, so that a whole municipality fits; five queries a thousand."""
    ladders = ladders_op(dag)
    rijen = ladders.te_doen(dag).select_related("zaak")
    deel = list(rijen[:PER_KEER])
    while deel:
        gedaan: dict[tuple, set[int]] = {}
        for pk, einde, sport in Herinnering.objects.filter(indicatie__in=[r.pk for r in deel]).values_list(
            "indicatie", "einddatum", "sport"
        ):
            gedaan.setdefault((pk, einde), set()).add(sport)
        ontvangers = Ontvangers.lezen([r.zaak for r in deel], dag)
        wie = {r.pk: ontvangers.voor(r.zaak) for r in deel}
        namen = {m.pk: m.naam for m in Medewerker.objects.filter(pk__in={w for w in wie.values() if w})}
        for r in deel:
            beurt = beurt_van(Sport(r.sport), gedaan.get((r.pk, r.einddatum), ()))
            if beurt is not None:
                yield Regel(
                    r.zaak.kenmerk, r.einddatum, naam_van(r.sport, ladders.van(r.product_id)),
                    namen.get(wie[r.pk], "het team"),
                    "brief of e-mail" if beurt.aan_inwoner(dag, r.einddatum) else "niets",
                )  # fmt: skip
        deel = list(rijen.na_einde(deel[-1].einddatum, deel[-1].pk)[:PER_KEER])
