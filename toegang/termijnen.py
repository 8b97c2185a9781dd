"""Arithmetic of legal terms: Algemene termijnenwet (ATW) art. 1, 2 and 4, Awb art. 4:15, 6:7, 6:8 and 7:10.

The day of the event is day 0. Pure functions; the clock is never read here. The lengths stand in
`termijnregels.py`, the feast days in `feestdagen.py`.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from toegang.feestdagen import eerstvolgende_werkdag, feestdagen, is_werkdag, laatste_jaar_met_kb_dagen
from toegang.termijnregels import (
    AWB_4_13,
    BESLUIT_OP_BEZWAAR_AWB_7_10,
    BESLUIT_OP_BEZWAAR_COMMISSIE_AWB_7_10,
    BESLUIT_WMO_2_3_5,
    BEZWAAR_AWB_6_7,
    EERSTE_GESPREK_WGS_4_1,
    EERSTE_GESPREK_WGS_4_2,
    MOTIVERING_AWB_3_47,
    NIET_BEHANDELEN_AWB_4_5_4,
    ONDERZOEK_WMO_2_3_2,
    PERSOONLIJK_PLAN_2_3_2_LID_2,
    REDELIJK_AWB_4_13,
    REGELS,
    VERDAGING_AWB_7_10,
    Duur,
    GeenRegel,
    Regel,
    dwangsom,
    eerste_dwangsomdag,
    regel,
)

__all__ = [
    "AWB_4_13",
    "BESLUIT_OP_BEZWAAR_AWB_7_10",
    "BESLUIT_OP_BEZWAAR_COMMISSIE_AWB_7_10",
    "BESLUIT_WMO_2_3_5",
    "BEZWAAR_AWB_6_7",
    "EERSTE_GESPREK_WGS_4_1",
    "EERSTE_GESPREK_WGS_4_2",
    "MOTIVERING_AWB_3_47",
    "NIET_BEHANDELEN_AWB_4_5_4",
    "ONDERZOEK_WMO_2_3_2",
    "PERSOONLIJK_PLAN_2_3_2_LID_2",
    "REDELIJK_AWB_4_13",
    "REGELS",
    "VERDAGING_AWB_7_10",
    "Duur",
    "GeenRegel",
    "Periode",
    "Regel",
    "beslistermijn",
    "beslistermijn_bezwaar",
    "bezwaartermijn",
    "dwangsom",
    "eerste_dwangsomdag",
    "einde_van",
    "feestdagen",
    "is_werkdag",
    "laatste_dag",
    "laatste_jaar_met_kb_dagen",
    "met_opschorting",
    "nog_dagen",
    "opgeschorte_dagen",
    "regel",
    "staat_stil",
    "uiterste_datum",
    "verschuift",
    "werkdagen_na",
]

Periode = tuple[date, date | None]
"""A suspension: the day of the invitation (or notice), and the day it ended; None while it is open."""


def uiterste_datum(
    gebeurtenis: date, *, dagen: int | None = None, weken: int | None = None, werkdagen: int | None = None
) -> date:
    """The last day of a term that starts by `gebeurtenis`, lengthened by ATW art. 1 lid 1 and art. 2.

    Terms of more than 90 days or twelve weeks are not lengthened (ATW art. 4 sub a).
    """
    return einde_van(gebeurtenis, Duur(dagen=dagen, weken=weken, werkdagen=werkdagen))


def einde_van(gebeurtenis: date, duur: Duur) -> date:
    """The same, for a length that is known as such."""
    if duur.werkdagen is not None:
        return werkdagen_na(gebeurtenis, duur.werkdagen)
    einde = gebeurtenis + timedelta(days=duur.in_dagen)
    return _verlengd(einde, gebeurtenis) if duur.valt_onder_atw else einde


def werkdagen_na(dag: date, aantal: int) -> date:
    """The day that lies so many working days after this one."""
    for _ in range(aantal):
        dag = eerstvolgende_werkdag(dag + timedelta(days=1))
    return dag


def _verlengd(einde: date, gebeurtenis: date) -> date:
    """ATW art. 1 lid 1, then art. 2: a term of three days or more holds at least two working days."""
    lang_genoeg = (einde - gebeurtenis).days >= 3
    einde = eerstvolgende_werkdag(einde)
    if lang_genoeg:
        while _werkdagen(gebeurtenis, einde) < 2:
            einde = eerstvolgende_werkdag(einde + timedelta(days=1))
    return einde


def _werkdagen(gebeurtenis: date, einde: date) -> int:
    """Working days after the event up to and including the end; counts no further than two."""
    aantal, dag = 0, einde
    while dag > gebeurtenis and aantal < 2:
        aantal += is_werkdag(dag)
        dag -= timedelta(days=1)
    return aantal


# --- suspension (Awb art. 4:15) -------------------------------------------------------------------


def met_opschorting(uiterste: date, perioden: Iterable[Periode], *, vandaag: date) -> date | None:
    """Where an aanvraag's last day moves to by its suspensions; None while the clock stands still.

    Suspended are the days after the invitation up to and including the day of completion, or the last day of
    the unused term. Days that two suspensions share count once; a suspension that begins on or after the last
    day has nothing left to suspend. ATW art. 1 is applied again at the end. Give the last day before
    suspension; `beslistermijn` counts from the receipt and is exact where ATW itself moved that last day.
    """
    laatste = eerstvolgende_werkdag(uiterste)
    for van, tot in _samengevoegd(perioden, vandaag=vandaag):
        if van >= laatste:
            break
        if tot is None:
            return None
        uiterste += tot - van
        laatste = eerstvolgende_werkdag(uiterste)
    return laatste


def beslistermijn(
    ontvangen_op: date, duur: Duur, perioden: Iterable[Periode] = (), *, vandaag: date
) -> date | None:
    """The last day to decide on an aanvraag of `ontvangen_op`; None while the clock stands still."""
    zonder = einde_van(ontvangen_op, duur)
    kaal = zonder if duur.werkdagen is not None else ontvangen_op + timedelta(days=duur.in_dagen)
    met = met_opschorting(kaal, perioden, vandaag=vandaag)
    return None if met is None else max(met, zonder)


def verschuift(artikel: str) -> bool:
    """Whether a notice of delay moves the last day that the law asks.

    Awb art. 4:14 lid 3 and 7:10 lid 3 do. Where a law sets the term (Wmo 2015 art. 2.3.5) lid 1 only asks to name a
    day: the term itself passes, and with it comes the risk of a dwangsom (4:17).
    """
    return artikel == AWB_4_13 or artikel.startswith("Awb art. 7:10")


def laatste_dag(
    begint_op: date,
    duur: Duur,
    perioden: Sequence[Periode] = (),
    verlengingen: Sequence[tuple[date, date]] = (),
    *,
    vandaag: date,
) -> date | None:
    """The last day with its suspensions and its (day of notice, new day) extensions; None while it stands still.

    A notice names a new day with all that stood still before it; only what is suspended later moves that day on.
    """
    if not verlengingen:
        return beslistermijn(begint_op, duur, perioden, vandaag=vandaag)
    op, nieuwe_datum = max(verlengingen)
    return met_opschorting(nieuwe_datum, [p for p in perioden if p[0] >= op], vandaag=vandaag)


def staat_stil(perioden: Iterable[Periode], *, vandaag: date) -> bool:
    """True from the day of the invitation on, as long as nobody answered."""
    return any(tot is None and van <= vandaag for van, tot in perioden)


def opgeschorte_dagen(perioden: Iterable[Periode], *, vandaag: date) -> int:
    """Net suspended days up to today: the difference between gross and net duration."""
    samen = _samengevoegd(perioden, vandaag=vandaag)
    return sum((min(tot or vandaag, vandaag) - van).days for van, tot in samen if van < vandaag)


def _samengevoegd(perioden: Iterable[Periode], *, vandaag: date) -> list[Periode]:
    """Sorted; overlapping and touching ones made one, an open one not begun yet left out."""
    samen: list[Periode] = []
    for van, tot in sorted(perioden, key=lambda periode: (periode[0], periode[1] or date.max)):
        if tot is not None and tot < van:
            raise ValueError("Een opschorting kan niet eindigen voordat zij begint.")
        if tot is None and van > vandaag:
            continue
        if not samen or ((vorige := samen[-1][1]) is not None and van > vorige):
            samen.append((van, tot))
        elif samen[-1][1] is not None:
            samen[-1] = (samen[-1][0], None if tot is None else max(samen[-1][1], tot))
    return samen


def nog_dagen(uiterste: date, vandaag: date) -> int:
    """Days left; 0 on the last day, negative when late."""
    return (uiterste - vandaag).days


# --- bezwaar --------------------------------------------------------------------------------------


def bezwaartermijn(bekendgemaakt_op: date) -> date:
    """Last day to object: six weeks from the day after bekendmaking (Awb art. 6:7, 6:8)."""
    return uiterste_datum(bekendgemaakt_op, weken=BEZWAAR_AWB_6_7.weken)


def beslistermijn_bezwaar(
    bekendgemaakt_op: date,
    *,
    commissie: bool,
    verdaagd: bool = False,
    perioden: Sequence[Periode] = (),
    vandaag: date,
) -> date | None:
    """Last day to decide on a bezwaar (Awb art. 7:10), counted from the end of the bezwaar term, not receipt.

    Six weeks, twelve with an advisory committee (7:13), six more when adjourned (lid 3), and the days of a
    suspension by art. 6:6 (lid 2); None while that is open.
    """
    duur = BESLUIT_OP_BEZWAAR_COMMISSIE_AWB_7_10 if commissie else BESLUIT_OP_BEZWAAR_AWB_7_10
    einde = bezwaartermijn(bekendgemaakt_op) + timedelta(days=duur.in_dagen)
    if verdaagd:
        # a term of its own: ATW art. 4 does not cut in
        einde += timedelta(days=VERDAGING_AWB_7_10.in_dagen)
    return met_opschorting(einde, perioden, vandaag=vandaag)
