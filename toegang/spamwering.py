"""Against machines that fill in forms, without following people: a field nobody sees, a least time (keuzes 0015)."""

import time

from django import forms
from django.core import signing

from toegang import velden as v
from toegang.formulier import Formulier

ZOUT = "toegang.openbaar_formulier"
MINSTENS, HOOGSTENS = 3, 24 * 3600  # seconds between opening the form and sending it
SNEL = "Dat ging wel heel snel. Kijk uw antwoorden na en verstuur het formulier nog een keer"
LANG = "Het formulier stond lang open. Kijk uw antwoorden na en verstuur het nog een keer"
LEEG = "Laat dit veld leeg. Het is er om computers tegen te houden die formulieren invullen"


def stempel() -> str:
    """When this form was opened, signed."""
    return signing.dumps(int(time.time()), salt=ZOUT)


class OpenbaarFormulier(Formulier):
    """A form that anybody may send. Whoever is refused reads why, and keeps what he typed."""

    begonnen = forms.CharField(required=False, widget=forms.HiddenInput)
    homepage = v.TekstVeld(label="Laat dit veld leeg", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["homepage"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}
        self.initial.setdefault("begonnen", stempel())

    def clean_homepage(self):
        if self.cleaned_data["homepage"]:
            raise forms.ValidationError(LEEG)
        return ""

    def clean_begonnen(self):
        """The age of the form; one that is too old, or was not ours, gets a new stamp."""
        try:
            verstreken = time.time() - signing.loads(self.cleaned_data["begonnen"], salt=ZOUT)
        except signing.BadSignature:
            verstreken = HOOGSTENS + 1
        if verstreken > HOOGSTENS:
            self.data = self.data.copy()
            self.data["begonnen"] = stempel()
            self.add_error(None, LANG)
        elif verstreken < MINSTENS:
            self.add_error(None, SNEL)
        return ""

    @property
    def gegevens(self) -> dict:
        """What was filled in, without what only keeps machines away."""
        return {k: w for k, w in self.cleaned_data.items() if k not in {"begonnen", "homepage"}}
