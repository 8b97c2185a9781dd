"""Forms of destruction: a request, its answer, and the decision on a proposal."""

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Vernietigverzoek


class VerzoekFormulier(Formulier):
    ontvangen_op = v.DatumVeld(
        label="Wanneer kwam het verzoek binnen?",
        help_text="Bijvoorbeeld 23-11-2026. De termijn loopt vanaf deze dag",
    )
    van = v.KeuzeVeld(label="Van wie is het verzoek?", choices=Vernietigverzoek.Van.choices)
    schriftelijk = v.VinkVeld(
        label="Het verzoek is schriftelijk, en wij weten zeker wie het deed",
        vraag="Vernietigen kan alleen op een schriftelijk verzoek van iemand die u kent",
        required=True,
    )


class OordeelFormulier(Formulier):
    uitkomst = v.KeuzeVeld(label="Wat is uw oordeel?", choices=Vernietigverzoek.Uitkomst.choices)
    weigergrond = v.KeuzeVeld(
        label="Waarom weigert u? (alleen bij weigeren)",
        choices=Vernietigverzoek.Weigergrond.choices,
        required=False,
    )
    reden = v.LangeTekstVeld(
        label="Welk belang of welke wet? (alleen bij weigeren)", rows=3, required=False,
        help_text="In minstens 10 tekens. Noem een ander niet bij naam als dat niet nodig is",
    )  # fmt: skip


class BesluitFormulier(Formulier):
    besluit = v.KeuzeVeld(
        label="Wat beslist u?",
        choices=[("vernietigen", "Vernietigen. Dit kan niet ongedaan worden"), ("afwijzen", "Afwijzen")],
    )
    reden = v.LangeTekstVeld(
        label="Waarom niet? (alleen bij afwijzen)", rows=3, required=False, help_text="In minstens 10 tekens"
    )
