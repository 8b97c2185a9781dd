"""The shape of what ends help, and of the weeks of the reminders."""

from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.ladder import HOOGSTENS_WEKEN, WEKEN
from voorzieningen.models import Afloopreden, Product

WEEKVELDEN = tuple(f"week_{plek}" for plek in range(1, len(WEKEN) + 1))
NAMEN = ("Eerste", "Tweede", "Derde", "Vierde", "Vijfde")


class AfloopFormulier(Formulier):
    reden = v.KeuzeVeld(
        label="Waarom mag de hulp aflopen?",
        choices=Afloopreden.choices,
        vraag="Kies waarom de hulp mag aflopen",
    )


class BeeindigFormulier(Formulier):
    laatste_dag = v.DatumVeld(label="Wat was de laatste dag van de hulp?", vraag="Vul de laatste dag in")
    waarom = v.TekstVeld(label="Waarom stopt de hulp eerder?", vraag="Schrijf op waarom de hulp eerder stopt")


class OpnieuwFormulier(Formulier):
    heronderzoek_op = v.DatumVeld(
        label="Wanneer kijkt u opnieuw of de hulp past?", required=False,
        help_text="Op die dag krijgt de regisseur een taak. Leeg: u kijkt bij de herinneringen voor het einde.",
    )  # fmt: skip


class WekenFormulier(Formulier):
    """Five numbers of weeks and the day from which they hold."""

    vanaf_op = v.DatumVeld(label="Vanaf welke dag geldt dit?", vraag="Vul de dag in")

    def __init__(self, *args, weken=WEKEN, **kwargs):
        super().__init__(*args, **kwargs)
        for veld, naam, nu in zip(WEEKVELDEN, NAMEN, weken, strict=True):
            self.fields[veld] = v.GetalVeld(
                label=f"{naam} herinnering: hoeveel weken voor het einde?", minstens=1, hoogstens=HOOGSTENS_WEKEN,
                smal="tg-smal", vraag="Vul het aantal weken in", initial=nu,
            )  # fmt: skip

    def velden(self) -> dict:
        """As the use-case wants them."""
        gegevens = self.cleaned_data
        return {"vanaf_op": gegevens["vanaf_op"], "weken": tuple(gegevens[veld] for veld in WEEKVELDEN)}


class SchemaFormulier(WekenFormulier):
    """The same for a product that is chosen, or for all help."""

    product = v.ObjectVeld(
        label="Voor welke hulp?", queryset=Product.objects.none(), required=False, empty_label="Alle hulp"
    )

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.op(vandaag).order_by("naam", "pk")

    def velden(self) -> dict:
        product = self.cleaned_data["product"]
        return super().velden() | {"product_id": product and product.pk}
