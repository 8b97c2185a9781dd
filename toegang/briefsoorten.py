"""Kinds of letters: each room registers how the content is built and what happens when it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toegang.brieven.basis import Brief as Inhoud
    from toegang.models import Brief


@dataclass(frozen=True)
class Briefsoort:
    """A kind of letter. `bouwen` makes the dataclass from the job row.

    `na_verzending` runs in the transaction in which it is sent. `herhaalbaar`: when the post brings it back, the same
    letter may go again with the date of that day; of a besluit the day is the law's (Awb art. 3:41).
    """

    naam: str
    bouwen: "Callable[[Brief], Inhoud]"
    na_verzending: "Callable[..., Any] | None" = None  # (brief, *, door: Actor, op: date)
    herhaalbaar: bool = True


_soorten: dict[str, Briefsoort] = {}


def registreer(soort: Briefsoort) -> None:
    """Called in AppConfig.ready() of the room whose letter it is."""
    _soorten[soort.naam] = soort


def briefsoort(naam: str) -> Briefsoort:
    """The kind by its name; KeyError when no room registered it."""
    return _soorten[naam]
