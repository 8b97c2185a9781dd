"""One way to write a telephone number, typed or stored. Pure Python."""

import re


def telefoonnummer(tekst: str) -> str:
    """As it is stored: digits only, 0 for the Netherlands, + for another country."""
    kaal = re.sub(r"[\s.\-/()]", "", tekst.replace("(0)", ""))
    kaal = re.sub(r"^(\+|00)31", "0", kaal)
    return re.sub(r"^00", "+", kaal)


# Area codes of three digits, and the services that look like one; the others have four.
KORTE_KENGETALLEN = frozenset(
    [
        "010",
        "013",
        "015",
        "020",
        "023",
        "024",
        "026",
        "030",
        "033",
        "035",
        "036",
        "038",
        "040",
        "043",
        "045",
        "046",
        "050",
        "053",
        "055",
        "058",
        "070",
        "071",
        "072",
        "073",
        "074",
        "075",
        "076",
        "077",
        "078",
        "079",
        "085",
        "088",
    ]
)


def leesbaar(nummer: str) -> str:
    """As one reads it aloud: 077 312 00 01, 06 1234 5678, 0800 0113, 14 077; what is none of these as it is."""
    if re.fullmatch(r"14\d{3,4}", nummer):
        return f"14 {nummer[2:]}"
    if re.fullmatch(r"0[89]00\d{4,7}", nummer):
        return f"{nummer[:4]} {nummer[4:]}"
    if not re.fullmatch(r"0\d{9}", nummer):
        return nummer
    if nummer.startswith("06"):
        return f"06 {nummer[2:6]} {nummer[6:]}"
    if nummer[:3] in KORTE_KENGETALLEN:
        return f"{nummer[:3]} {nummer[3:6]} {nummer[6:8]} {nummer[8:]}"
    return f"{nummer[:4]} {nummer[4:6]} {nummer[6:8]} {nummer[8:]}"
