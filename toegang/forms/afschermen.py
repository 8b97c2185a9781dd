"""Form of shielding a dossier."""

from toegang import velden as v
from toegang.formulier import Formulier


class AfschermFormulier(Formulier):
    """Who may still open it, until when, and why."""

    medewerkers = v.MeerkeuzeVeld(label="Welke collega's mogen dit dossier openen?", choices=())
    tot = v.DatumVeld(label="Kijken of dit nog nodig is op", help_text="Bijvoorbeeld 23-6-2027")
    reden = v.TekstVeld(label="Waarom wordt dit dossier afgeschermd?", max_length=200)

    def __init__(self, *args, collegas=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["medewerkers"].choices = [
            (str(c.pk), f"{c.volledige_naam} {c.functie}".strip()) for c in collegas
        ]
