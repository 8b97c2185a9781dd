"""Reading a date as people type it: 23-9-1948, 23091948, 23 sept 1948, 2026-12-23, september 1948, 1948."""

import datetime as dt
import re

from toegang.opmaak import DAGEN, DAGEN_KORT

MAANDNAMEN = {
    "jan": 1, "januari": 1, "feb": 2, "febr": 2, "februari": 2, "mrt": 3, "maart": 3, "apr": 4, "april": 4,
    "mei": 5, "jun": 6, "juni": 6, "jul": 7, "juli": 7, "aug": 8, "augustus": 8, "sep": 9, "sept": 9,
    "september": 9, "okt": 10, "oktober": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
EERSTE_JAAR, LAATSTE_JAAR = 1850, 2199

SCHRIJF = "Schrijf de datum met dag, maand en jaar, bijvoorbeeld 23-9-1948"
JAAR_VOLUIT = "Schrijf het jaar met vier cijfers, bijvoorbeeld 1948"
BESTAAT_NIET = "Deze datum bestaat niet. Controleer de dag en de maand"
JAAR_KLOPT_NIET = "Controleer het jaar"


def _delen(tekst: str) -> list[str]:
    """The parts between spaces, dots, dashes and slashes; a weekday in front says nothing."""
    los = re.sub(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])", " ", tekst.strip().lower())
    delen = [d for d in re.split(r"[\s.,/\-]+", los) if d]
    if delen and delen[0] in (*DAGEN, *DAGEN_KORT):
        delen = delen[1:]
    return delen


def _getal(deel: str) -> int | None:
    return int(deel) if re.fullmatch(r"[0-9]{1,4}", deel) else None


def _jaar(deel: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", deel):
        raise ValueError(JAAR_VOLUIT if re.fullmatch(r"[0-9]{1,3}", deel) else SCHRIJF)
    jaar = int(deel)
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise ValueError(JAAR_KLOPT_NIET)
    return jaar


def _ontleed(tekst: str) -> tuple[int, int, int]:
    """Year, month, day; a part that was not given is 0. ValueError carries the sentence for the screen."""
    if len(tekst) > 60:
        raise ValueError(SCHRIJF)
    delen = _delen(tekst)
    if len(delen) == 1 and re.fullmatch(r"[0-9]{8}", delen[0]):
        cijfers = delen[0]
        if EERSTE_JAAR <= int(cijfers[4:]) <= LAATSTE_JAAR:
            delen = [cijfers[:2], cijfers[2:4], cijfers[4:]]
        else:
            delen = [cijfers[6:], cijfers[4:6], cijfers[:4]]
    if len(delen) == 3 and re.fullmatch(r"[0-9]{4}", delen[0]):
        delen.reverse()
    if not 1 <= len(delen) <= 3:
        raise ValueError(SCHRIJF)
    dag_deel, maand_deel, jaar_deel = ["0"] * (3 - len(delen)) + delen
    jaar = _jaar(jaar_deel)
    maand = MAANDNAMEN.get(maand_deel, _getal(maand_deel))
    dag = _getal(dag_deel)
    if maand is None or dag is None:
        raise ValueError(SCHRIJF)
    if maand > 12 or dag > 31:
        raise ValueError(BESTAAT_NIET)
    return jaar, maand, dag


def lees_datum(tekst: str) -> dt.date:
    """A whole date, or ValueError with the sentence that helps."""
    jaar, maand, dag = _ontleed(tekst)
    if not maand or not dag:
        raise ValueError("Vul ook de dag in" if maand else SCHRIJF)
    try:
        return dt.date(jaar, maand, dag)
    except ValueError:
        raise ValueError(BESTAAT_NIET) from None


def lees_onvolledige_datum(tekst: str) -> str:
    """jjjjmmdd with zeros for what is unknown (LO3): "september 1948" is 19480900, "onbekend" 00000000."""
    if tekst.strip().lower() in ("onbekend", "weet ik niet"):
        return "00000000"
    jaar, maand, dag = _ontleed(tekst)
    if dag and not maand:
        raise ValueError(BESTAAT_NIET)
    if dag:
        try:
            dt.date(jaar, maand, dag)
        except ValueError:
            raise ValueError(BESTAAT_NIET) from None
    return f"{jaar:04d}{maand:02d}{dag:02d}"


def schrijf_onvolledige_datum(jjjjmmdd: str) -> str:
    """The way it is typed again: 23-9-1948, september 1948, 1948."""
    if not re.fullmatch(r"[0-9]{8}", jjjjmmdd):
        return jjjjmmdd
    if jjjjmmdd == "00000000":
        return "onbekend"
    jaar, maand, dag = jjjjmmdd[:4], int(jjjjmmdd[4:6]), int(jjjjmmdd[6:])
    if not maand:
        return jaar
    namen = [naam for naam, nummer in MAANDNAMEN.items() if nummer == maand]
    return f"{dag}-{maand}-{jaar}" if dag else f"{max(namen, key=len)} {jaar}"
