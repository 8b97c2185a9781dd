"""A password is not a word that everybody here knows (ASVS 6.1.2, 6.2.11), nor one that leaked (6.2.12)."""

import hashlib
import re
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ValidationError

# The organisation, its work, its roles, and what people put in front of a number. With the name of the municipality.
WOORDEN = (
    "gemeente", "toegang", "mijnhulp", "hulpenondersteuning", "ondersteuning", "wijkteam", "socialewijkteam", "wmo",
    "jeugdwet", "jeugd", "participatie", "schuldhulp", "kcc", "administratie", "consulent", "procescoordinator",
    "teamlead", "teamleider", "toetser", "ondertekenaar", "jurist", "contractbeheerder", "toezichthouder", "beheerder",
    "beheer", "inwoner", "dossier", "zaak", "besluit", "keukentafel", "huisbezoek", "welkom", "wachtwoord", "password",
    "geheim", "inloggen", "login", "admin", "test", "limburg", "nederland", "lente", "voorjaar", "zomer", "herfst",
    "najaar", "winter", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "qwerty",
)  # fmt: skip
GENOEG = 6  # letters that must be left when such a word is taken out
ZIN = "Dit wachtwoord bestaat vooral uit woorden die hier iedereen kent. Kies een zin van een paar andere woorden."


class GeenBekendeWoorden:
    """Who uses a word of the list uses more letters beside it; digits and signs behind it do not help."""

    def validate(self, password: str, user=None) -> None:
        alles = rest = re.sub(r"[\W\d_]", "", password.lower())
        for woord in sorted({*WOORDEN, settings.GEMEENTE["naam"].lower()}, key=len, reverse=True):
            rest = rest.replace(woord, "")
        if rest != alles and len(rest) < GENOEG:
            raise ValidationError(ZIN, code="bekende_woorden")

    def get_help_text(self) -> str:
        return "Gebruik geen woorden die hier iedereen kent, zoals de naam van de gemeente."


GELEKT = "Dit wachtwoord staat op een lijst van gelekte wachtwoorden. Kies een ander wachtwoord."


class NietGelekt:
    """Not in the file of leaked passwords that WACHTWOORDEN_GELEKT names; nothing leaves this machine."""

    def validate(self, password: str, user=None) -> None:
        if not settings.WACHTWOORDEN_GELEKT:
            return
        som = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()
        with Path(settings.WACHTWOORDEN_GELEKT).open("rb") as bestand:
            if staat_in(bestand, som.encode()):
                raise ValidationError(GELEKT, code="gelekt")

    def get_help_text(self) -> str:
        return "Gebruik geen wachtwoord dat ooit gelekt is."


def check_lijst(app_configs=None, **kwargs) -> list[CheckMessage]:
    """`check --deploy`: the list is there, for whoever has passwords to judge."""
    pad = settings.WACHTWOORDEN_GELEKT
    if settings.PORTAAL or (pad and Path(pad).exists()):
        return []
    wat = "WACHTWOORDEN_GELEKT names no file that is there." if pad else "WACHTWOORDEN_GELEKT is not set."
    hint = "docs/beheer.md, Leaked passwords."
    return [
        Error(wat, hint=hint, id="wijkteams.E001") if pad else Warning(wat, hint=hint, id="wijkteams.W001")
    ]


def staat_in(bestand: BinaryIO, som: bytes) -> bool:
    """Halve the file until the line is found, some forty looks. Its lines: `<SHA-1>:<count>`, in order."""
    laag, hoog = 0, bestand.seek(0, 2)
    while laag < hoog:
        midden = (laag + hoog) // 2
        begin = _begin_van_regel(bestand, midden)
        regel = bestand.readline()
        sleutel = regel[: len(som)].upper()
        if sleutel == som:
            return True
        if sleutel < som:
            laag = begin + len(regel)
        else:
            hoog = begin
    return False


def _begin_van_regel(bestand: BinaryIO, plek: int) -> int:
    """Where the line with this byte begins; the file stands there after it."""
    begin = max(0, plek - 120)  # a line is shorter
    bestand.seek(begin)
    voor = bestand.read(plek - begin)
    begin += voor.rfind(b"\n") + 1 if b"\n" in voor else 0
    bestand.seek(begin)
    return begin
