"""Forms of noodinzage: find the person, say why, and the review."""

from django.core.exceptions import ValidationError

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Noodinzage
from toegang.opmaak import datum
from toegang.usecases.nood_inzien import REDEN_MINSTENS


class NoodZoekFormulier(Formulier):
    """A BSN, or a name with a birth date: who does not know that much has no emergency about this person."""

    bsn = v.BsnVeld(label="BSN", required=False)
    naam = v.TekstVeld(label="Achternaam", required=False)
    geboren = v.OnvolledigeDatumVeld(
        label="Geboortedatum", required=False, help_text="Bijvoorbeeld 23-9-1948"
    )

    def clean(self):
        gegevens = super().clean()
        if (
            not self.errors
            and not gegevens.get("bsn")
            and not (gegevens.get("naam") and gegevens.get("geboren"))
        ):
            raise ValidationError("Vul een BSN in, of een achternaam met een geboortedatum.")
        return gegevens


class NoodFormulier(Formulier):
    """Which zaak, on what ground, and why it cannot wait."""

    zaak = v.KeuzeVeld(label="Welke zaak?", choices=())
    grond = v.KeuzeVeld(label="Wat is er aan de hand?", choices=Noodinzage.NoodGrond.choices)
    reden = v.LangeTekstVeld(
        label="Waarom kan dit niet wachten?", rows=4,
        help_text=f"Minstens {REDEN_MINSTENS} tekens. De FG en de teamleider lezen dit.",
    )  # fmt: skip

    def __init__(self, *args, zaken=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["zaak"].choices = [(str(z.pk), omschrijving(z)) for z in zaken]


class OordeelFormulier(Formulier):
    """Was it right to look?"""

    oordeel = v.KeuzeVeld(label="Was deze noodinzage terecht?", choices=Noodinzage.Oordeel.choices)


def omschrijving(zaak) -> str:
    """Which zaak, without what it is about."""
    return f"{zaak.get_wet_display()}, sinds {datum(zaak.gemeld_op)}{'' if zaak.is_open else ' (afgesloten)'}"
