"""The shape of a referral or order, of its extension, and of a provider's request with its answer."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.aanbiederkeuze import keuzes_in
from voorzieningen.forms import OmvangVeld
from voorzieningen.models import (
    Aanbieder,
    Eenheid,
    Frequentie,
    Grondslag,
    Indicatie,
    Product,
    Toewijzingsverzoek,
    Verwijzer,
)
from voorzieningen.opdrachtregels import Document

DOCUMENTVELDEN = ("verwijzer", "naam", "agb", "gedateerd_op", "kenmerk", "ontvangen_op")
BEKEND = (Grondslag.VERWIJZING, Grondslag.BEPALING)


class DocumentFormulier(Formulier):
    """What stands on the paper."""

    verwijzer = v.KeuzeVeld(
        label="Van wie is het document?", choices=Verwijzer.choices, widget=forms.Select,
        vraag="Kies van wie het document is",
    )  # fmt: skip
    naam = v.TekstVeld(
        label="Naam van de verwijzer of instelling",
        required=False,
        help_text="De naam of de AGB-code is genoeg.",
    )
    agb = v.TekstVeld(
        label="AGB-code van de verwijzer", required=False, smal="tg-kort", help_text="8 cijfers."
    )
    gedateerd_op = v.DatumVeld(label="Datum op het document", vraag="Vul de datum op het document in")
    kenmerk = v.TekstVeld(
        label="Kenmerk of zaaknummer op het document",
        required=False,
        help_text="Bij een bepaling is dit nodig.",
    )
    ontvangen_op = v.DatumVeld(label="Ontvangen op", vraag="Vul in wanneer het document kwam")

    def document(self) -> Document:
        """As the use-case wants it."""
        return Document(**{naam: self.cleaned_data[naam] for naam in DOCUMENTVELDEN})


class OpdrachtFormulier(DocumentFormulier):
    grondslag = v.KeuzeVeld(
        label="Waarop berust de hulp?",
        choices=[(g.value, g.label) for g in BEKEND],
        vraag="Kies waarop de hulp berust",
    )
    product = v.ObjectVeld(
        label="Welke hulp?", queryset=Product.objects.none(), vraag="Kies welke hulp het is"
    )
    aanbieder = v.ObjectVeld(
        label="Aanbieder", queryset=Aanbieder.objects.none(), vraag="Kies wie de hulp geeft",
        help_text="Hier staan de aanbieders met een contract, en wat zij over wachten zeiden.",
    )  # fmt: skip
    volume = OmvangVeld(
        label="Hoeveel?", required=False, help_text="Laat leeg als de hulp taakgericht is. Bijvoorbeeld 3,5"
    )
    eenheid = v.KeuzeVeld(label="Eenheid", choices=Eenheid.choices, widget=forms.Select, required=False)
    frequentie = v.KeuzeVeld(
        label="Hoe vaak?", choices=Frequentie.choices, widget=forms.Select, required=False
    )
    ingangsdatum = v.DatumVeld(label="Vanaf", vraag="Vul de begindatum in")
    einddatum = v.DatumVeld(label="Tot en met", vraag="Vul de einddatum in. Hulp heeft altijd een einddatum")

    def __init__(self, *args, zaak, op, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.op(op).filter(wet=zaak.wet).order_by("naam", "pk")
        self.fields["aanbieder"].queryset = Aanbieder.objects.order_by("naam", "pk")
        keuzes_in(self, zaak.wet, op)

    def velden(self) -> dict:
        """As the use-case wants them."""
        g = self.cleaned_data
        return {
            "grondslag": g["grondslag"], "document": self.document(), "product_id": g["product"].pk,
            "aanbieder_id": g["aanbieder"].pk, "volume": g["volume"] or None, "eenheid": g["eenheid"],
            "frequentie": g["frequentie"], "ingangsdatum": g["ingangsdatum"], "einddatum": g["einddatum"],
        }  # fmt: skip


class VerlengFormulier(DocumentFormulier):
    einddatum = v.DatumVeld(label="Nieuwe laatste dag", vraag="Vul de nieuwe laatste dag in")


class VerzoekFormulier(Formulier):
    aanbieder = v.ObjectVeld(
        label="Welke aanbieder vraagt het?", queryset=Aanbieder.objects.none(), vraag="Kies de aanbieder"
    )
    product = v.ObjectVeld(
        label="Voor welke hulp?", queryset=Product.objects.none(), vraag="Kies voor welke hulp"
    )
    weg = v.KeuzeVeld(
        label="Hoe kwam het verzoek?",
        choices=Toewijzingsverzoek.Weg.choices,
        vraag="Kies hoe het verzoek kwam",
    )
    ontvangen_op = v.DatumVeld(label="Ontvangen op", vraag="Vul in wanneer het verzoek kwam")
    gewenst_vanaf_op = v.DatumVeld(label="Vanaf wanneer vraagt de aanbieder hulp?", vraag="Vul de dag in")
    omvang = v.TekstVeld(
        label="Hoeveel vraagt de aanbieder?",
        required=False,
        help_text="Zoals het er staat. Bijvoorbeeld 3 uur per week.",
    )
    referentie = v.TekstVeld(label="Referentie van de aanbieder", required=False)
    toelichting = v.LangeTekstVeld(label="Toelichting van de aanbieder", required=False, rows=3)

    def __init__(self, *args, zaak, op, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.op(op).filter(wet=zaak.wet).order_by("naam", "pk")
        self.fields["aanbieder"].queryset = Aanbieder.objects.order_by("naam", "pk")

    def velden(self) -> dict:
        """As the use-case wants them."""
        gegevens = dict(self.cleaned_data)
        product, aanbieder = gegevens.pop("product"), gegevens.pop("aanbieder")
        return gegevens | {"product_id": product.pk, "aanbieder_id": aanbieder.pk}


class ToekenFormulier(Formulier):
    """Granted: which help it rests on."""

    indicatie = v.ObjectVeld(
        label="Op welke hulp berust de toewijzing?", queryset=Indicatie.objects.none(), vraag="Kies de hulp"
    )

    def __init__(self, *args, indicaties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicatie"].queryset = indicaties
        self.fields["indicatie"].label_from_instance = _hulp


def _hulp(indicatie: Indicatie) -> str:
    from voorzieningen.regels import omvang_in_woorden

    omvang = omvang_in_woorden(indicatie.volume, indicatie.eenheid, indicatie.frequentie)
    return f"{indicatie.product.naam}, {omvang}, vanaf {indicatie.ingangsdatum:%d-%m-%Y}"


class AfwijsFormulier(Formulier):
    reden = v.TekstVeld(
        label="Waarom wijst u het verzoek af?", vraag="Schrijf op waarom u het verzoek afwijst",
        help_text="De aanbieder leest dit. Schrijf alleen wat de aanbieder moet weten.",
    )  # fmt: skip


class OnderzoekFormulier(Formulier):
    """A button: no fields."""
