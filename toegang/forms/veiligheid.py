"""Worries about safety: the steps of the meldcode, and where a signal went."""

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Meldcodestap, Signaaldoorgifte


class MeldcodeFormulier(Formulier):
    stap = v.KeuzeVeld(
        label="Welke stap zette u?", choices=[(s.value, f"{s.value} {s.label}") for s in Meldcodestap.Stap],
        vraag="Kies welke stap u zette",
    )  # fmt: skip
    op = v.DatumVeld(label="Op welke dag?")
    toelichting = v.LangeTekstVeld(
        label="Wat zag, hoorde of deed u?", rows=4, vraag="Schrijf op wat u zag, hoorde of deed",
        help_text="Schrijf feiten op, en van wie u ze hebt. Bij stap 4: gebruik het afwegingskader van uw beroepsgroep",
    )  # fmt: skip
    besluit = v.KeuzeVeld(
        label="Wat besluit u?", choices=Meldcodestap.Besluit.choices, required=False,
        help_text="Alleen invullen bij stap 5",
    )  # fmt: skip

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].niet_na = vandaag

    def clean_stap(self):
        return int(self.cleaned_data["stap"])


class SignaalFormulier(Formulier):
    naar = v.KeuzeVeld(
        label="Aan wie gaf u het door?",
        choices=Signaaldoorgifte.Naar.choices,
        vraag="Kies aan wie u het doorgaf",
    )
    aan_wie = v.TekstVeld(
        label="Met wie sprak u daar?",
        vraag="Vul in met wie u sprak",
        help_text="Naam, en het kenmerk als u dat kreeg",
    )
    op = v.DatumVeld(label="Op welke dag?")
    toelichting = v.LangeTekstVeld(label="Wat gaf u door?", rows=3, vraag="Schrijf op wat u doorgaf")

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].niet_na = vandaag
