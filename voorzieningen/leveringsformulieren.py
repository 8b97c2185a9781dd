"""The shape of what is written down about delivery: ordered, begun, standing still, stopped."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.models import Stopreden


class ToewijsFormulier(Formulier):
    toegewezen_op = v.DatumVeld(
        label="Wanneer is de hulp besteld bij de aanbieder?", vraag="Vul de dag van de toewijzing in"
    )


class StartFormulier(Formulier):
    begonnen_op = v.DatumVeld(
        label="Wanneer begon de aanbieder?", vraag="Vul de dag in waarop de aanbieder begon"
    )


class OnderbreekFormulier(Formulier):
    vanaf_op = v.DatumVeld(label="Vanaf welke dag staat de hulp stil?", vraag="Vul de eerste dag in")
    tot_op = v.DatumVeld(
        label="Wanneer gaat de hulp weer door?",
        required=False,
        help_text="Laat leeg als u dat nog niet weet.",
    )
    reden = v.TekstVeld(
        label="Waarom staat de hulp stil?", vraag="Schrijf op waarom de hulp stilstaat",
        help_text="Bijvoorbeeld: de aanbieder heeft te weinig mensen. Schrijf niets over gezondheid.",
    )  # fmt: skip


class HervatFormulier(Formulier):
    tot_op = v.DatumVeld(label="Wanneer ging de hulp weer door?", vraag="Vul de dag in")


class StopFormulier(Formulier):
    laatste_dag = v.DatumVeld(label="Wat was de laatste dag?", vraag="Vul de laatste dag in")
    stopreden = v.KeuzeVeld(
        label="Waarom stopte de aanbieder?", choices=Stopreden.choices, widget=forms.Select,
        vraag="Kies waarom de aanbieder stopte",
    )  # fmt: skip
