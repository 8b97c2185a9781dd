"""Codes of products as municipalities and providers agreed them (iWmo and iJw 3.2, Zorginstituut Nederland). Pure.

Categories are mandatory (WMO020, JZ020); codes within one are regional, but for the aids, which have a national list
(hulpmiddelen, 2022). Taken over in November 2026: only the codes and labels, which are facts.
"""

import re

from toegang.rechten import Wet

CATEGORIEEN: dict[str, dict[str, str]] = {
    Wet.WMO: {
        "01": "Hulp bij het huishouden", "02": "Begeleiding", "03": "Persoonlijke verzorging",
        "04": "Kortdurend verblijf", "05": "Woondiensten",
        "06": "Overige ondersteuning van individu, huishouden of gezin", "07": "Dagbesteding",
        "08": "Vervoerdiensten", "09": "Overige groepsgerichte ondersteuning",
        "10": "Overige maatwerkarrangementen", "11": "Rolstoelen", "12": "Vervoervoorzieningen",
        "13": "Woonvoorzieningen", "14": "Overige hulpmiddelen", "15": "Beschermd wonen", "16": "Opvang",
        "17": "Spoedopvang", "18": "Overige beschermd wonen en opvang",
    },
    Wet.JEUGDWET: {
        "40": "Persoonlijke verzorging", "41": "Dagbehandeling", "42": "Vervoerdiensten",
        "43": "Verblijf met behandeling", "44": "Verblijf zonder behandeling", "45": "Ambulant", "46": "Crisis",
        "47": "Jeugdreclassering", "48": "Jeugdbescherming", "49": "Preventief justitieel kader",
        "50": "Maatwerkarrangementen jeugd", "51": "Generalistische basis-ggz", "52": "Specialistische ggz",
        "53": "Kindergeneeskunde", "54": "Jeugd-ggz", "55": "Landelijk ingekochte zorg",
    },
}  # fmt: skip
ROLSTOELEN = "11"


def _reeksen(tekst: str) -> frozenset[str]:
    """'00-06 10' is 00, 01, … 06 and 10."""
    paren = (deel.partition("-") for deel in tekst.split())
    return frozenset(f"{nr:02}" for van, _, tot in paren for nr in range(int(van), int(tot or van) + 1))


# The number behind the X, by category.
HULPMIDDELEN: dict[str, frozenset[str]] = {
    "11": _reeksen("00-06 10-13 20-22 30-38 40-42 50-54 60-61 95-97 99"),
    "12": _reeksen("00-08 10-16 20-23 30-34 40-42 50-51 60-64 95-97 99"),
    "13": _reeksen("00-06 10-28 30-45 50-53 60-62 95-97 99"),
}


def categorie_in_woorden(wet: str, categorie: str) -> str:
    """'01 Hulp bij het huishouden'."""
    label = CATEGORIEEN.get(wet, {}).get(categorie, "")
    return f"{categorie} {label}".strip()


def waarom_geen_categorie(wet: str, categorie: str) -> str:
    """Only a category of the list of this law."""
    if wet not in CATEGORIEEN:
        return "Alleen de Wmo 2015 en de Jeugdwet hebben een lijst met producten"
    if categorie not in CATEGORIEEN[wet]:
        return (
            f"Deze categorie staat niet in de lijst van de {Wet(wet).label}. Kies een andere categorie of wet"
        )
    return ""


def waarom_geen_code(categorie: str, code: str) -> str:
    """Its form, its category, and for aids the national list."""
    if not re.fullmatch(r"[0-9]{2}[A-Z][0-9]{2}", code):
        return "Een productcode heeft twee cijfers, een letter en twee cijfers. Bijvoorbeeld 02A05"
    if code[:2] != categorie:
        return f"Deze code begint niet met de categorie. Een code in categorie {categorie} begint met {categorie}"
    if code[2] == "X" and categorie in HULPMIDDELEN and code[3:] not in HULPMIDDELEN[categorie]:
        return "Deze code staat niet in de landelijke lijst van hulpmiddelen. Kijk de code na, of kies een eigen letter"
    return ""
