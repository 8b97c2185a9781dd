"""Which people at one address are one household. Pure Python: ids in, groups out."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Mens = TypeVar("Mens", bound=Hashable)


def gezinnen(mensen: Iterable[Mens], banden: Iterable[tuple[Mens, Mens]]) -> list[list[Mens]]:
    """Groups of people tied by partnership or by being parent and child; who is tied to nobody stands alone.

    Ties with somebody who is not among `mensen` do not count. The order of `mensen` is kept.
    """
    hoofd = {mens: mens for mens in mensen}

    def top(mens: Mens) -> Mens:
        while hoofd[mens] != mens:
            hoofd[mens] = hoofd[hoofd[mens]]
            mens = hoofd[mens]
        return mens

    for een, ander in banden:
        if een in hoofd and ander in hoofd:
            hoofd[top(ander)] = top(een)
    groepen: dict[Mens, list[Mens]] = {}
    for mens in hoofd:
        groepen.setdefault(top(mens), []).append(mens)
    return list(groepen.values())


def adressleutel(
    *,
    postcode: str,
    huisnummer: int | None,
    huisletter: str,
    toevoeging: str,
    straat: str,
    locatie: str,
    gemeente: str,
) -> str:
    """One text for one front door; empty where nobody knows the door."""
    deur = (str(huisnummer or ""), huisletter.upper(), toevoeging.upper())
    if postcode and huisnummer:
        return "|".join((postcode, *deur))
    if straat or locatie:
        return "|".join((gemeente, straat or locatie, *deur))[:120]
    return ""
