"""The clocks of a zaak: started, suspended, lengthened, met, lapsed; the nearest one is kept on the zaak for the lists.

These functions change `zaak.eerstvolgende_op` in memory; the use-case that calls them saves the zaak.
"""

import datetime

from django.db.models import Min

from toegang import feestdagentabel, termijnen
from toegang.models import (
    GEEN_TERMIJN,
    Aanvraag,
    Actor,
    Opschorting,
    Termijn,
    TermijnSoort,
    Verlenging,
    Zaak,
)
from toegang.statussen import BriefStatus
from toegang.termijnen import Periode
from toegang.termijnregels import GeenRegel, Regel, lengte_van, regel
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen

VAN_DE_INWONER = {TermijnSoort.PERSOONLIJK_PLAN, TermijnSoort.BEZWAAR}
# Who waits for whom while the clock stands still; the badge reads "wacht op …".
WACHT_OP: dict[str, str] = {
    Opschorting.Grond.AANVULLING: "aanvulling",
    Opschorting.Grond.BUITENLAND: "het buitenland",
    Opschorting.Grond.INSTEMMING: "de afgesproken dag",
    Opschorting.Grond.AAN_INWONER: "de inwoner",
    Opschorting.Grond.OVERMACHT: "ons: overmacht",
}


def regel_van(zaak: Zaak, soort: str, begint_op: datetime.date) -> Regel:
    """The rule for a clock of this zaak; GeenRegel where the law sets none."""
    return regel(soort, zaak.wet, begint_op, zaaksoort=zaak.soort, spoed=zaak.spoed)


def starten(
    zaak: Zaak,
    soort: TermijnSoort,
    begint_op: datetime.date,
    *,
    door: Actor,
    aanvraag: Aanvraag | None = None,
    regelsoort: str = "",
) -> Termijn | None:
    """Start the clock that the law of this zaak knows; None when it knows none (Jeugdwet: no term for onderzoek).

    `regelsoort`: the row of the table where it is another than the kind (a bezwaar with a committee: twelve weeks).
    """
    try:
        r = regel_van(zaak, regelsoort or soort, begint_op)
    except GeenRegel:
        return None
    feestdagentabel.actueel()
    termijn = Termijn(
        zaak=zaak, aanvraag=aanvraag, soort=soort, artikel=r.artikel, begint_op=begint_op,
        uiterste_datum=termijnen.einde_van(begint_op, r.lengte),
        wacht_op="inwoner" if soort in VAN_DE_INWONER else "",
    ).bewaren(door=door, reden="termijn begonnen")  # fmt: skip
    eerstvolgende_bijwerken(zaak)
    return termijn


# What begins on the day the need was voiced; the clock of an aanvraag begins with the aanvraag.
BIJ_DE_MELDING = (TermijnSoort.ONDERZOEK, TermijnSoort.PERSOONLIJK_PLAN, TermijnSoort.EERSTE_GESPREK)


def begin(zaak: Zaak, *, door: Actor) -> None:
    """The clocks that the law of this zaak lets run from the day the need was voiced."""
    for soort in BIJ_DE_MELDING:
        starten(zaak, soort, zaak.gemeld_op, door=door)
    eerstvolgende_bijwerken(zaak)


def perioden_van(opschortingen: list[Opschorting]) -> list[Periode]:
    return [(o.vanaf_op, o.tot_op) for o in opschortingen]


def verlengingen_van(
    termijn: Termijn, verlengingen: list[Verlenging]
) -> list[tuple[datetime.date, datetime.date]]:
    """Only the notices that move the last day (`termijnen.verschuift`)."""
    if not termijnen.verschuift(termijn.artikel):
        return []
    return [(v.op, v.nieuwe_datum) for v in verlengingen]


def herberekenen(zaak: Zaak, termijn: Termijn, vandaag: datetime.date, *, door: Actor, reden: str) -> bool:
    """Last day and standstill anew from the facts; True when the clock changed.

    While it stands still the last day stays what it was: what comes of it is not known yet.
    """
    feestdagentabel.actueel()
    opschortingen = list(termijn.opschortingen.order_by("vanaf_op", "pk"))
    verlengingen = list(termijn.verlengingen.order_by("op", "nieuwe_datum", "pk"))
    lengte = lengte_van(termijn.soort, zaak.wet, termijn.begint_op, termijn.artikel)
    if lengte is None:
        return False
    laatste = termijnen.laatste_dag(
        termijn.begint_op, lengte, perioden_van(opschortingen), verlengingen_van(termijn, verlengingen),
        vandaag=vandaag,
    )  # fmt: skip
    open_ = [o for o in opschortingen if o.tot_op is None and o.vanaf_op <= vandaag]
    stil = bool(open_) and laatste is None
    eigen = "inwoner" if termijn.soort in VAN_DE_INWONER else ""
    oud = (termijn.uiterste_datum, termijn.stil_sinds, termijn.wacht_op)
    termijn.uiterste_datum = laatste or termijn.uiterste_datum
    termijn.stil_sinds = open_[0].vanaf_op if stil else None
    termijn.wacht_op = WACHT_OP[open_[0].grond] if stil else eigen
    if oud == (termijn.uiterste_datum, termijn.stil_sinds, termijn.wacht_op):
        return False
    termijn.bewaren(door=door, reden=reden)
    eerstvolgende_bijwerken(zaak)
    return True


def halen(
    zaak: Zaak,
    soort: TermijnSoort,
    op: datetime.date,
    *,
    door: Actor,
    aanvraag: Aanvraag | None = None,
    met: str = "",
) -> None:
    """What had to be done in this term was done on this day; `met`: by what, without content."""
    for termijn in zaak.termijnen.lopend().filter(soort=soort, aanvraag=aanvraag):
        _stil_eindigen(termijn, op, door=door)
        termijn.gehaald_op, termijn.gehaald_met = op, met
        termijn.bewaren(door=door, reden="termijn gehaald")
    eerstvolgende_bijwerken(zaak)


def vervallen(
    zaak: Zaak,
    op: datetime.date,
    *,
    door: Actor,
    behalve: tuple[TermijnSoort, ...] = (),
    aanvraag: Aanvraag | None = None,
    reden: str = "zaak afgesloten",
) -> None:
    """The zaak ended, or this aanvraag alone: its running clocks end with it."""
    lopend = zaak.termijnen.lopend().exclude(soort__in=behalve)
    for termijn in lopend.filter(aanvraag=aanvraag) if aanvraag else lopend:
        _stil_eindigen(termijn, op, door=door)
        termijn.vervallen_op = op
        termijn.bewaren(door=door, reden=reden)
    eerstvolgende_bijwerken(zaak)


def _stil_eindigen(termijn: Termijn, op: datetime.date, *, door: Actor) -> None:
    """A clock that ends stands still no longer; the caller saves it."""
    if termijn.stil_sinds is None:
        return
    for opschorting in termijn.opschortingen.filter(tot_op=None):
        opschorting.tot_op, opschorting.einde = max(op, opschorting.vanaf_op), Opschorting.Einde.VERVALLEN
        opschorting.bewaren(door=door, reden="termijn geëindigd")
        if opschorting.brief and opschorting.brief.status in (BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT):
            brief_laten_vervallen(brief_id=opschorting.brief_id, door=door, reden="termijn geëindigd")
    termijn.stil_sinds, termijn.wacht_op = None, ""


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
