"""The form of the toezichthouder: which zaak, for which case of his own, until when."""

from toegang import velden as v
from toegang.forms.noodinzage import omschrijving
from toegang.formulier import Formulier


class ToezichtFormulier(Formulier):
    zaak = v.KeuzeVeld(label="Welke zaak?", choices=())
    kenmerk = v.TekstVeld(label="Kenmerk van uw eigen zaak", max_length=60)
    tot_op = v.DatumVeld(
        label="Tot en met welke dag?", help_text="Hoogstens een jaar. U kunt het eerder beëindigen"
    )

    def __init__(self, *args, zaken=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["zaak"].choices = [(str(z.pk), omschrijving(z)) for z in zaken]
