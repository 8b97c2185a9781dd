"""What a team did in the years before Toegang: how long it took, how it ended, what was granted. Pure: a plan out."""

import datetime
from dataclasses import dataclass
from random import Random

from config.demo.gemeente import aanbod
from config.demo.kalender import werkdagen_verder

DAG = datetime.timedelta(days=1)
MAANDEN = 40  # as far back as it goes
# How a question ended, in how many of a hundred; a year earlier fewer were solved without maatwerk.
AFLOOP = {
    "besluit": 50, "verwezen": 12, "basishulp": 9, "geen_aanvraag": 14, "beantwoord": 5, "ingetrokken": 6,
    "overleden": 2, "verhuisd": 2,
}  # fmt: skip
EERDER = AFLOOP | {"besluit": 57, "geen_aanvraag": 10, "verwezen": 9}
# product -> how often, (how much, unit and frequency as the product has it), months
HULP = {
    aanbod.HBH: (46, (90, 105, 120, 150, 180), (12, 24, 24, 36)),
    aanbod.BGI: (24, (1, 1.5, 2, 3), (12, 12, 18)),
    aanbod.DAG_LICHT: (12, (2, 3, 4), (12, 12, 24)),
    aanbod.DAG_ZWAAR: (8, (4, 6, 8), (12, 12, 18)),
    aanbod.VERVOER: (10, (100, 150, 250), (24, 36)),
}


@dataclass(frozen=True)
class Periode:
    """Help of one product from a day until a day; `einde` says why it stopped, if it did."""

    product: str
    volume: float
    van: datetime.date
    tot: datetime.date
    einde: str = ""  # niet_nodig, andere_hulp, or nobody said so


@dataclass(frozen=True)
class Verleden:
    """One question from the melding to its end."""

    gemeld_op: datetime.date
    verslag_op: datetime.date | None
    aanvraag_op: datetime.date | None
    klaar_op: datetime.date
    afloop: str
    stil: tuple[tuple[str, int, int], ...] = ()  # (which clock, from its day, until its day)
    hulp: tuple[Periode, ...] = ()
    evaluatie_op: datetime.date | None = None
    scores: tuple[int, int] | None = None  # aimed at, reached: the plan was closed


def _gewogen(kans: Random, tabel: dict[str, int]) -> str:
    return kans.choices(list(tabel), list(tabel.values()))[0]


def verleden(kans: Random, vandaag: datetime.date) -> Verleden | None:
    """One plan; None when it would not be over by now. Most of it lies in the last year."""
    lang_geleden = kans.random() < 0.2
    terug = kans.randint(700, MAANDEN * 30) if lang_geleden else int(kans.triangular(3, 800, 30))
    gemeld = werkdagen_verder(vandaag - terug * DAG, 0)
    afloop = _gewogen(kans, AFLOOP if terug < 365 else EERDER)
    if afloop in ("beantwoord", "verwezen", "ingetrokken", "verhuisd", "overleden"):
        klaar = werkdagen_verder(gemeld + kans.randint(3, 24) * DAG, 0)
        return Verleden(gemeld, None, None, klaar, afloop) if klaar < vandaag else None
    stil: list[tuple[str, int, int]] = []
    duur = max(9, round(kans.gauss(30, 7))) + (kans.randint(10, 22) if kans.random() < 0.1 else 0)
    if kans.random() < 0.1:
        stil.append(("onderzoek", 8, 8 + kans.randint(7, 16)))
        duur += stil[-1][2] - 8
    verslag = werkdagen_verder(gemeld + duur * DAG, 0)
    if afloop != "besluit":
        klaar = werkdagen_verder(verslag + kans.randint(4, 15) * DAG, 0)
        return Verleden(gemeld, verslag, None, klaar, afloop, tuple(stil)) if klaar < vandaag else None
    aanvraag = werkdagen_verder(verslag + kans.randint(4, 12) * DAG, 0)
    wacht = kans.choice((5, 7, 8, 9, 10, 10, 11, 12, 12, 13, 14, 14, 17, 20))
    if kans.random() < 0.12:
        stil.append(("besluit", 3, 3 + kans.randint(6, 14)))
        wacht += stil[-1][2] - 3
    klaar = werkdagen_verder(aanvraag + wacht * DAG, 0)
    if klaar >= vandaag:
        return None
    hulp = _hulp(kans, klaar, vandaag)
    return Verleden(
        gemeld,
        verslag,
        aanvraag,
        klaar,
        afloop,
        tuple(stil),
        hulp,
        **_plan(kans, klaar, vandaag, hulp[-1].tot),
    )


def _hulp(kans: Random, vanaf: datetime.date, vandaag: datetime.date) -> tuple[Periode, ...]:
    """What was granted, and what came after it until now: less, as much again, nothing, or something else."""
    product = kans.choices(list(HULP), [vaak for vaak, _, _ in HULP.values()])[0]
    _, volumes, looptijden = HULP[product]
    perioden: list[Periode] = []
    van, volume = vanaf + 14 * DAG, kans.choice(volumes)
    while True:
        tot = van + round(kans.choice(looptijden) * 30.4) * DAG
        if tot >= vandaag:
            # what ends soon was looked at already; only what the reminders tell of was not
            einde = kans.choice(("niet_nodig", "andere_hulp")) if tot < vandaag + 125 * DAG else ""
            return (*perioden, Periode(product, volume, van, tot, einde))
        lot = kans.random()
        perioden.append(Periode(product, volume, van, tot, "niet_nodig" if lot < 0.4 else ""))
        if lot < 0.32:  # no longer needed, and not back
            return tuple(perioden)
        if lot < 0.4:  # back after some months
            van = tot + kans.randint(60, 300) * DAG
            if van > vandaag:
                return tuple(perioden)
        else:
            minder = [v for v in volumes if v < volume]
            volume = kans.choice(minder) if minder and lot < 0.6 else volume
            van = tot + DAG


def _plan(kans: Random, klaar: datetime.date, vandaag: datetime.date, einde: datetime.date) -> dict:
    """Two of three have a plan: closed with a measurement when the help is over, else looked at each half year."""
    if kans.random() < 0.35:
        return {}
    if einde < vandaag:
        straks = kans.choice((3, 4, 4))
        return {"evaluatie_op": einde, "scores": (straks, straks + kans.choice((-1, 0, 0, 1)))}
    volgende = klaar + 182 * DAG
    while volgende < vandaag - 12 * DAG:
        volgende += 182 * DAG
    if volgende < vandaag and kans.random() < 0.5:
        volgende += 182 * DAG
    return {"evaluatie_op": volgende}
