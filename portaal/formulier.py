"""The forms of the citizen's site: the fields of the desk, with their sentences in the language of the page."""

import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_noop

from toegang import formulier
from toegang.velden import JaNeeVeld

# What the fields of `toegang/velden.py` say, and where a number or a name stands in it.
ZINNEN = (
    gettext_noop("Kies een van de mogelijkheden"),
    gettext_noop("Dit telefoonnummer klopt niet. Controleer de cijfers"),
    gettext_noop("Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl"),
    gettext_noop("In deze tekst staat een teken dat wij niet kunnen bewaren. Typ de tekst opnieuw"),
    gettext_noop(
        "Kies het bestand nog een keer. Een bestand blijft niet staan als er iets anders niet klopt"
    ),
    gettext_noop("Dit bestand is leeg. Kies een ander bestand"),
    gettext_noop("Dit bestand is beschadigd of niet compleet. Sla het opnieuw op en kies het nog een keer"),
    gettext_noop(
        "Dit bestand kunnen wij niet openen. Kies een PDF, een foto (JPEG of PNG) of een Word-bestand (.docx)"
    ),
    gettext_noop(
        "Dit bestand is niet wat het lijkt: er zit nog een ander bestand in. Sla het opnieuw op, of druk het af als PDF"
    ),
    gettext_noop("Dit bestand wordt te groot als het opengaat. Druk het af als PDF en kies die"),
    gettext_noop("In dit bestand zit een programma. Druk het af als PDF en kies die"),
    gettext_noop("Deze foto is een HEIC-bestand. Bewaar de foto als JPEG en kies haar nog een keer"),
    gettext_noop(
        "Dit is een ouder Word-bestand, of er zit een wachtwoord op. Sla het op als PDF en kies dat"
    ),
    gettext_noop(
        "Dit bestand is een programma. Kies een PDF, een foto (JPEG of PNG) of een Word-bestand (.docx)"
    ),
)
PATRONEN = (
    gettext_noop("Deze tekst is %(lengte)s tekens lang. Hier passen %(hoogstens)s tekens in"),
    gettext_noop("Dit bestand is %(grootte)s. Kies een bestand van 10 MB of kleiner"),
    gettext_noop("U hebt %(aantal)s bestanden gekozen. Kies er hoogstens %(hoogstens)s"),
)
_BESTAND = re.compile(r"^(?P<naam>[^:]{1,200}): (?P<zin>.+)$", re.DOTALL)


def patroon(msgid: str) -> re.Pattern[str]:
    """The Dutch sentence with anything in the place of its names."""
    delen = re.split(r"%\((\w+)\)s", msgid)
    return re.compile("".join(f"(?P<{d}>.+)" if n % 2 else re.escape(d) for n, d in enumerate(delen)))


def lezers(patronen: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((msgid, patroon(msgid)) for msgid in patronen)


def met_namen_erin(zin: str, lezen, deel: Callable[[str], str] = str) -> str:
    """One of these sentences in the language of the page, each name in it by `deel`; empty when it is none of them."""
    for msgid, vorm in lezen:
        if gevonden := vorm.fullmatch(zin):
            return gettext(msgid) % {naam: deel(waarde) for naam, waarde in gevonden.groupdict().items()}
    return ""


_LEZEN = lezers(PATRONEN)


def in_de_taal(zin: str) -> str:
    """The sentence of a field in the language of the page; one that we do not know stays as it is."""
    if zin in ZINNEN:
        return gettext(zin)
    if vertaald := met_namen_erin(zin, _LEZEN):
        return vertaald
    gevonden = _BESTAND.match(zin)
    return f"{gevonden['naam']}: {in_de_taal(gevonden['zin'])}" if gevonden else zin


class Formulier(formulier.Formulier):
    """The form to start from on the citizen's site."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            if isinstance(veld, JaNeeVeld):
                veld.choices = [("ja", gettext("Ja")), ("nee", gettext("Nee"))]

    def add_error(self, field, error):
        """What is wrong with one field, in the language of the page."""
        if not isinstance(error, ValidationError):
            error = ValidationError(str(error))
        if not hasattr(error, "error_dict"):
            error = ValidationError([in_de_taal(str(zin)) for zin in error.messages])
        super().add_error(field, error)
