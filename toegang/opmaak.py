"""Dates, amounts and terms in the words of the screen and the letter; pure Python, also for PDFs."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
MAANDEN_KORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
DAGEN_KORT = ["ma", "di", "wo", "do", "vr", "za", "zo"]
SPOED_DAGEN = 14  # from here on a term is amber


def datum(dag: dt.date) -> str:
    """12 december 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_lang(dag: dt.date) -> str:
    """maandag 12 december 2026: for an appointment or a last day."""
    return f"{DAGEN[dag.weekday()]} {datum(dag)}"


def datum_kort(dag: dt.date, *, zonder_jaar_van: dt.date | None = None) -> str:
    """12 dec 2026; the year is left out where it is the year of `zonder_jaar_van`."""
    kort = f"{dag.day} {MAANDEN_KORT[dag.month - 1]}"
    return kort if zonder_jaar_van and zonder_jaar_van.year == dag.year else f"{kort} {dag.year}"


def datum_dag(dag: dt.date) -> str:
    """ma 21 dec 2026."""
    return f"{DAGEN_KORT[dag.weekday()]} {datum_kort(dag)}"


def tijd(moment: dt.time | dt.datetime) -> str:
    """14.32."""
    return f"{moment.hour}.{moment.minute:02d}"


def moment(om: dt.datetime) -> str:
    """2 december 2026 om 14.32 uur; the caller brings local time."""
    return f"{datum(om)} om {tijd(om)} uur"


def onvolledige_datum(jjjjmmdd: str) -> str:
    """A date of which day or month may be unknown (LO3: zeros): september 1948 (dag onbekend)."""
    if not jjjjmmdd or len(jjjjmmdd) != 8 or jjjjmmdd == "00000000":
        return "onbekend"
    jaar, maand, dag = jjjjmmdd[:4], int(jjjjmmdd[4:6]), int(jjjjmmdd[6:])
    if maand == 0:
        return f"{jaar} (dag en maand onbekend)"
    if dag == 0:
        return f"{MAANDEN[maand - 1]} {jaar} (dag onbekend)"
    return f"{dag} {MAANDEN[maand - 1]} {jaar}"


def getal(waarde: int) -> str:
    """1.250."""
    return f"{waarde:,}".replace(",", ".")


def bedrag(waarde: Decimal | int | str) -> str:
    """€ 21,80, € 250, € 1.250; whole euros without cents, a hard space after the sign."""
    waarde = Decimal(waarde).quantize(Decimal("0.01"))
    tekst = f"{abs(waarde):,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{'-' if waarde < 0 else ''}€\u00a0{tekst.removesuffix(',00')}"


def duur_minuten(minuten: int) -> str:
    """105 minuten (1 uur en 45 minuten)."""
    uren, rest = divmod(int(minuten), 60)
    eenheid = "minuut" if minuten == 1 else "minuten"
    if not uren:
        return f"{minuten} {eenheid}"
    staart = f" en {rest} {'minuut' if rest == 1 else 'minuten'}" if rest else ""
    return f"{minuten} minuten ({uren} uur{staart})"


def postcode(waarde: str) -> str:
    """5921 AB, however it was stored."""
    kaal = str(waarde).replace(" ", "").upper()
    return f"{kaal[:4]} {kaal[4:]}" if len(kaal) == 6 else str(waarde)


def aantal(hoeveel: int, woorden: str, hoogstens: int = 1000) -> str:
    """37 meldingen, 1 melding, meer dan 1.000 meldingen; `woorden` is "melding,meldingen"."""
    enkel, _, meer = woorden.partition(",")
    if hoeveel > hoogstens:
        return f"meer dan {getal(hoogstens)} {meer}"
    return f"{getal(hoeveel)} {enkel if hoeveel == 1 else meer}"


@dataclass(frozen=True)
class Beeld:
    """How a term or status looks: the word first, then icon and colour that repeat it."""

    tekst: str
    soort: str
    icoon: str = ""


def termijn_beeld(termijn, vandaag: dt.date) -> Beeld:
    """The badge of a term: met, standing still, late, soon or calm."""
    if termijn.gehaald_op:
        return Beeld(f"Gehaald op {datum_kort(termijn.gehaald_op, zonder_jaar_van=vandaag)}", "klaar")
    if termijn.stil_sinds:
        sinds = datum_kort(termijn.stil_sinds, zonder_jaar_van=vandaag)
        wacht = f": wacht op {termijn.wacht_op}" if termijn.wacht_op else ""
        return Beeld(f"Stil sinds {sinds}{wacht}", "stil", "pauze")
    dagen = (termijn.uiterste_datum - vandaag).days
    if dagen == 0:
        return Beeld("Vandaag", "laat", "uitroep")
    woorden = f"{abs(dagen)} {'dag' if abs(dagen) == 1 else 'dagen'}"
    dag = datum_dag(termijn.uiterste_datum)
    if dagen < 0:
        return Beeld(f"{woorden} te laat · {dag}", "laat", "uitroep")
    return Beeld(f"Nog {woorden} · {dag}", "bijna" if dagen <= SPOED_DAGEN else "rustig", "klok")


STATUSSEN = {
    "nieuw": ("nieuw", "ster"),
    "bezig": ("bezig", "potlood"),
    "wacht": ("wacht", "pauze"),
    "teruggestuurd": ("terug", "terug"),
    "klaar": ("klaar", "vink"),
    "klaar voor verzending": ("gereed", "brief"),
    "verzonden": ("klaar", ""),
    "afgehandeld": ("klaar", ""),
    "afgesloten": ("klaar", ""),
    "te laat": ("fout", "uitroep"),
    "fout": ("fout", "uitroep"),
    "mislukt": ("fout", "uitroep"),
}


def status_beeld(woord: str) -> Beeld:
    """A status word with its icon and colour; a word that is not in the table is calm and grey."""
    kaal = str(woord).lower()
    soort, icoon = STATUSSEN.get(kaal) or STATUSSEN.get(kaal.split(" ")[0]) or ("rustig", "stip")
    return Beeld(str(woord), soort, icoon)
