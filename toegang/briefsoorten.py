"""Kinds of letters: each room registers how the content is built and what happens when it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from toegang.brieven.basis import Brief as Inhoud
    from toegang.models import Actor, Brief
    from toegang.pdf_toegankelijk import Bijlage


@dataclass(frozen=True)
class Briefsoort:
    """A kind of letter. `bouwen` makes the dataclass from the job row.

    `na_verzending` runs in the transaction in which it is sent. `herhaalbaar`: when the post brings it back, the same
    letter may go again with the date of that day; of a besluit the day is the law's (Awb art. 3:41). `bijlage`: what
    it says for machines, inside the PDF.
    """

    naam: str
    bouwen: "Callable[[Brief], Inhoud]"
    na_verzending: "Callable[..., Any] | None" = None  # (brief, *, door: Actor, op: date)
    herhaalbaar: bool = True
    bijlage: "Callable[[Inhoud], Bijlage] | None" = None


@dataclass(frozen=True)
class Wachtbron:
    """What waits for a sending date before it is a letter at all, as signed besluiten do.

    `wacht(lezer)`: the rows (with `zaak_id`) that this reader may send; `schrijven(pk, *, door, vandaag, verzenddatum)`
    asks for the letter and gives its job row; it raises a sentence when that cannot be.
    """

    soort: str
    wacht: "Callable[[Actor], QuerySet]"
    schrijven: "Callable[..., Brief]"


_soorten: dict[str, Briefsoort] = {}
_bronnen: dict[str, Wachtbron] = {}


def registreer(soort: Briefsoort) -> None:
    """Called in AppConfig.ready() of the room whose letter it is."""
    _soorten[soort.naam] = soort


def briefsoort(naam: str) -> Briefsoort:
    """The kind by its name; KeyError when no room registered it."""
    return _soorten[naam]


def registreer_bron(bron: Wachtbron) -> None:
    """Called in AppConfig.ready() of the room whose things wait."""
    _bronnen[bron.soort] = bron


def bronnen() -> list[Wachtbron]:
    return list(_bronnen.values())


def bron_van(soort: str) -> Wachtbron:
    """KeyError when nothing of this kind waits outside the letters."""
    return _bronnen[soort]
