"""One text block, as the beheerder keeps it."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.rechten import Wet
from wijkteams.models import Tekstblok, TredeSoort


class TekstblokFormulier(Formulier):
    """Where it is offered, and the text."""

    titel = v.TekstVeld(label="Naam in de lijst", max_length=80, vraag="Vul een korte naam in")
    veld = v.KeuzeVeld(
        label="Bij welk veld?",
        choices=Tekstblok.Veld.choices,
        widget=forms.Select,
        vraag="Kies bij welk veld",
    )
    trede = v.KeuzeVeld(
        label="Alleen bij deze trede", choices=[(str(t.value), f"{t.value} {t.label}") for t in TredeSoort],
        widget=forms.Select, leeg="Bij elke trede", required=False,
    )  # fmt: skip
    wet = v.KeuzeVeld(
        label="Alleen bij deze wet",
        choices=Wet.choices,
        widget=forms.Select,
        leeg="Bij elke wet",
        required=False,
    )
    tekst = v.LangeTekstVeld(
        label="De tekst", vraag="Schrijf de tekst", max_length=2_000,
        help_text="In de u-vorm. Schrijf geen namen. De tekst komt achter wat er al staat",
    )  # fmt: skip
    actief = v.JaNeeVeld(
        label="Mogen collega's deze tekst kiezen?", vraag="Kies of collega's deze tekst mogen kiezen"
    )

    def velden(self) -> dict:
        """As the use-case takes them."""
        data = self.cleaned_data
        return {**data, "trede": int(data["trede"]) if data["trede"] else None}
