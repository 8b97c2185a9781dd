"""The forms of the verslag: its words, its way out and its way back."""

from django.conf import settings

from toegang import velden as v
from toegang.formulier import Formulier


class VerslagFormulier(Formulier):
    """The parts of the verslag as the citizen reads them."""

    def __init__(self, *args, delen, **kwargs):
        super().__init__(*args, **kwargs)
        self.koppen = [kop for kop, _ in delen]
        for nummer, (kop, tekst) in enumerate(delen):
            self.fields[f"deel_{nummer}"] = v.LangeTekstVeld(label=kop, required=False, rows=4, initial=tekst)
        for naam, veld in self.fields.items():
            self._zinnen(naam, veld)

    def delen(self) -> list[list[str]]:
        return [[kop, self.cleaned_data[f"deel_{n}"]] for n, kop in enumerate(self.koppen)]


class VersturenFormulier(Formulier):
    verzenddatum = v.DatumVeld(
        label="Wanneer gaat de brief op de post?", help_text="Deze datum staat op de brief"
    )


class OndertekendFormulier(Formulier):
    """What came back: signed on paper, with what the citizen wrote, typed over, and the scan."""

    opmerkingen = v.LangeTekstVeld(
        label="Wat schreef de inwoner erbij?",
        required=False,
        rows=4,
        help_text="Neem de woorden precies over",
    )
    ondertekend_op = v.DatumVeld(
        label="Wanneer ondertekende de inwoner?", vraag="Vul in wanneer de inwoner tekende"
    )
    ontvangen_op = v.DatumVeld(
        label="Wanneer kregen wij het terug?", vraag="Vul in wanneer wij het terugkregen"
    )
    als_aanvraag = v.JaNeeVeld(
        label="Vraagt de inwoner hiermee hulp van de gemeente aan?",
        vraag="Kies of dit ook de aanvraag is",
        help_text="Bij ja lopen vanaf de ontvangst twee weken voor het besluit",
    )
    bestand = v.BestandVeld(label="Scan of foto van het getekende blad", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not settings.VERSLAG_ALS_AANVRAAG:
            del self.fields["als_aanvraag"]
