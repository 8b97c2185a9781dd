"""The shape of what the contractbeheerder keeps: providers, contracts, waiting, tariffs."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.models import Eenheid, Product

LAATSTE_DAG = "Laatste dag"
LEEG = "Laat leeg als er geen einde is afgesproken."


class AanbiederFormulier(Formulier):
    naam = v.TekstVeld(label="Naam", vraag="Vul de naam in")
    agb = v.TekstVeld(
        label="AGB-code", smal="tg-kort", vraag="Vul de AGB-code in",
        help_text="8 cijfers. De code heeft geen controlecijfer: kijk haar na in het AGB-register.",
    )  # fmt: skip
    telefoon = v.TelefoonVeld(label="Telefoon", required=False)


class _MetProduct(Formulier):
    product = v.ObjectVeld(
        label="Welke hulp?", queryset=Product.objects.none(), vraag="Kies welke hulp het is"
    )

    def __init__(self, *args, op, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.op(op).order_by("naam", "pk")

    def velden(self) -> dict:
        """As the use-case wants them."""
        gegevens = dict(self.cleaned_data)
        return gegevens | {"product_id": gegevens.pop("product").pk}


class ContractFormulier(_MetProduct):
    vanaf_op = v.DatumVeld(label="Eerste dag", vraag="Vul de eerste dag in")
    laatste_dag = v.DatumVeld(label=LAATSTE_DAG, required=False, help_text=LEEG)


class OpgaveFormulier(Formulier):
    wachttijd = v.GetalVeld(
        label="Hoeveel weken wachten?",
        required=False,
        hoogstens=200,
        smal="tg-kort",
        help_text="0 is meteen.",
    )
    capaciteit = v.GetalVeld(
        label="Voor hoeveel mensen is er plaats?", required=False, hoogstens=30000, smal="tg-kort"
    )
    opgegeven_op = v.DatumVeld(label="Wanneer zei de aanbieder dit?", vraag="Vul de dag in")


class EindeFormulier(Formulier):
    laatste_dag = v.DatumVeld(label=LAATSTE_DAG, vraag="Vul de laatste dag in")


class TariefFormulier(_MetProduct):
    bedrag = v.BedragVeld(label="Bedrag", vraag="Vul het bedrag in")
    eenheid = v.KeuzeVeld(label="Per", choices=Eenheid.choices, widget=forms.Select, vraag="Kies een eenheid")
    vanaf_op = v.DatumVeld(label="Eerste dag", vraag="Vul de eerste dag in")
    laatste_dag = v.DatumVeld(label=LAATSTE_DAG, required=False, help_text=LEEG)
    bron = v.TekstVeld(
        label="Waar staat dit?", required=False, help_text="Bijvoorbeeld het besluit over de tarieven."
    )
