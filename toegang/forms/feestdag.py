"""A day that a decree puts on a par with a feast day."""

from toegang import velden as v
from toegang.formulier import Formulier


class FeestdagFormulier(Formulier):
    dag = v.DatumVeld(label="Welke dag?")
    besluit = v.TekstVeld(
        label="In welk besluit staat dit?", vraag="Schrijf op in welk besluit dit staat",
        help_text="Bijvoorbeeld: Besluit gelijkstelling 2029-2031, Staatsblad 2028, 123",
    )  # fmt: skip
