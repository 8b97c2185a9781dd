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


_soorten: dict[str, Berichtsoort] = {}


def registreer(soort: Berichtsoort) -> None:
    """Called in AppConfig.ready() of the room whose e-mail it is."""
    _soorten[soort.naam] = soort


def berichtsoort(naam: str) -> Berichtsoort:
    """The kind by its name; KeyError when no room registered it."""
    return _soorten[naam]
