"""One way to write a telephone number, typed or stored. Pure Python."""

import re


def telefoonnummer(tekst: str) -> str:
    """As it is stored: digits only, 0 for the Netherlands, + for another country."""
    kaal = re.sub(r"[\s.\-/()]", "", tekst.replace("(0)", ""))
    kaal = re.sub(r"^(\+|00)31", "0", kaal)
    return re.sub(r"^00", "+", kaal)
