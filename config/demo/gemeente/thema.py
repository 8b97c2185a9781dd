"""What a conversation is about: the words of one theme, from the first call to the reason in the letter."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trede:
    """One rung as a consulent writes it; empty `brieftekst` where it was not applicable."""

    nummer: int
    wat: str
    lost_op: str = "niet"
    blijft: str = ""
    brief: str = ""
    nvt: bool = False


@dataclass(frozen=True)
class Hulp:
    """What can be granted for it: product code and extents to choose from."""

    product: str
    volumes: tuple[str, ...]
    eenheid: str
    frequentie: str
    resultaat: str
    maanden: int = 24
    advies: str = ""


@dataclass(frozen=True)
class Thema:
    """All texts of one kind of question, with variations."""

    leefgebied: str
    vragen: tuple[str, ...]
    achter: tuple[str, ...]
    geprobeerd: tuple[str, ...]
    helpt: tuple[str, ...]
    uitkomst: tuple[str, ...]
    behoeften: tuple[str, ...]
    delen: dict[str, tuple[str, str, str]]
    zrm: dict[int, tuple[str, int, str]]
    hulpvraag: tuple[str, ...]
    treden: tuple[Trede, ...]
    maatwerk: str
    ik_wil: tuple[str, ...]
    acties: tuple[tuple[str, str, str], ...]
    hulp: tuple[Hulp, ...]
    kan_niet: str
    omvang: str
    mantelzorger: str = "Er is geen mantelzorger."
    vanaf_leeftijd: int = 60
