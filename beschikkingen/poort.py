"""The gate before a besluit goes on: per kind what must be there, as data (domain: contents of a lawful beschikking).

The same list feeds the page, the button, the refusal and the tests. Reads only.
"""

import datetime
from collections.abc import Callable, Iterator

from beschikkingen import poortpunten as p
from beschikkingen import poortpunten_anders as a
from beschikkingen import poortpunten_pgb as b
from beschikkingen.models import Besluit, Uitkomst
from beschikkingen.poortvraag import Poortvraag, Punt
from wijkteams.models import Onderzoek

__all__ = ["PUNTEN", "Punt", "ontbreekt_voor_besluit", "open_punten", "opmerkingen_van_inwoner"]

U = Uitkomst
ONDERZOCHT = (p.aanvraag, p.verslag, p.afweging, p.voorstellen_erin)
HULP = (p.omvang, p.aanbieder, b.pgb, p.bijdrage)
SLOT = (p.opmerkingen, p.mandaat, p.leest_goed, p.regels)
HERZIEN = (a.werking, p.motivering, p.wat_gebeurt_nu, p.gehoord)
# Per outcome its points, in the order of the page; each points to where it is mended.
PUNTEN: dict[Uitkomst, tuple[Callable[[Poortvraag], Iterator[Punt]], ...]] = {
    U.TOEKENNING: (
        *ONDERZOCHT, *HULP, p.redenen, p.wat_kunt_u_niet, p.blijft_over, p.wat_gebeurt_nu, *SLOT,
    ),
    U.GEDEELTELIJK: (
        *ONDERZOCHT, *HULP, p.elke_regel, b.pgb_afgewezen, p.redenen, p.wat_kunt_u_niet, p.blijft_over,
        p.wat_gebeurt_nu, p.wat_kan_wel, p.gehoord, *SLOT,
    ),
    U.AFWIJZING: (
        *ONDERZOCHT, b.pgb_afgewezen, p.redenen, p.wat_kunt_u_niet, p.wat_kan_wel, p.gehoord, *SLOT,
    ),
    U.NIET_BEHANDELEN: (p.aanvraag, a.aanvulling_gevraagd, p.motivering, p.wat_kan_wel, *SLOT),
    U.TIJDELIJK: (p.omvang, p.aanbieder, a.motivering_later, p.wat_gebeurt_nu, p.opmerkingen, p.mandaat),
    U.HERZIENING: (a.grond, a.wijzigingen, *HERZIEN, *SLOT),
    U.INTREKKING: (a.grond, *HERZIEN, *SLOT),
    U.BEEINDIGING: (a.grond, *HERZIEN, *SLOT),
    U.TERUGVORDERING: (a.terugvordering, p.motivering, p.wat_gebeurt_nu, p.gehoord, *SLOT),
    U.DWANGSOM: (a.dwangsombedrag, p.wat_gebeurt_nu, p.opmerkingen, p.mandaat, p.leest_goed),
    U.GEGROND: (a.heroverweging, a.veranderd_door_bezwaar, p.motivering, p.wat_gebeurt_nu, *SLOT),
    U.DEELS_GEGROND: (a.heroverweging, a.veranderd_door_bezwaar, p.motivering, p.wat_gebeurt_nu, *SLOT),
    U.ONGEGROND: (a.heroverweging, p.motivering, *SLOT),
    U.NIET_ONTVANKELIJK: (a.heroverweging, p.motivering, p.opmerkingen, p.mandaat, p.leest_goed),
}  # fmt: skip


# A repeated aanvraag, refused by pointing at the earlier refusal: no onderzoek of its own (Awb art. 4:6 lid 2).
HERHALING = (p.aanvraag, a.herhaling, p.wat_kan_wel, *SLOT)


def ontbreekt_voor_besluit(besluit: Besluit, *, vandaag: datetime.date | None = None) -> list[Punt]:
    """Every point of the gate in the order of the page; `vandaag` is the day on which the mandate must hold."""
    vraag = Poortvraag(besluit, vandaag or besluit.opgesteld_op)
    wat = HERHALING if besluit.verwijst else PUNTEN[U(besluit.uitkomst)]
    return [punt for vragen in wat for punt in vragen(vraag)]


def open_punten(besluit: Besluit, *, vandaag: datetime.date | None = None) -> list[Punt]:
    """What is still missing."""
    return [punt for punt in ontbreekt_voor_besluit(besluit, vandaag=vandaag) if not punt.klaar]


def opmerkingen_van_inwoner(besluit: Besluit) -> str:
    """What the citizen wrote on the verslag, to lay beside the letter."""
    onderzoek = Onderzoek.objects.filter(zaak_id=besluit.zaak_id).first()
    verslag = onderzoek and onderzoek.verslagen.order_by("-nummer").first()
    return verslag.opmerkingen if verslag else ""
