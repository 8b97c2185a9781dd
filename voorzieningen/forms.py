"""The shape of what a consulent proposes."""

import re
from decimal import Decimal

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.aanbiederkeuze import keuzes_in
from voorzieningen.models import Aanbieder, Eenheid, Frequentie, Product, Vorm
from wijkteams.models import Actie


class OmvangVeld(v.Leesveld):
    """An extent with at most one decimal, greater than nothing."""

    inputmode = "decimal"
    breedte = "tg-kort"

    def lees(self, tekst):
        if not re.fullmatch(r"[0-9]{1,6}([.,][0-9])?", tekst) or not Decimal(tekst.replace(",", ".")):
            raise ValueError("Vul een getal in dat groter is dan 0, met hoogstens één cijfer achter de komma")
        return Decimal(tekst.replace(",", "."))

    def schrijf(self, waarde):
        return f"{waarde:f}".replace(".", ",")


class IndicatieFormulier(Formulier):
    product = v.ObjectVeld(
        label="Welke hulp?", queryset=Product.objects.none(), vraag="Kies welke hulp u voorstelt"
    )
    actie = v.ObjectVeld(
        label="Bij welke afspraak uit het plan?", queryset=Actie.objects.none(), required=False,
        help_text="Alleen afspraken over hulp van de gemeente staan hier.",
    )  # fmt: skip
    resultaat = v.TekstVeld(
        label="Wat is het resultaat?", vraag="Schrijf op wat het resultaat is",
        help_text="Zoals het in de brief komt. Bijvoorbeeld: een schone woonkamer, keuken en badkamer.",
    )  # fmt: skip
    volume = OmvangVeld(label="Hoeveel?", vraag="Vul in hoeveel", help_text="Bijvoorbeeld 105 of 3,5")
    eenheid = v.KeuzeVeld(
        label="Eenheid", choices=Eenheid.choices, widget=forms.Select, vraag="Kies een eenheid"
    )
    frequentie = v.KeuzeVeld(
        label="Hoe vaak?", choices=Frequentie.choices, widget=forms.Select, vraag="Kies hoe vaak"
    )
    ingangsdatum = v.DatumVeld(label="Vanaf", vraag="Vul de begindatum in")
    einddatum = v.DatumVeld(label="Tot en met", vraag="Vul de einddatum in. Hulp heeft altijd een einddatum")
    vorm = v.KeuzeVeld(
        label="Zorg in natura of een persoonsgebonden budget?",
        choices=Vorm.choices,
        vraag="Kies natura of pgb",
    )
    aanbieder = v.ObjectVeld(
        label="Aanbieder (bij natura)", queryset=Aanbieder.objects.none(), required=False,
        help_text="Hier staan de aanbieders met een contract, en wat zij over wachten zeiden.",
    )  # fmt: skip
    pgb_beheerder = v.TekstVeld(
        label="Wie beheert het pgb, en kan dat?", required=False,
        help_text="Naam, en waarom deze persoon het aankan (Wmo 2.3.6 lid 2 a).",
    )  # fmt: skip
    pgb_motivering = v.LangeTekstVeld(
        label="Waarom een pgb en geen natura?", required=False, rows=3,
        help_text="In de woorden van de inwoner (Wmo 2.3.6 lid 2 b).",
    )  # fmt: skip
    pgb_kwaliteit = v.LangeTekstVeld(
        label="Hoe weet u dat de hulp veilig en goed is?",
        required=False,
        rows=3,
        help_text="Wmo 2.3.6 lid 2 c.",
    )
    advies_van = v.TekstVeld(
        label="Advies van", required=False,
        help_text="Bijvoorbeeld: ergotherapeut L. Martens. Nodig bij een hulpmiddel op maat.",
    )  # fmt: skip
    advies_op = v.DatumVeld(label="Datum van het advies", required=False)
    advies = v.LangeTekstVeld(
        label="Wat is het advies?",
        required=False,
        rows=3,
        help_text="Zoals het in de brief komt, in de u-vorm.",
    )

    def __init__(self, *args, zaak, op, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.op(op).filter(wet=zaak.wet).order_by("naam", "pk")
        self.fields["aanbieder"].queryset = Aanbieder.objects.order_by("naam", "pk")
        keuzes_in(self, zaak.wet, op)
        acties = Actie.objects.filter(soort=Actie.Soort.MAATWERK, doel__doelzaken__zaak=zaak)
        self.fields["actie"].queryset = acties.order_by("omschrijving", "pk")
        self.fields["actie"].label_from_instance = lambda actie: actie.omschrijving

    def velden(self) -> dict:
        """As the use-case wants them: keys of what was chosen."""
        gegevens = dict(self.cleaned_data)
        for naam in ("product", "aanbieder", "actie"):
            gekozen = gegevens.pop(naam)
            gegevens[f"{naam}_id"] = gekozen and gekozen.pk
        return gegevens


class IntrekkenFormulier(Formulier):
    reden = v.TekstVeld(
        label="Waarom trekt u het voorstel in?", vraag="Schrijf op waarom u het voorstel intrekt"
    )
