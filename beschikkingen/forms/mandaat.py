"""The forms of the register of mandates."""

from django import forms

from beschikkingen.models import Mandaatsoort
from toegang import velden as v
from toegang.formulier import Formulier
from toegang.rechten import Rol, Wet
from voorzieningen.models import Product
from wijkteams.models import Medewerker


class MandaatFormulier(Formulier):
    medewerker = v.ObjectVeld(
        label="Wie krijgt het mandaat?", queryset=Medewerker.objects.none(), vraag="Kies een collega"
    )
    functie = v.TekstVeld(label="Functie in het register", required=False, max_length=100)
    wet = v.KeuzeVeld(label="Voor welke wet?", choices=Wet.choices, widget=forms.Select, vraag="Kies een wet")
    product = v.ObjectVeld(
        label="Voor welk product?",
        queryset=Product.objects.none(),
        required=False,
        empty_label="Alle producten",
    )
    soorten = v.MeerkeuzeVeld(
        label="Voor welke besluiten?", choices=Mandaatsoort.choices, vraag="Kies minstens één soort besluit"
    )
    tot_bedrag = v.BedragVeld(label="Tot welk bedrag per jaar?", vraag="Vul een bedrag in")
    vanaf_op = v.DatumVeld(label="Vanaf", vraag="Vul de begindatum in")
    tot_op = v.DatumVeld(
        label="Tot", required=False, help_text="Op deze dag is het voorbij. Verplicht bij een waarneming."
    )
    waarneemt_voor = v.ObjectVeld(
        label="Waarneming voor", queryset=Medewerker.objects.none(), required=False, empty_label="Niemand"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tekenaars = Medewerker.objects.filter(is_active=True, groups__name=Rol.ONDERTEKENAAR.value)
        self.fields["medewerker"].queryset = tekenaars.order_by("last_name", "pk")
        self.fields["waarneemt_voor"].queryset = tekenaars.order_by("last_name", "pk")
        self.fields["product"].queryset = Product.objects.order_by("naam", "pk")
        for naam in ("medewerker", "waarneemt_voor"):
            self.fields[naam].label_from_instance = lambda m: m.naam

    def velden(self) -> dict:
        g = dict(self.cleaned_data)
        for naam in ("medewerker", "product", "waarneemt_voor"):
            gekozen = g.pop(naam)
            g[f"{naam}_id"] = gekozen and gekozen.pk
        return g


class EindeFormulier(Formulier):
    tot_op = v.DatumVeld(label="Op welke dag is het voorbij?", vraag="Vul de dag in")
    reden = v.TekstVeld(label="Waarom?", vraag="Schrijf op waarom het mandaat eindigt")
