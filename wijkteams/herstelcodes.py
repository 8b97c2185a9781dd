"""Recovery codes of the second factor: random, each worth one sign-in, kept as a hash only (ASVS 6.5.2).

Twenty-four signs of 32 are 120 bits, more than the 112 from which a plain hash may stand in the place of a slow one.
It is keyed (`SECRET_KEY`) all the same, and holds whose it is: who can write in the database makes no code of his own.
"""

import re
import secrets

from django.utils.crypto import salted_hmac

from toegang.kenmerken import TEKENS

AANTAL = 10
GROEPEN, GROEP = 6, 4
TYPE = "recovery_codes"  # the row of allauth that goes with the app: linked off, reset and left are ended together
VORM = re.compile(rf"[{TEKENS}]{{{GROEPEN * GROEP}}}")


def nieuwe_codes() -> list[str]:
    """Ten of them, in groups of four so that one can copy them by hand."""
    return [
        "-".join("".join(secrets.choice(TEKENS) for _ in range(GROEP)) for _ in range(GROEPEN))
        for _ in range(AANTAL)
    ]


def lees_herstelcode(getypt: str) -> str:
    """The code without spaces and dashes, in capitals; '' when it is another kind of code, such as that of the app."""
    kaal = re.sub(r"[\s\-]", "", getypt).upper()
    return kaal if VORM.fullmatch(kaal) else ""


def hash_van(kaal: str, medewerker_id) -> str:
    """What is kept of a code: HMAC-SHA-256, worth nothing in the row of somebody else."""
    return salted_hmac(f"wijkteams.herstelcode {medewerker_id}", kaal, algorithm="sha256").hexdigest()


def zin_over_codes(over: int) -> str:
    """How many are left, said when one was used or none is there."""
    waar = "Maak nieuwe: klik op uw naam en kies Herstelcodes."
    if not over:
        return f"U hebt geen herstelcodes. {waar}"
    if over == 1:
        return f"U hebt nog 1 herstelcode. {waar}"
    return f"U hebt nog {over} herstelcodes."
