"""The form of a team."""

import re

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from wijkteams.models import Wijkteam

HOOGSTENS = 500
FOUT = "Schrijf vier cijfers, zoals 5921, of een reeks zoals 5921-5928. Zet er een spatie tussen"


class PostcodesVeld(v.LangeTekstVeld):
    """Four digits each, or a range of them; the value is a sorted list."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=4000, rows=3, **kwargs)

    def clean(self, value):
        tekst = super().clean(value)
        gevonden: set[int] = set()
        for stuk in re.split(r"[\s,;]+", re.sub(r"\s*-\s*", "-", tekst).strip()):
            if not stuk:
                continue
            deel = re.fullmatch(r"([1-9][0-9]{3})(?:-([1-9][0-9]{3}))?", stuk, re.ASCII)
            van, tot = (int(deel[1]), int(deel[2] or deel[1])) if deel else (1, 0)
            if not van <= tot:
                raise forms.ValidationError(FOUT)
            gevonden |= set(range(van, tot + 1))
        if len(gevonden) > HOOGSTENS:
            raise forms.ValidationError(
                f"Dit zijn {len(gevonden)} postcodes. Een team heeft er hoogstens {HOOGSTENS}"
            )
        return [str(nummer) for nummer in sorted(gevonden)]

    def prepare_value(self, value):
        return " ".join(value) if isinstance(value, list) else value


class TeamFormulier(Formulier):
    naam = v.TekstVeld(label="Naam", max_length=80, vraag="Vul de naam van het team in")
    soort = v.KeuzeVeld(
        label="Soort team", choices=Wijkteam.Soort.choices, vraag="Kies wat voor team het is",
        help_text="Wijkteam+ krijgt opvang en wie geen adres heeft, het Zorg- en Veiligheidshuis beschermd wonen",
    )  # fmt: skip
    telefoon = v.TelefoonVeld(label="Telefoon", required=False)
    postcodes = PostcodesVeld(
        label="Postcodes", required=False,
        help_text="De vier cijfers van elk gebied van dit team, bijvoorbeeld 5921-5928 5951",
    )  # fmt: skip
