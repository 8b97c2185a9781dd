"""Many names, as varied as a city's: the trigram index must have something to choose from."""

from itertools import product

from toegang.namen import sorteernaam, zoeknaam

VOORNAMEN = (
    "Anna", "Maria", "Johanna", "Elisabeth", "Cornelia", "Hendrika", "Fatma", "Sanne", "Truus", "Jeannette",
    "Johannes", "Pieter", "Hendrik", "Willem", "Gerardus", "Mohamed", "Mehmet", "Sjef", "Lambert", "Theodorus",
)  # fmt: skip
BEGIN = (
    "Jans", "Peet", "Will", "Hend", "Smee", "Verha", "Kusters", "Geur", "Litj", "Thij", "Bos", "Vissch", "Dijk",
    "Mul", "Bakk", "Meij", "Groot", "Kok", "Schout", "Hoek", "Brou", "Ver", "Ste", "Leen", "Ott", "Kui", "Zwart",
    "Wolt", "Ramm", "Engel",
)  # fmt: skip
EIND = (
    "en", "ers", "sen", "ema", "stra", "gen", "man", "mans", "inga", "kamp", "hof", "veld", "huis", "berg", "dam",
    "horst", "brink", "rath", "kens", "ing",
)  # fmt: skip


def namenlijst() -> list[tuple[int, str, str, str, str, str]]:
    """(number, voornamen, voorletters, geslachtsnaam, zoeknaam, sorteernaam), 12,000 of them."""
    lijst = []
    for nr, (begin, eind, voornaam) in enumerate(product(BEGIN, EIND, VOORNAMEN)):
        naam, letters = begin + eind, f"{voornaam[0]}."
        zoek, sorteer = zoeknaam(voornaam, "", naam, "", ""), sorteernaam(naam, "", letters)
        lijst.append((nr, voornaam, letters, naam, zoek, sorteer))
    return lijst
