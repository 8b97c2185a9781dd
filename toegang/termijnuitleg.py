"""How a term was computed, in words (pure): the sentence behind "zo berekend"."""

import datetime

from toegang.feestdagen import is_werkdag
from toegang.opmaak import datum, datum_lang
from toegang.termijnregels import GeenRegel, regel


def zo_berekend(termijn, wet: str) -> str:
    """6 weken na 3 november 2026; moved by the Algemene termijnenwet or by a suspension when that is so."""
    try:
        lengte = regel(termijn.soort, wet, termijn.begint_op).lengte
    except GeenRegel:
        return f"Begonnen op {datum(termijn.begint_op)}."
    zin = f"{str(lengte).capitalize()} na {datum(termijn.begint_op)}."
    kaal = termijn.begint_op + datetime.timedelta(days=lengte.in_dagen)
    if kaal == termijn.uiterste_datum:
        return zin
    if not is_werkdag(kaal) and kaal < termijn.uiterste_datum <= kaal + datetime.timedelta(days=5):
        return f"{zin} Dat is {datum_lang(kaal)}, geen werkdag; dan geldt de volgende werkdag."
    return f"{zin} Daarbij zijn de dagen geteld waarin de termijn stilstond."
