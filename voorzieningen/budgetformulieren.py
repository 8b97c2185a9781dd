"""The shape of the plan for a pgb, and of the verdict on its three conditions."""

from functools import partial

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.budgetregels import artikel, voorwaarden
from voorzieningen.forms import OmvangVeld
from voorzieningen.models import Beheerder, Budgetplanregel, Eenheid, Frequentie, Product, Weigergrond

REGELS = 5
VRAGEN = {
    "wat": "Vul in welke hulp het is",
    "van_wie": "Vul in van wie de hulp komt",
    "soort": "Kies of dit een professional is",
    "volume": "Vul in hoeveel hulp",
    "eenheid": "Kies een eenheid",
    "frequentie": "Kies hoe vaak",
    "tarief": "Vul het tarief in",
}
PER = [(e.value, e.label) for e in Eenheid if e != Eenheid.EURO]

UIT_HET_VOORSTEL = {
    "beheer_reden": "pgb_beheerder", "wens_reden": "pgb_motivering", "kwaliteit_reden": "pgb_kwaliteit",
}  # fmt: skip


def _regelvelden(verplicht: bool) -> dict[str, forms.Field]:
    """The fields of one line; a plan holds at least one kind of help."""
    soorten = Budgetplanregel.Soort.choices
    velden = {
        "wat": partial(v.TekstVeld, label="Welke hulp?", max_length=200),
        "van_wie": partial(v.TekstVeld, label="Van wie?", max_length=200),
        "soort": partial(v.KeuzeVeld, label="Wie is dat?", choices=soorten, widget=forms.Select),
        "volume": partial(OmvangVeld, label="Hoeveel?", help_text="Bijvoorbeeld 3,5"),
        "eenheid": partial(v.KeuzeVeld, label="Eenheid", choices=PER, widget=forms.Select),
        "frequentie": partial(
            v.KeuzeVeld, label="Hoe vaak?", choices=Frequentie.choices, widget=forms.Select
        ),
        "tarief": partial(v.BedragVeld, label="Tarief per eenheid", help_text="Bijvoorbeeld 25,50"),
    }
    return {naam: maak(required=verplicht, vraag=VRAGEN[naam]) for naam, maak in velden.items()}


class BudgetplanFormulier(Formulier):
    product = v.ObjectVeld(
        label="Voor welke hulp is het pgb?",
        queryset=Product.objects.none(),
        vraag="Kies voor welke hulp het pgb is",
    )
    ontvangen_op = v.DatumVeld(
        label="Wanneer kwam het budgetplan binnen?", vraag="Vul in wanneer het plan kwam"
    )
    motivering = v.LangeTekstVeld(
        label="Waarom wil de inwoner een pgb?", rows=3, vraag="Schrijf op waarom de inwoner een pgb wil",
        help_text="In de woorden van de inwoner.",
    )  # fmt: skip
    beheerder = v.KeuzeVeld(
        label="Wie beheert het pgb?", choices=Beheerder.choices, vraag="Kies wie het pgb beheert"
    )
    beheerder_naam = v.TekstVeld(
        label="Naam van wie het pgb beheert",
        required=False,
        help_text="Niet nodig als de inwoner het zelf doet.",
    )
    bestand = v.BestandVeld(label="Scan of foto van het budgetplan", required=False)

    def __init__(self, *args, zaak, op, plan=None, **kwargs):
        regels = [r for r in plan.regels.order_by("volgorde") if not r.vervallen] if plan else []
        if plan:
            namen = ("ontvangen_op", "motivering", "beheerder", "beheerder_naam")
            kwargs.setdefault("initial", {n: getattr(plan, n) for n in namen})
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].niet_na = op
        if plan:
            del self.fields["product"]
        else:
            producten = Product.objects.op(op).filter(wet=zaak.wet).order_by("naam", "pk")
            self.fields["product"].queryset = producten
        for nr in range(REGELS):
            for naam, veld in _regelvelden(nr == 0).items():
                eigen = f"regel_{nr}_{naam}"
                self.fields[eigen] = veld
                if nr < len(regels):
                    self.initial.setdefault(eigen, getattr(regels[nr], naam))
                self._zinnen(eigen, veld)

    def regels(self):
        """Each line with its bound fields, for the page; what is empty and not the next one can stay closed."""
        for nr in range(REGELS):
            velden = [self[f"regel_{nr}_{naam}"] for naam in VRAGEN]
            yield nr + 1, velden, nr == 0 or any(f.errors or f.value() for f in velden)

    def clean(self):
        for nr in range(REGELS):
            waarden = self._regel(nr)
            if nr and any(waarden.values()):
                for naam, vraag in VRAGEN.items():
                    eigen = f"regel_{nr}_{naam}"
                    if waarden[naam] in (None, "") and eigen not in self.errors:
                        self.add_error(eigen, vraag)
        return self.cleaned_data

    def _regel(self, nr: int) -> dict:
        return {naam: self.cleaned_data.get(f"regel_{nr}_{naam}") for naam in VRAGEN}

    def velden(self) -> dict:
        """As the use-case wants them."""
        namen = ("ontvangen_op", "motivering", "beheerder", "beheerder_naam")
        gegevens = {n: self.cleaned_data[n] for n in namen}
        product = self.cleaned_data.get("product")
        hulp = [regel for nr in range(REGELS) if any((regel := self._regel(nr)).values())]
        return gegevens | {
            "product_id": product.pk if product else None,
            "bestand": self.cleaned_data["bestand"] or None,
            "hulp": hulp,
        }


