"""Kinds of e-mail: what follows when it was sent, and which letter takes its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Berichtsoort:
    """A kind of e-mail. Both run in the transaction that writes down what became of it, with the zaak locked."""

    naam: str
    na_verzending: Callable[..., Any]  # (zaak, *, door: Actor, op: date)
    als_brief: Callable[..., Any]  # (zaak, *, door: Actor, vandaag: date)
    # (bericht) -> bool: asked just before it goes; no: it lapses, and no letter takes its place
    nog_nodig: Callable[..., bool] = lambda bericht: True
    telt: bool = True  # False: nothing hangs on it, so no letter takes its place and nobody looks for it


_soorten: dict[str, Berichtsoort] = {}


def registreer(soort: Berichtsoort) -> None:
    """Called in AppConfig.ready() of the room whose e-mail it is."""
    _soorten[soort.naam] = soort


def zonder_gevolg() -> set[str]:
    """The kinds on which nothing hangs."""
    return {naam for naam, soort in _soorten.items() if not soort.telt}


def berichtsoort(naam: str) -> Berichtsoort:
    """The kind by its name; KeyError when no room registered it."""
    return _soorten[naam]
