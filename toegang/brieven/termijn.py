"""Letters about a term: what is missing, that we decide later, that we go on (Awb art. 4:5, 4:14, 4:15, 7:10)."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from toegang.brieven.basis import Brief


@dataclass(frozen=True, kw_only=True)
class AanvullingGevraagd(Brief):
    """What is missing, by when, and what happens when nothing comes (Awb art. 4:5; in bezwaar 6:6)."""

    soort: ClassVar[str] = "aanvulling_gevraagd"
    template: ClassVar[str] = "brieven/aanvulling_gevraagd.html"

    ontvangen_op: datetime.date
    wat: tuple[str, ...]
    uiterlijk_op: datetime.date
    bezwaar: bool = False


@dataclass(frozen=True, kw_only=True)
class UitstelMeegedeeld(Brief):
    """We decide later: why, and by when (Awb art. 4:14, 4:15 lid 3, 7:10 lid 3 and 5).

    `grond`: of an Opschorting or a Verlenging. `laat`: the law's own day passes, so the letter names what one can do.
    """

    soort: ClassVar[str] = "uitstel_meegedeeld"
    template: ClassVar[str] = "brieven/uitstel_meegedeeld.html"

    ontvangen_op: datetime.date
    laatste_dag: datetime.date
    nieuwe_dag: datetime.date
    reden: tuple[str, ...]
    grond: str
    verlengd: bool = False
    laat: bool = False
    bezwaar: bool = False


@dataclass(frozen=True, kw_only=True)
class TermijnLooptWeer(Brief):
    """The clock runs again, with the last day to decide (Awb art. 4:15 lid 4)."""

    soort: ClassVar[str] = "termijn_loopt_weer"
    template: ClassVar[str] = "brieven/termijn_loopt_weer.html"

    ontvangen_op: datetime.date
    sinds: datetime.date
    nieuwe_dag: datetime.date
    bezwaar: bool = False


@dataclass(frozen=True, kw_only=True)
class MeerTijdGegeven(Brief):
    """More time to complete: why, and until when (Awb art. 4:5)."""

    soort: ClassVar[str] = "meer_tijd_gegeven"
    template: ClassVar[str] = "brieven/meer_tijd_gegeven.html"

    gevraagd_op: datetime.date
    wat: tuple[str, ...]
    reden: tuple[str, ...]
    uiterlijk_op: datetime.date
    bezwaar: bool = False
