"""The clocks of a zaak: started, met, lapsed; the nearest one is kept on the zaak for the lists.

These functions change `zaak.eerstvolgende_op` in memory; the use-case that calls them saves the zaak.
"""

import datetime

from django.db.models import Min

from toegang import termijnen
from toegang.models import GEEN_TERMIJN, Aanvraag, Actor, Termijn, TermijnSoort, Zaak
from toegang.termijnregels import GeenRegel, regel

VAN_DE_INWONER = {TermijnSoort.PERSOONLIJK_PLAN, TermijnSoort.BEZWAAR}


def starten(
    zaak: Zaak,
    soort: TermijnSoort,
    begint_op: datetime.date,
    *,
    door: Actor,
    aanvraag: Aanvraag | None = None,
) -> Termijn | None:
    """Start the clock that the law of this zaak knows; None when it knows none (Jeugdwet: no term for onderzoek)."""
    try:
        r = regel(soort, zaak.wet, begint_op)
    except GeenRegel:
        return None
    uiterste = termijnen.uiterste_datum(begint_op, dagen=r.lengte.dagen, weken=r.lengte.weken)
    termijn = Termijn(
        zaak=zaak, aanvraag=aanvraag, soort=soort, artikel=r.artikel, begint_op=begint_op, uiterste_datum=uiterste,
        wacht_op="inwoner" if soort in VAN_DE_INWONER else "",
    ).bewaren(door=door, reden="termijn begonnen")  # fmt: skip
    eerstvolgende_bijwerken(zaak)
    return termijn


def halen(
    zaak: Zaak, soort: TermijnSoort, op: datetime.date, *, door: Actor, aanvraag: Aanvraag | None = None
) -> None:
    """What had to be done in this term was done on this day."""
    for termijn in zaak.termijnen.lopend().filter(soort=soort, aanvraag=aanvraag):
        termijn.gehaald_op = op
        termijn.bewaren(door=door, reden="termijn gehaald")
    eerstvolgende_bijwerken(zaak)


def vervallen(zaak: Zaak, op: datetime.date, *, door: Actor, behalve: tuple[TermijnSoort, ...] = ()) -> None:
    """The zaak ended: its running clocks end with it."""
    for termijn in zaak.termijnen.lopend().exclude(soort__in=behalve):
        termijn.vervallen_op = op
        termijn.bewaren(door=door, reden="zaak afgesloten")
    eerstvolgende_bijwerken(zaak)


def eerstvolgende_bijwerken(zaak: Zaak) -> None:
    """For spoed the day it was reported, else the nearest last day of our own running clocks."""
    if zaak.spoed and zaak.is_open:
        zaak.eerstvolgende_op = zaak.gemeld_op
        return
    eerste = (
        zaak.termijnen.lopend()
        .van_ons()
        .filter(stil_sinds=None)
        .aggregate(eerste=Min("uiterste_datum"))["eerste"]
    )
    zaak.eerstvolgende_op = eerste or GEEN_TERMIJN
