"""A question of the gate about one besluit, and its answer: a line that is ready, or that says where to mend it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from beschikkingen.models import Besluit, Besluitregel, Gevolg
from toegang.models import TermijnSoort
from voorzieningen.models import Budgetplan, Indicatie
from wijkteams.regels import zonder_onderzoek_geldig

BESLUIT = "beschikkingen:besluit"


@dataclass(frozen=True)
class Punt:
    """One line of the gate. `adres` is a URL name that takes `pk`; `anker` is the field on that page."""

    klaar: bool
    zin: str
    adres: str = ""
    pk: object = None
    anker: str = ""
    let_op: bool = False  # ready, but someone should know


@dataclass
class Poortvraag:
    """The besluit and the day on which it must hold; what several points need is read once."""

    besluit: Besluit
    vandaag: datetime.date

    @cached_property
    def regels(self) -> list[Besluitregel]:
        return self.besluit.geldende_regels()

    @cached_property
    def toegekend(self) -> list[Indicatie]:
        return [r.indicatie for r in self.regels if r.gevolg == Gevolg.TOEKENNEN]

    @cached_property
    def budgetplannen(self) -> dict[object, Budgetplan]:
        """By product the plan for a pgb of this zaak; without those that were taken back."""
        plannen = Budgetplan.objects.geldend().filter(zaak=self.besluit.zaak_id).prefetch_related("regels")
        return {p.product_id: p for p in plannen.order_by("ontvangen_op", "pk")}

    @cached_property
    def lid_9(self) -> bool:
        """After six weeks an aanvraag is valid without the onderzoek: what is missing then warns (Wmo 2.3.2 lid 9)."""
        besluit = self.besluit
        if besluit.aanvraag is None:
            return False
        termijn = (
            besluit.zaak.termijnen.filter(soort=TermijnSoort.ONDERZOEK).order_by("begint_op", "pk").first()
        )
        return zonder_onderzoek_geldig(
            termijn.uiterste_datum if termijn and not termijn.gehaald_op else None,
            besluit.aanvraag.ontvangen_op,
            self.vandaag,
        )

    def hier(self, klaar: bool, zin: str, anker: str) -> Punt:
        """On the page of the besluit itself."""
        return Punt(klaar, zin, BESLUIT, self.besluit.pk, anker)

    def tekst(self, veld: str, mist: str) -> Iterator[Punt]:
        """A text of the letter that may not be empty."""
        if not getattr(self.besluit, veld).strip():
            yield self.hier(False, mist, f"id_{veld}")
