"""What municipalities and providers agreed (iWmo and iJw 3.2: OP and TR numbers), one function each, pure.

Each gives the sentence that refuses or warns, or nothing. What asks for message traffic (the receipt in three working
days, OP090; the answer to a declaratie in ten) is no rule here as long as there are no messages.
"""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from toegang.opmaak import datum
from toegang.termijnen import werkdagen_na

WEEK = "2"  # iWmo 3.2: frequentie
STAPELBAAR = frozenset({"11", "12", "13", "14"})  # rolstoelen, vervoer, wonen, overige hulpmiddelen (TR302)
TAAKGERICHT = "taakgericht"
OPDRACHT = frozenset({"verwijzing", "bepaling"})  # grondslag without a besluit of the college
WERKDAGEN = 5  # to begin, and to tell that it began or stopped (OP271, OP272)
VERWIJDERD = "13"  # reden wijziging
EEN_DAG = datetime.timedelta(days=1)


class Looptijd(Protocol):
    """Help of this person for the same product."""

    @property
    def vorm(self) -> str: ...
    @property
    def ingangsdatum(self) -> datetime.date: ...
    @property
    def einddatum(self) -> datetime.date: ...


def _samen(
    bestaand: Iterable[Looptijd], ingangsdatum: datetime.date, einddatum: datetime.date | None
) -> list[Looptijd]:
    einde = einddatum or datetime.date.max
    return [b for b in bestaand if b.einddatum >= ingangsdatum and b.ingangsdatum <= einde]


def natura_naast_pgb(
    vorm: str, ingangsdatum: datetime.date, einddatum: datetime.date | None, bestaand: Iterable[Looptijd]
) -> str:
    """OP043: no toewijzing and pgb for the same product at the same time."""
    if any(b.vorm != vorm for b in _samen(bestaand, ingangsdatum, einddatum)):
        return "Dit product is er al in de andere vorm. Natura en pgb samen kan niet voor hetzelfde product."
    return ""


def gestapeld(
    categorie: str, ingangsdatum: datetime.date, einddatum: datetime.date | None, geldend: Iterable[Looptijd]
) -> str:
    """OP259: the same product does not run twice; TR302: hulpmiddelen and home adaptations may."""
    if categorie in STAPELBAAR:
        return ""
    for b in _samen(geldend, ingangsdatum, einddatum):
        return (
            f"Dit product loopt al tot en met {datum(b.einddatum)}. Kies een begindatum daarna, of beëindig eerst"
            " wat loopt."
        )
    return ""


def liever_verlengen(ingangsdatum: datetime.date, bij_dezelfde: Iterable[Looptijd]) -> str:
    """OP380: what follows on an order of the same provider extends it; its number stays."""
    for b in bij_dezelfde:
        if b.einddatum + EEN_DAG == ingangsdatum:
            return (
                f"Deze aanbieder geeft deze hulp al, tot en met {datum(b.einddatum)}. Verleng die hulp: dan blijft het"
                " toewijzingsnummer hetzelfde."
            )
    return ""


def week_zonder_einde(frequentie: str, einddatum: datetime.date | None) -> str:
    """An extent per week needs a last day (iWmo 3.2, Omvang)."""
    if frequentie == WEEK and einddatum is None:
        return "Hulp per week heeft een einddatum nodig."
    return ""


def zonder_omvang(volume: Decimal | None, bekostiging: str, grondslag: str) -> str:
    """Only an order for a task may be without volume; a besluit always names kind and extent (CRvB 8-10-2018)."""
    if volume is not None or (bekostiging == TAAKGERICHT and grondslag in OPDRACHT):
        return ""
    if grondslag in OPDRACHT:
        return "Vul de omvang in. Alleen een taakgericht product mag zonder."
    return "Vul de omvang in. In een besluit staat altijd hoeveel hulp iemand krijgt."


def verwijderd_na_begin(reden: str, laatste_dag: datetime.date, ingangsdatum: datetime.date) -> str:
    """Reden 13 (verwijderd) only with a last day that is the first day: it never was."""
    if reden == VERWIJDERD and laatste_dag != ingangsdatum:
        return f"Een vergissing eindigt op de eerste dag: {datum(ingangsdatum)}. Kies die dag, of een andere reden."
    return ""


def te_laat_gemeld(gebeurd_op: datetime.date, gemeld_op: datetime.date) -> str:
    """OP271, OP272: a provider tells within five working days that it began or stopped. A warning, no refusal."""
    if gemeld_op > werkdagen_na(gebeurd_op, WERKDAGEN):
        return "De aanbieder meldde dit later dan de afgesproken vijf werkdagen."
    return ""


def begint_uiterlijk(toegewezen_op: datetime.date, ingangsdatum: datetime.date) -> datetime.date:
    """The last day to begin: five working days after the order, or after the first day when that is later."""
    return werkdagen_na(max(toegewezen_op, ingangsdatum), WERKDAGEN)


def waarom_geen_agb(agb: str) -> str:
    """Form and length only: an AGB code has eight digits and no check digit; its register is the proof."""
    if not re.fullmatch(r"[0-9]{8}", agb) or not int(agb):
        return "Een AGB-code heeft 8 cijfers, en niet alleen nullen. Kijk de code na in het AGB-register"
    return ""
