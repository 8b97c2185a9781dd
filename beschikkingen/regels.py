"""How a letter reads, how long a claim lasts, when a bezwaar is in time, what a dwangsom becomes. Pure Python."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from toegang.termijnen import is_werkdag
from toegang.termijnregels import DWANGSOMTARIEVEN, dwangsom
from wijkteams.leesbaarheid import GEMIDDELD_HOOGSTENS as GEMIDDELD_HOOGSTENS
from wijkteams.leesbaarheid import LANGST_HOOGSTENS as LANGST_HOOGSTENS
from wijkteams.leesbaarheid import leesbaarheid as leesbaarheid
from wijkteams.leesbaarheid import woorden as woorden
from wijkteams.leesbaarheid import zinnen as zinnen

OPPAKKEN_WERKDAGEN = 5


def oppakken_tot(vandaag: datetime.date) -> datetime.date:
    """The last day of a claim: five working days further."""
    dag, over = vandaag, OPPAKKEN_WERKDAGEN
    while over:
        dag += datetime.timedelta(days=1)
        over -= is_werkdag(dag)
    return dag


# --- bezwaar (Awb art. 6:7 to 6:11) ---------------------------------------------------------------

POST_NOG = datetime.timedelta(days=7)  # 6:9 lid 2: received at most a week after the term


def bezwaar_te_laat(
    bezwaar_tot: datetime.date, ontvangen_op: datetime.date, gepost_op: datetime.date | None = None
) -> bool:
    """In time when received in the term, or posted in it and received within a week after (Awb art. 6:9)."""
    if ontvangen_op <= bezwaar_tot:
        return False
    return gepost_op is None or gepost_op > bezwaar_tot or ontvangen_op > bezwaar_tot + POST_NOG


# --- ingebrekestelling and dwangsom (Awb art. 4:17) -----------------------------------------------

DWANGSOM_DAGEN = 42


@dataclass(frozen=True)
class Dwangsomtrede:
    """Days of one amount: from, to, euro a day, and what it is together after the last of them."""

    van: datetime.date
    tot: datetime.date
    per_dag: Decimal
    totaal: Decimal


def waarom_niet_in_gebreke(
    *,
    ontvangen_op: datetime.date,
    uiterste_datum: datetime.date,
    schriftelijk: bool,
    stil: bool,
    eerder: bool,
) -> str:
    """Why a notice of default does not count; empty when it does (Awb art. 4:17 lid 3)."""
    if not schriftelijk:
        return "Een ingebrekestelling is schriftelijk. Vraag de inwoner om haar op te schrijven."
    if stil:
        return "De termijn stond stil toen de ingebrekestelling kwam. Wij waren nog niet te laat."
    if ontvangen_op <= uiterste_datum:
        return "De ingebrekestelling kwam voordat de termijn voorbij was. Wij waren nog niet te laat."
    if eerder:
        return "Er was al een geldige ingebrekestelling. De dwangsom loopt daarvan."
    return ""


def dwangsomdagen(eerste_dag: datetime.date, bekend_op: datetime.date) -> int:
    """Days in default: from the first day up to the day before it was made known, at most 42 (4:17 lid 1)."""
    return min(max((bekend_op - eerste_dag).days, 0), DWANGSOM_DAGEN)


def dwangsomverloop(eerste_dag: datetime.date) -> list[Dwangsomtrede]:
    """The forecast, dated: when the amount a day changes, and what it adds up to."""
    treden, dag = [], eerste_dag
    tarief = max((t for t in DWANGSOMTARIEVEN if t.geldig_vanaf <= eerste_dag), key=lambda t: t.geldig_vanaf)
    for dagen, per_dag in tarief.treden:
        tot = dag + datetime.timedelta(days=dagen - 1)
        treden.append(Dwangsomtrede(dag, tot, per_dag, dwangsom((tot - eerste_dag).days + 1, op=eerste_dag)))
        dag = tot + datetime.timedelta(days=1)
    return treden
