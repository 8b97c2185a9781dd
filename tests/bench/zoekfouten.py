"""Names as they are misspelt at a desk: a letter dropped, two letters swapped, ij and y, no prefix, the married name."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

SOORTEN = ("letter weg", "letters verwisseld", "ij of y", "zonder voorvoegsel", "naam van de partner")


@dataclass(frozen=True)
class Zoekgeval:
    """What is typed, what stands beside it, and who should be among the first ten."""

    soort: str
    naam: str
    erbij: dict
    wie: object


def letter_weg(naam: str, keus: random.Random) -> str:
    """One letter less, never the first."""
    plek = keus.randrange(1, len(naam))
    return naam[:plek] + naam[plek + 1 :]


def letters_verwisseld(naam: str, keus: random.Random) -> str:
    """Two different neighbours changed places, never the first."""
    plekken = [n for n in range(1, len(naam) - 1) if naam[n] != naam[n + 1]]
    plek = keus.choice(plekken)
    return naam[:plek] + naam[plek + 1] + naam[plek] + naam[plek + 2 :]


def ij_of_y(naam: str) -> str:
    """Heijden becomes Heyden, Meyer becomes Meijer."""
    return naam.replace("ij", "y") if "ij" in naam else naam.replace("y", "ij")


def misspeld(soort: str, mens, keus: random.Random) -> str | None:
    """What somebody types for this person; None when this mistake cannot be made in the name."""
    naam, voorvoegsel = mens.geslachtsnaam, f"{mens.voorvoegsel} " if mens.voorvoegsel else ""
    if soort == "letter weg":
        return voorvoegsel + letter_weg(naam, keus) if len(naam) > 3 else None
    if soort == "letters verwisseld":
        return voorvoegsel + letters_verwisseld(naam, keus) if len(set(naam[1:])) > 1 else None
    if soort == "ij of y":
        return voorvoegsel + ij_of_y(naam) if "ij" in naam or "y" in naam else None
    if soort == "zonder voorvoegsel":
        return naam if voorvoegsel else None
    return mens.partner_geslachtsnaam or None


def gevallen(mensen: Iterable, aantal: int, *, zelden) -> list[Zoekgeval]:
    """As many of each kind; beside the name a birth date, a postcode, or the first name alone.

    With the first name alone only of whom `zelden(mens, naam)` says that not too many are called so.
    """
    keus, per_soort = random.Random(2), aantal // len(SOORTEN)  # nosec B311
    uit: list[Zoekgeval] = []
    for soort in SOORTEN:
        klaar = 0
        for mens in mensen:
            if klaar == per_soort:
                break
            getypt = misspeld(soort, mens, keus)
            if getypt is None:
                continue
            manier = klaar % 3
            if manier == 0:
                erbij = {"geboren": mens.geboren}
            elif manier == 1:
                erbij = {"postcode": mens.postcode}
            elif zelden(mens, soort):
                erbij, getypt = {}, f"{mens.voornamen.split()[0]} {getypt}"
            else:
                continue
            uit.append(Zoekgeval(soort, getypt, erbij, mens.pk))
            klaar += 1
    return uit


def alleen_de_naam(mensen: Iterable, per_soort: int) -> list[Zoekgeval]:
    """Surnames and nothing beside them, of as many different names as there are; `wie` is the surname itself."""
    keus = random.Random(3)  # nosec B311
    uit: list[Zoekgeval] = []
    for soort in SOORTEN[:3]:
        gehad: dict[str, Zoekgeval] = {}
        for mens in mensen:
            nieuw = len(gehad) < per_soort and mens.geslachtsnaam not in gehad
            if nieuw and (getypt := misspeld(soort, mens, keus)):
                gehad[mens.geslachtsnaam] = Zoekgeval(soort, getypt, {}, mens.geslachtsnaam)
        uit += gehad.values()
    return uit
