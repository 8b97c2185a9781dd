"""The forms of the other ways to a besluit: on our own motion, with spoed; and the say of the inwoner before it."""

import datetime

from django import forms

from beschikkingen.models import Zienswijze
from beschikkingen.soorten import UITKOMSTEN_BIJ, Aanleiding, Herzieningsgrond, Uitkomst
from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Zaak, Zaaksoort
from voorzieningen.aanbiederkeuze import keuzes_in
from voorzieningen.forms import OmvangVeld
from voorzieningen.models import Aanbieder, Eenheid, Frequentie, Product
from voorzieningen.regels import omvang_in_woorden

Wijze = Zienswijze.Wijze


class AmbtshalveFormulier(Formulier):
    aanleiding = v.KeuzeVeld(label="Waarom besluiten wij nu?", vraag="Kies waarom wij nu besluiten")
    uitkomst = v.KeuzeVeld(label="Wat wilt u besluiten?", vraag="Kies wat u wilt besluiten")
    indicatie_ids = v.MeerkeuzeVeld(label="Over welke hulp?", required=False)
    grond = v.KeuzeVeld(
        label="Op welke grond?",
        choices=Herzieningsgrond.choices,
        required=False,
        help_text="Wmo 2015 artikel 2.3.10",
    )
    werking_op = v.DatumVeld(label="Vanaf welke dag werkt het besluit?", required=False)

    def __init__(self, *args, zaak: Zaak, indicaties, uitspraak: bool, **kwargs):
        super().__init__(*args, **kwargs)
        mogelijk = [Aanleiding.AMBTSHALVE]
        if zaak.soort == Zaaksoort.HERONDERZOEK:
            mogelijk.insert(0, Aanleiding.HERONDERZOEK)
        if uitspraak:
            mogelijk.append(Aanleiding.UITSPRAAK)
        self.fields["aanleiding"].choices = [(a.value, a.label) for a in mogelijk]
        uitkomsten = dict.fromkeys(u for a in mogelijk for u in UITKOMSTEN_BIJ[a])
        self.fields["uitkomst"].choices = [(u.value, Uitkomst(u).label) for u in uitkomsten]
        self.fields["indicatie_ids"].choices = [
            (str(i.pk), f"{i.product.naam}, {omvang_in_woorden(i.volume, i.eenheid, i.frequentie)}")
            for i in indicaties
        ]
        if len(mogelijk) == 1:
            self.initial.setdefault("aanleiding", mogelijk[0])


class SpoedbesluitFormulier(Formulier):
    """Natura only: temporary help is there at once."""

    product = v.ObjectVeld(
        label="Welke hulp?", queryset=Product.objects.none(), vraag="Kies welke hulp u geeft"
    )
    aanbieder = v.ObjectVeld(
        label="Aanbieder", queryset=Aanbieder.objects.none(), vraag="Kies wie de hulp geeft"
    )
    resultaat = v.TekstVeld(label="Wat is het resultaat?", vraag="Schrijf op wat het resultaat is")
    volume = OmvangVeld(label="Hoeveel?", vraag="Vul in hoeveel", help_text="Bijvoorbeeld 105 of 3,5")
    eenheid = v.KeuzeVeld(
        label="Eenheid", choices=Eenheid.choices, widget=forms.Select, vraag="Kies een eenheid"
    )
    frequentie = v.KeuzeVeld(
        label="Hoe vaak?", choices=Frequentie.choices, widget=forms.Select, vraag="Kies hoe vaak"
    )
    ingangsdatum = v.DatumVeld(label="Vanaf", vraag="Vul de begindatum in")
    einddatum = v.DatumVeld(
        label="Tot en met", vraag="Vul de einddatum in", help_text="Hoogstens drie maanden later"
    )
    motivering = v.LangeTekstVeld(
        label="Waarom kan het niet wachten?", required=False, rows=3,
        help_text="Mag kort, in de u-vorm. De hele motivering gaat binnen een week na.",
    )  # fmt: skip

    def __init__(self, *args, zaak: Zaak, op: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.op(op).filter(wet=zaak.wet).order_by("naam", "pk")
        self.fields["aanbieder"].queryset = Aanbieder.objects.order_by("naam", "pk")
        keuzes_in(self, zaak.wet, op)

    def velden(self) -> dict:
        gegevens = dict(self.cleaned_data)
        product, aanbieder = gegevens.pop("product"), gegevens.pop("aanbieder")
        return gegevens | {"vorm": "natura", "product_id": product.pk, "aanbieder_id": aanbieder.pk}


class MeedeelFormulier(Formulier):
    dag = v.DatumVeld(label="Op welke dag zei u het?", vraag="Vul de dag in")
    tijd = v.TijdVeld(label="Hoe laat?", vraag="Vul de tijd in", help_text="Bijvoorbeeld 14.30")
    aan = v.TekstVeld(
        label="Aan wie?",
        vraag="Schrijf op aan wie u het zei",
        help_text="De inwoner, en de aanbieder die begint.",
    )


class MotiveerFormulier(Formulier):
    motivering = v.LangeTekstVeld(
        label="Waarom was deze hulp nodig?", rows=6, vraag="Schrijf op waarom deze hulp nodig was",
        help_text="Dit komt in de brief. Schrijf in de u-vorm.",
    )  # fmt: skip


class ZienswijzeFormulier(Formulier):
    wijze = v.KeuzeVeld(label="Hoe vraagt u het?", choices=Wijze.choices, vraag="Kies hoe u het vraagt")
    waarover = v.LangeTekstVeld(
        label="Wat zijn wij van plan, en waarom?", rows=5, vraag="Schrijf op wat wij van plan zijn, en waarom",
        help_text="Dit komt in de brief. Schrijf in de u-vorm.",
    )  # fmt: skip
    uiterlijk_op = v.DatumVeld(
        label="Tot en met welke dag kan de inwoner antwoorden?", required=False,
        help_text="Alleen bij een brief. Geef minstens een week.",
    )  # fmt: skip
    antwoord = v.LangeTekstVeld(
        label="Wat zei de inwoner?", required=False, rows=4,
        help_text="Alleen aan de telefoon of in een gesprek. In de woorden van de inwoner.",
    )  # fmt: skip


class AntwoordFormulier(Formulier):
    antwoord = v.LangeTekstVeld(
        label="Wat zegt de inwoner?", required=False, rows=4,
        help_text="Laat leeg als de tijd voorbij is en er niets kwam.",
    )  # fmt: skip
    wijze = v.KeuzeVeld(label="Hoe kwam het antwoord?", choices=Wijze.choices, required=False)
    antwoord_op = v.DatumVeld(label="Op welke dag?", required=False)


class OverslaanFormulier(Formulier):
    uitzondering = v.KeuzeVeld(
        label="Waarom hoort u de inwoner niet vooraf?", choices=Zienswijze.Uitzondering.choices,
        vraag="Kies waarom u de inwoner niet vooraf hoort",
    )  # fmt: skip
    uitzondering_omdat = v.LangeTekstVeld(
        label="Leg uit waarom dat hier zo is", rows=3, vraag="Schrijf op waarom dit hier zo is"
    )
