"""What holds a proposal in place: a later room says so here, and this room need not know the besluit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voorzieningen.models import Indicatie

_redenen: "list[Callable[[Indicatie], str]]" = []


def registreer(waarom: "Callable[[Indicatie], str]") -> None:
    """Called in AppConfig.ready(); `waarom` gives a sentence, or nothing."""
    if waarom not in _redenen:
        _redenen.append(waarom)


def waarom_vast(indicatie: "Indicatie") -> str:
    """Why this proposal cannot be withdrawn now; empty when it can."""
    return next((zin for waarom in _redenen if (zin := waarom(indicatie))), "")
