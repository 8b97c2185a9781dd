"""To whom work goes, and under what name a view is kept."""

import re

from django import forms
from django.core.exceptions import ValidationError

from toegang import velden as v
from toegang.formulier import Formulier


class NaarFormulier(Formulier):
    """The colleague who gets it."""

    naar = v.KeuzeVeld(label="Aan wie?", vraag="Kies aan wie u dit geeft", widget=forms.Select)

    def __init__(self, *args, mensen=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["naar"].choices = [("", "Kies een collega"), *((str(m.pk), m.naam) for m in mensen)]

    def naam_van(self) -> str:
        """The colleague as the list names him."""
        return dict(self.fields["naar"].choices).get(self.cleaned_data["naar"], "")


class WeergaveFormulier(Formulier):
    """The name of a saved view: about work, never about a person."""

    naam = v.TekstVeld(
        label="Hoe noemt u deze weergave?", max_length=60, vraag="Geef de weergave een naam",
        help_text="Bijvoorbeeld: post van deze week. Schrijf geen naam van een inwoner",
    )  # fmt: skip

    def clean_naam(self) -> str:
        """No number that could be a BSN or a telephone number, no date of birth."""
        naam = " ".join(self.cleaned_data["naam"].split())
        if len(re.sub(r"\D", "", naam)) >= 6:
            raise ValidationError("Zet geen BSN, geboortedatum of telefoonnummer in de naam")
        return naam
