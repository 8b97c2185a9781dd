"""A password is not a word that everybody here knows (ASVS 6.1.2, 6.2.11)."""

import re

from django.conf import settings
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
