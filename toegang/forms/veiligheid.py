"""Worries about safety: the steps of the meldcode, and where a signal went."""

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Meldcodestap, Signaaldoorgifte
from toegang.weging import VRAGEN, Weging


class MeldcodeFormulier(Formulier):
    stap = v.KeuzeVeld(
        label="Welke stap zette u?", choices=[(s.value, f"{s.value} {s.label}") for s in Meldcodestap.Stap],
        vraag="Kies welke stap u zette",
    )  # fmt: skip
    op = v.DatumVeld(label="Op welke dag?")
    toelichting = v.LangeTekstVeld(
        label="Wat zag, hoorde of deed u?", rows=4, vraag="Schrijf op wat u zag, hoorde of deed",
        help_text="Schrijf feiten op, en van wie u ze hebt. Besluit u anders dan de weging wijst? Schrijf op waarom",
    )  # fmt: skip
    weeg_vermoeden = v.JaNeeVeld(label=VRAGEN["weeg_vermoeden"], required=False)
    weeg_onveilig = v.KeuzeVeld(
        label=VRAGEN["weeg_onveilig"], choices=Meldcodestap.Onveilig.choices, required=False,
        help_text="Ja? Vraag 3 tot en met 5 bekijkt u samen met Veilig Thuis: 0800 2000",
    )  # fmt: skip
    weeg_hulp_mogelijk = v.JaNeeVeld(label=VRAGEN["weeg_hulp_mogelijk"], required=False)
    weeg_hulp_aanvaard = v.JaNeeVeld(label=VRAGEN["weeg_hulp_aanvaard"], required=False)
    weeg_hulp_werkt = v.JaNeeVeld(label=VRAGEN["weeg_hulp_werkt"], required=False)
    besluit = v.KeuzeVeld(
        label="Wat besluit u?", choices=Meldcodestap.Besluit.choices, required=False,
    )  # fmt: skip
    # what is asked of one step only: shown with that step
    BIJ_STAP_4, BIJ_STAP_5 = tuple(VRAGEN), ("besluit",)

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].niet_na = vandaag
        for naam in (*self.BIJ_STAP_4, *self.BIJ_STAP_5):
            self.fields[naam].zonder_bijschrift = True

    def van_elke_stap(self):
        return [self[naam] for naam in ("stap", "op", "toelichting")]

    def van_het_wegen(self):
        return [self[naam] for naam in self.BIJ_STAP_4]

    def vastleggen(self) -> dict:
        """What the use-case takes."""
        c = dict(self.cleaned_data)
        weging = Weging(**{vraag: c.pop(vraag) for vraag in VRAGEN})
        return c | {"weging": weging}

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

    def vastleggen(self) -> dict:
        """What the use-case takes."""
        return self.cleaned_data

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].niet_na = vandaag
