"""This team beside the others: numbers only, no small ones, in the order of their names."""

from collections.abc import Mapping, Sequence

from toegang.cijfers import Blok, Cel
from wijkteams.beeld.rekenen import MINSTENS, buiten_team

UITLEG = f"Aantallen onder de {MINSTENS} van een ander team zijn te herkennen en staan er niet. De teams staan op naam."


def naast_elkaar(
    naam: str, titel: str, bevinding: str, *, kolommen: Sequence[str], eigen: Sequence[int],
    lijsten: Sequence[str], per_team: Mapping[str, Sequence[int]],
) -> Blok:  # fmt: skip
    """Own row first, with its lists; then the others; then all together."""
    regels = [
        (Cel("Dit team"), *(Cel(str(n), n, lijst=lijst) for n, lijst in zip(eigen, lijsten, strict=True)))
    ]
    regels += [(Cel(team), *(_getal(buiten_team(n)) for n in per_team[team])) for team in sorted(per_team)]
    kolom = [[n, *anderen] for n, *anderen in zip(eigen, *per_team.values(), strict=True)]
    regels.append((Cel("Alle teams samen"), *(_getal(samen(n, anderen)) for n, *anderen in kolom)))
    return Blok(
        naam, titel, bevinding, ("Team", *kolommen), tuple(regels) if per_team else (),
        uitleg=UITLEG, leeg="Bij de andere teams speelt dit nu niet.",
    )  # fmt: skip


def _getal(tekst: str) -> Cel:
    """In the column of numbers, also when it says only how small it is."""
    return Cel(tekst, tekst)


def samen(eigen: int, anderen: Sequence[int]) -> str:
    """A total never tells what a hidden number was: then only what can be seen is added up."""
    zichtbaar = eigen + sum(n for n in anderen if n >= MINSTENS)
    return f"minstens {zichtbaar}" if any(n < MINSTENS for n in anderen) else str(zichtbaar)
