"""The shape of a besluit, a remark, a return and a sending date."""

from django import forms

from beschikkingen.models import Besluit, Uitkomst
from toegang import velden as v
from toegang.formulier import Formulier
from wijkteams.regels import TREDEN

ONDERDELEN = (
    ("algemeen", "Het hele besluit"),
    ("eigen kracht", "Uzelf"),
    ("huisgenoten", "Huisgenoten"),
    ("mantelzorg", "Mantelzorg"),
    ("netwerk", "Familie, vrienden en buren"),
    ("wijk", "Hulp in de wijk"),
    ("andere wet", "Andere wetten"),
    ("omvang", "Omvang en wat overblijft"),
    ("regels", "Regels en artikelen"),
)


def redenveld(pk) -> str:
    """The field of one rung's text."""
    return f"reden_{pk}"


class BesluitFormulier(Formulier):
    uitkomst = v.KeuzeVeld(
        label="Wat besluiten wij?", choices=Uitkomst.choices, vraag="Kies wat wij besluiten"
    )
    wat_kunt_u_niet = v.LangeTekstVeld(
        label="Wat kan de inwoner niet?", required=False, rows=4,
        help_text="Schrijf in de u-vorm. Noem anderen alleen als het nodig is.",
    )  # fmt: skip
    blijft_over = v.LangeTekstVeld(
        label="Wat blijft over, en hoe komt u aan de omvang?", required=False, rows=4,
        help_text="Noem het normenkader en wat eraf of erbij gaat.",
    )  # fmt: skip
    wat_gebeurt_nu = v.LangeTekstVeld(label="Wat gebeurt er nu?", required=False, rows=3)
    wat_kan_wel = v.LangeTekstVeld(
        label="Wat kan wel?", required=False, rows=3, help_text="Bij een afwijzing of een deel."
    )
    zienswijze = v.LangeTekstVeld(
        label="Wat zei de inwoner voordat wij besloten, en wat vinden wij daarvan?", required=False, rows=3,
        help_text="Nodig bij een afwijzing of een deel (Awb 4:7).",
    )  # fmt: skip
    bijdrage_besproken = v.VinkVeld(label="De eigen bijdrage is besproken", required=False)
    regels = v.TekstVeld(
        label="Artikelen van de verordening en beleidsregels", required=False, max_length=300,
        help_text="Zet een puntkomma tussen twee regels. Bijvoorbeeld: Verordening Wmo, artikel 8; normenkader.",
    )  # fmt: skip

    def __init__(self, *args, besluit: Besluit, redenen, **kwargs):
        kwargs.setdefault("initial", {n: getattr(besluit, n) for n in self.base_fields})
        super().__init__(*args, **kwargs)
        self.redenvelden = []
        for reden in redenen:
            naam = redenveld(reden.pk)
            label = f"Reden in de brief: trede {reden.trede}, {TREDEN[reden.trede]}"
            veld = v.LangeTekstVeld(label=label, required=False, rows=3)
            self.fields[naam] = veld
            self.initial.setdefault(naam, reden.tekst)
            self._zinnen(naam, veld)
            self.redenvelden.append((naam, reden))

    @property
    def tekstvelden(self) -> tuple[str, ...]:
        """What two people may write at the same time."""
        vast = (
            "uitkomst",
            "wat_kunt_u_niet",
            "blijft_over",
            "wat_gebeurt_nu",
            "wat_kan_wel",
            "zienswijze",
            "regels",
        )
        return (*vast, *(naam for naam, _ in self.redenvelden))

    def velden(self) -> dict:
        """As the use-case wants them."""
        gegevens = {n: self.cleaned_data[n] for n in self.base_fields}
        return gegevens | {"redenen": {r.pk: self.cleaned_data[naam] for naam, r in self.redenvelden}}


class OpmerkingFormulier(Formulier):
    onderdeel = v.KeuzeVeld(label="Waarover?", choices=ONDERDELEN, widget=forms.Select, vraag="Kies waarover")
    tekst = v.LangeTekstVeld(label="Opmerking", rows=3, vraag="Schrijf op wat er anders moet")


class TerugstuurFormulier(Formulier):
    onderdeel = v.KeuzeVeld(label="Waarover?", choices=ONDERDELEN, widget=forms.Select, vraag="Kies waarover")
    reden = v.LangeTekstVeld(label="Wat moet er anders?", rows=4, vraag="Schrijf op wat er anders moet")


class VerzendFormulier(Formulier):
    verzenddatum = v.DatumVeld(
        label="Op welke dag gaat de brief weg?", vraag="Vul de verzenddatum in",
        help_text="Deze dag staat in de brief. De laatste dag om bezwaar te maken volgt eruit.",
    )  # fmt: skip

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["verzenddatum"].niet_voor = vandaag
