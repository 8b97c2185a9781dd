"""The shape of a product, and of the search in the list of them."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Leefgebied
from toegang.rechten import Wet
from voorzieningen.codelijst import CATEGORIEEN
from voorzieningen.contractformulieren import LAATSTE_DAG
from voorzieningen.models import Eenheid, Frequentie, Product

WETTEN = [(str(wet), Wet(wet).label) for wet in CATEGORIEEN]
BETALEN: dict[str, str] = {
    Product.Bekostiging.INSPANNING.value: "Voor elk uur of stuk (p x q)",
    Product.Bekostiging.PRESTATIE.value: "Voor het resultaat (prestatie)",
    Product.Bekostiging.TAAK.value: "Eén bedrag voor de taak (taakgericht)",
}


def _select(**anders):
    return v.KeuzeVeld(widget=forms.Select, **anders)


class ProductFormulier(Formulier):
    naam = v.TekstVeld(label="Naam", max_length=120, vraag="Vul de naam in")
    briefnaam = v.TekstVeld(
        label="Naam in een brief", max_length=120, vraag="Vul in hoe de hulp in een brief heet",
        help_text="Past in: U krijgt … Bijvoorbeeld: hulp in het huishouden",
    )  # fmt: skip
    wat = v.TekstVeld(
        label="Wat levert de hulp op?", max_length=300, required=False,
        help_text="Voor de brief, in de u-vorm. Bijvoorbeeld: een schoon en leefbaar huis",
    )  # fmt: skip
    wet = v.KeuzeVeld(label="Welke wet?", choices=WETTEN, vraag="Kies de wet")
    categorie = _select(
        label="Categorie", vraag="Kies de categorie", help_text="De landelijke lijst van iWmo en iJw.",
        choices=[
            (Wet(wet).label, [(code, f"{code} {label}") for code, label in lijst.items()])
            for wet, lijst in CATEGORIEEN.items()
        ],
    )  # fmt: skip
    code = v.TekstVeld(
        label="Productcode", max_length=10, smal="tg-kort", vraag="Vul de productcode in",
        help_text="Begint met de categorie. Bijvoorbeeld 02A05",
    )  # fmt: skip
    leefgebied = _select(
        label="Voor welk leefgebied?", choices=Leefgebied.choices, vraag="Kies het leefgebied"
    )
    eenheid = _select(label="Eenheid", choices=Eenheid.choices, vraag="Kies een eenheid")
    frequentie = _select(label="Hoe vaak?", choices=Frequentie.choices, vraag="Kies hoe vaak")
    bekostiging = v.KeuzeVeld(
        label="Hoe betaalt de gemeente de aanbieder?", vraag="Kies hoe de gemeente betaalt",
        choices=list(BETALEN.items()),
    )  # fmt: skip
    eigen_bijdrage = v.JaNeeVeld(
        label="Betaalt de inwoner een eigen bijdrage?", vraag="Kies of de inwoner een eigen bijdrage betaalt"
    )
    ergotherapie_vooraf = v.JaNeeVeld(
        label="Is eerst advies van een ergotherapeut nodig?",
        vraag="Kies of eerst advies van een ergotherapeut nodig is",
    )
    vanaf_op = v.DatumVeld(label="Eerste dag", vraag="Vul de eerste dag in")
    laatste_dag = v.DatumVeld(
        label=LAATSTE_DAG, required=False,
        help_text="Laat leeg als er geen einde is. Na deze dag begint er geen nieuwe hulp. Wat loopt, gaat door.",
    )  # fmt: skip


class ProductZoeken(Formulier):
    """GET: which of them stand in the list."""

    zoek = v.TekstVeld(label="Naam of code", required=False, max_length=60)
    wet = v.KeuzeVeld(label="Wet", choices=[("", "Alle"), *WETTEN], required=False)
    ook_voorbij = v.VinkVeld(label="Ook wat niet meer geldt")