class OordeelFormulier(Formulier):
    """The three conditions of the law of this zaak, each met or not, and why."""

    weigergrond = v.KeuzeVeld(
        label="Is er een andere reden om het pgb te weigeren?", required=False,
        choices=[("", "Nee"), *Weigergrond.choices],
    )  # fmt: skip
    weigerreden = v.LangeTekstVeld(
        label="Zo ja, waarom?", required=False, rows=3, help_text="Zoals het in de brief komt, in de u-vorm."
    )

    def __init__(self, *args, plan, wet, voorgesteld=None, **kwargs):
        """`voorgesteld`: the pgb as it was proposed, whose texts are the first words of the reasons."""
        drie = voorwaarden(wet)
        namen = [n for voorwaarde in drie for n in (voorwaarde.voldaan, voorwaarde.reden)]
        begin = {n: getattr(plan, n) for n in (*namen, "weigergrond", "weigerreden")}
        for naam, bron in UIT_HET_VOORSTEL.items() if voorgesteld else ():
            begin[naam] = begin[naam] or getattr(voorgesteld, bron)
        kwargs.setdefault("initial", begin)
        super().__init__(*args, **kwargs)
        self.drie = drie
        for w in drie:
            vraag = f"{w.vraag} ({artikel(wet, w.letter)})"
            self.fields[w.voldaan] = v.JaNeeVeld(
                label=vraag, vraag=f"Kies ja of nee bij voorwaarde {w.letter}"
            )
            self.fields[w.reden] = v.LangeTekstVeld(
                label=f"Waarom? (voorwaarde {w.letter})", rows=3,
                vraag=f"Schrijf op waarom bij voorwaarde {w.letter}",
                help_text="Zoals het in de brief komt, in de u-vorm.",
            )  # fmt: skip
        self.order_fields([*namen, "weigergrond", "weigerreden"])
        for naam, veld in self.fields.items():
            self._zinnen(naam, veld)

    def oordeel(self) -> dict:
        """As the use-case wants it."""
        c = self.cleaned_data
        return {
            "oordelen": {w.naam: c[w.voldaan] for w in self.drie},
            "redenen": {w.naam: c[w.reden] for w in self.drie},
            "weigergrond": c["weigergrond"], "weigerreden": c["weigerreden"],
        }  # fmt: skip
