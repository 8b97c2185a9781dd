"""How a term was computed, in words (pure): the sentences behind "zo berekend"."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from toegang.feestdagen import eerstvolgende_werkdag, feestdagen, is_werkdag
from toegang.opmaak import aantal, datum, datum_lang
from toegang.termijnen import einde_van, opgeschorte_dagen, verschuift
from toegang.termijnregels import lengte_van

EEN_DAG = datetime.timedelta(days=1)


def zo_berekend(termijn, wet: str) -> str:
    """6 weken na 3 november 2026; moved by the Algemene termijnenwet or by a suspension when that is so."""
    lengte = lengte_van(termijn.soort, wet, termijn.begint_op, termijn.artikel)
    if lengte is None:
        return f"Begonnen op {datum(termijn.begint_op)}."
    zin = f"{str(lengte).capitalize()} na {datum(termijn.begint_op)}."
    kaal = termijn.begint_op + datetime.timedelta(days=lengte.in_dagen)
    if termijn.uiterste_datum in (kaal, einde_van(termijn.begint_op, lengte)) and lengte.werkdagen:
        return zin
    if kaal == termijn.uiterste_datum:
        return zin
    if not is_werkdag(kaal) and kaal < termijn.uiterste_datum <= kaal + datetime.timedelta(days=5):
        return f"{zin} Dat is {datum_lang(kaal)}, geen werkdag; dan geldt de volgende werkdag."
    return f"{zin} Daarbij zijn de dagen geteld waarin de termijn stilstond, of het uitstel."


@dataclass(frozen=True)
class Uitleg:
    """The steps of the computation, and both durations in days."""

    stappen: list[str]
    bruto: int  # calendar days from the start to the end, or to today while it runs
    stil: int  # of these it stood still

    @property
    def netto(self) -> int:
        return self.bruto - self.stil


def uitleg(
    termijn, wet: str, opschortingen: Sequence, verlengingen: Sequence, vandaag: datetime.date
) -> Uitleg:
    """Step by step: the bare length, the days it stood still, the notice of delay, the shift by the ATW."""
    tot = termijn.gehaald_op or termijn.vervallen_op or vandaag
    perioden = [(o.vanaf_op, o.tot_op) for o in opschortingen]
    stil = opgeschorte_dagen(perioden, vandaag=tot)
    lengte = lengte_van(termijn.soort, wet, termijn.begint_op, termijn.artikel)
    stappen = [f"Begonnen op {datum_lang(termijn.begint_op)}."]
    if lengte is not None:
        dag = termijn.begint_op + datetime.timedelta(days=lengte.in_dagen)
        if lengte.werkdagen:
            dag = einde_van(termijn.begint_op, lengte)
        stappen = [f"{str(lengte).capitalize()} na {datum_lang(termijn.begint_op)}: {datum_lang(dag)}."]
        schuift = verschuift(termijn.artikel)
        klaar = [p for p in perioden if p[1] is not None]
        if verlengingen and schuift:
            verlenging = max(verlengingen, key=lambda v: (v.op, v.nieuwe_datum))
            dag, klaar = verlenging.nieuwe_datum, [p for p in klaar if p[0] >= verlenging.op]
            stappen.append(
                f"Op {datum(verlenging.op)} noemden wij een nieuwe laatste dag: {datum_lang(dag)}."
            )
        if dagen := opgeschorte_dagen(klaar, vandaag=datetime.date.max):
            dag += datetime.timedelta(days=dagen)
            stappen.append(f"De termijn stond {aantal(dagen, 'dag,dagen')} stil: {datum_lang(dag)}.")
        if lengte.valt_onder_atw:
            stappen += _verschoven(termijn.begint_op, dag)
        if verlengingen and not schuift:
            genoemd = datum_lang(max(v.nieuwe_datum for v in verlengingen))
            stappen.append(
                f"Wij noemden de inwoner een latere dag: {genoemd}. De laatste dag van de wet blijft staan (Awb,"
                " artikel 4:14 lid 1). Daarna kan een dwangsom volgen (artikel 4:17)."
            )
    if termijn.stil_sinds:
        stappen.append("De termijn staat nu stil. De laatste dag weten wij als hij weer loopt.")
    return Uitleg(stappen, bruto=max(0, (tot - termijn.begint_op).days), stil=stil)


def _verschoven(begin: datetime.date, dag: datetime.date) -> list[str]:
    """By which weekend or feast day the end moved (ATW art. 1), and whether two working days were missing (art. 2)."""
    stappen, werkdag = [], eerstvolgende_werkdag(dag)
    if werkdag != dag:
        waarom = waarom_geen_werkdag(dag, werkdag)
        stappen.append(f"{waarom}. Daarom de eerstvolgende werkdag: {datum_lang(werkdag)} (ATW, artikel 1).")
    if 3 <= (dag - begin).days <= 7:
        werkdagen = [d for d in _dagen(begin + EEN_DAG, werkdag + EEN_DAG) if is_werkdag(d)]
        if len(werkdagen) < 2:
            later = eerstvolgende_werkdag(werkdag + EEN_DAG)
            stappen.append(
                f"In deze termijn moeten twee werkdagen zitten: {datum_lang(later)} (ATW, artikel 2)."
            )
    return stappen


def waarom_geen_werkdag(van: datetime.date, tot: datetime.date) -> str:
    """25 december is Eerste Kerstdag, 26 december is Tweede Kerstdag, 27 december valt in het weekend."""
    delen = []
    for dag in _dagen(van, tot):
        naam = feestdagen(dag.year).get(dag)
        delen.append(f"{datum(dag)} is {naam}" if naam else f"{datum(dag)} valt in het weekend")
    tekst = ", ".join(delen)
    return tekst[:1].upper() + tekst[1:]


def _dagen(van: datetime.date, tot: datetime.date) -> list[datetime.date]:
    return [van + n * EEN_DAG for n in range((tot - van).days)]
