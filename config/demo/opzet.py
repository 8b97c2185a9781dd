"""How far each story goes, and when it began. Pure: numbers and dates in, a plan out."""

import datetime
from dataclasses import dataclass
from random import Random

from config.demo.gemeente.teksten import THEMAS
from config.demo.gemeente.thema import Thema
from config.demo.kalender import gemeld_voor_onderzoek_tot, werkdagen_terug

# The steps in order, with the least and most working days after the step before.
STAPPEN: dict[str, tuple[int, int]] = {
    "contact": (0, 0), "open": (0, 1), "vraag": (0, 2), "bevestigd": (0, 1), "doorgezet": (1, 2),
    "toegewezen": (1, 3), "gepland": (0, 2), "gesprek": (5, 8), "afgewogen": (0, 2), "verslag": (1, 3),
    "aanvraag": (4, 6), "voorstel": (0, 1), "concept": (0, 1), "toetsing": (0, 1), "ondertekening": (1, 1),
    "ondertekend": (0, 1), "klaar": (0, 0), "verzonden": (1, 2),
}  # fmt: skip
# Ways in which a zaak ends before a besluit: after which step.
UITGANGEN = {
    "beantwoord": "open",
    "verwezen": "vraag",
    "ingetrokken": "toegewezen",
    "geen_aanvraag": "verslag",
}
# Taken in turn: most work is in the middle of the flow.
BEURTEN = (
    "gepland", "contact", "doorgezet", "gesprek", "verzonden", "open", "toegewezen", "vraag", "afgewogen", "toetsing",
    "bevestigd", "gepland", "aanvraag", "beantwoord", "concept", "doorgezet", "verslag", "ondertekening", "gesprek",
    "verzonden", "open", "voorstel", "ondertekend", "toegewezen", "geen_aanvraag", "contact", "gepland", "verwezen",
    "klaar", "bevestigd", "verzonden", "ingetrokken",
)  # fmt: skip
SPEELRUIMTE = {
    "contact": 1,
    "open": 2,
    "vraag": 3,
    "doorgezet": 4,
    "toegewezen": 3,
    "gepland": 4,
    "verzonden": 110,
}
NOG_IN_ZES_WEKEN = ("doorgezet", "toegewezen", "gepland", "gesprek", "afgewogen")


@dataclass(frozen=True)
class Opzet:
    """One dossier: the theme, the last step, the exit after it, the days between the steps."""

    nr: int
    thema: Thema
    laatste: str
    uitgang: str
    gemeld_op: datetime.date
    dagen: dict[str, int]
    spoed: bool = False


def opzet(
    nr: int, kans: Random, vandaag: datetime.date, beurt: str = "", thema: Thema | None = None
) -> Opzet:
    """The plan of the story with this number. Each number draws the same, whatever the day."""
    beurt = beurt or BEURTEN[nr % len(BEURTEN)]
    laatste = UITGANGEN.get(beurt, beurt)
    dagen = {stap: kans.randint(*grenzen) for stap, grenzen in STAPPEN.items()}
    ruimte = kans.randint(0, SPEELRUIMTE.get(beurt, 3))
    soort = kans.random()
    namen = list(STAPPEN)
    nodig = sum(dagen[stap] for stap in namen[: namen.index(laatste) + 1])
    if beurt in NOG_IN_ZES_WEKEN and soort < 0.12:  # the six weeks end today
        gemeld_op = gemeld_voor_onderzoek_tot(werkdagen_terug(vandaag, 0))
    elif beurt in NOG_IN_ZES_WEKEN and soort < 0.3:  # too late: it waited for a consulent
        dagen["toegewezen"] += 20
        gemeld_op = werkdagen_terug(vandaag, nodig + 20 + ruimte)
    else:
        gemeld_op = werkdagen_terug(vandaag, nodig + ruimte)
    return Opzet(
        nr, thema or THEMAS[nr % len(THEMAS)], laatste, beurt if beurt in UITGANGEN else "", gemeld_op, dagen,
        spoed=kans.random() < 0.06,
    )  # fmt: skip
