"""The shape of a besluit, a remark, a return and a sending date."""

from django import forms

from beschikkingen.herhaling import eerdere_afwijzing
from beschikkingen.models import Besluit, Besluitregel, Uitkomst
from beschikkingen.soorten import GEVOLGEN_TE_KIEZEN, UITKOMSTEN_BIJ, Aanleiding, Gevolg, Herzieningsgrond
from beschikkingen.toetsonderdelen import ALLE, onderdelen_van
from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.forms import OmvangVeld
from wijkteams.regels import TREDEN

# Which fields each occasion shows, in the order of the page; the rungs and the lines of help come with it.
VELDEN_BIJ: dict[Aanleiding, tuple[str, ...]] = {
    Aanleiding.AANVRAAG: (
        "uitkomst", "verwijst", "wat_kunt_u_niet", "blijft_over", "motivering", "wat_gebeurt_nu", "wat_kan_wel",
        "zienswijze", "bijdrage_besproken", "regels",
    ),
    Aanleiding.HERONDERZOEK: (
        "uitkomst", "grond", "werking_op", "wat_kunt_u_niet", "blijft_over", "motivering", "wat_gebeurt_nu",
        "wat_kan_wel", "zienswijze", "bijdrage_besproken", "regels",
    ),
    Aanleiding.AMBTSHALVE: (
        "uitkomst", "grond", "werking_op", "bedrag", "opzet", "motivering", "wat_gebeurt_nu", "wat_kan_wel",
        "zienswijze", "regels",
    ),
    Aanleiding.UITSPRAAK: (
        "uitkomst", "grond", "werking_op", "motivering", "wat_gebeurt_nu", "wat_kan_wel", "zienswijze", "regels",
    ),
    Aanleiding.BEZWAAR: ("uitkomst", "werking_op", "motivering", "wat_gebeurt_nu", "wat_kan_wel", "regels"),
    Aanleiding.SPOED: ("motivering", "wat_gebeurt_nu", "regels"),
    Aanleiding.INGEBREKESTELLING: ("motivering", "wat_gebeurt_nu", "regels"),
}  # fmt: skip
TEKSTEN = (
    "wat_kunt_u_niet", "blijft_over", "motivering", "wat_gebeurt_nu", "wat_kan_wel", "zienswijze", "opzet", "regels",
)  # fmt: skip


def regelveld(pk, naam: str) -> str:
    """A field of one line of help."""
    return f"regel_{pk}_{naam}"


def redenveld(pk) -> str:
    """The field of one rung's text."""
    return f"reden_{pk}"


class BesluitFormulier(Formulier):
    uitkomst = v.KeuzeVeld(
        label="Wat besluiten wij?", choices=Uitkomst.choices, vraag="Kies wat wij besluiten"
    )
    verwijst = v.VinkVeld(
        label="Wijs af met een verwijzing naar het eerdere besluit", required=False,
        help_text="De inwoner vroeg dit eerder en noemt niets nieuws (Awb 4:6 lid 2).",
    )  # fmt: skip
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
    motivering = v.LangeTekstVeld(
        label="Waarom besluiten wij dit?", required=False, rows=4,
        help_text="Bij een deel: wat de inwoner niet krijgt, en waarom. Schrijf in de u-vorm.",
    )  # fmt: skip
    grond = v.KeuzeVeld(
        label="Op welke grond?",
        choices=Herzieningsgrond.choices,
        required=False,
        help_text="Wmo 2015 artikel 2.3.10",
    )
    werking_op = v.DatumVeld(label="Vanaf welke dag werkt het besluit?", required=False)
    bedrag = v.BedragVeld(label="Hoeveel moet terug?", required=False)
    opzet = v.LangeTekstVeld(
        label="Waaruit blijkt dat het opzet was?", required=False, rows=3, help_text="Wmo 2015 artikel 2.4.1"
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
        aanleiding = Aanleiding(besluit.aanleiding)
        kwargs.setdefault("initial", {n: getattr(besluit, n) for n in VELDEN_BIJ[aanleiding]})
        super().__init__(*args, **kwargs)
        self.fields = {n: self.fields[n] for n in VELDEN_BIJ[aanleiding]}
        if not besluit.verwijst and eerdere_afwijzing(besluit) is None:
            self.fields.pop("verwijst", None)
        self.uitkomsten, self.alsnog = UITKOMSTEN_BIJ[aanleiding], besluit.geeft_alsnog
        if "uitkomst" in self.fields:
            self.fields["uitkomst"].choices = [(u.value, u.label) for u in self.uitkomsten]
        self.redenvelden = []
        for reden in redenen:
            naam = redenveld(reden.pk)
            label = f"Reden in de brief: trede {reden.trede}, {TREDEN[reden.trede]}"
            veld = v.LangeTekstVeld(label=label, required=False, rows=3)
            self.fields[naam] = veld
            self.initial.setdefault(naam, reden.tekst)
            self._zinnen(naam, veld)
            self.redenvelden.append((naam, reden))
        self.hulp = [(r, self._regel(r)) for r in besluit.geldende_regels()] if self._gevolgen() else []

    def _gevolgen(self) -> list[Gevolg]:
        """What can be chosen for a line, under any outcome of this occasion."""
        alle = dict.fromkeys(g for u in self.uitkomsten for g in GEVOLGEN_TE_KIEZEN.get(u, ()))
        if not self.alsnog and Gevolg.WIJZIGEN in alle:  # what runs is not granted again
            alle.pop(Gevolg.TOEKENNEN, None)
        return list(alle)

    def _regel(self, regel: Besluitregel) -> list[str]:
        gevolgen = self._gevolgen()
        keuzes = [(g.value, g.label) for g in gevolgen]
        if regel.gevolg not in gevolgen:
            keuzes.append((regel.gevolg, Gevolg(regel.gevolg).label))
        velden = {
            "gevolg": v.KeuzeVeld(label="Wat gebeurt er met deze hulp?", choices=keuzes, required=False),
            "reden": v.LangeTekstVeld(
                label="Waarom?", required=False, rows=2, help_text="Zoals het in de brief komt, in de u-vorm."
            ),
        }
        if Gevolg.WIJZIGEN in gevolgen:
            velden["nieuw_volume"] = OmvangVeld(
                label="Nieuwe omvang", required=False, help_text="Bijvoorbeeld 150"
            )
            velden["nieuwe_einddatum"] = v.DatumVeld(label="Nieuwe einddatum", required=False)
        namen = []
        for naam, veld in velden.items():
            eigen = regelveld(regel.pk, naam)
            self.fields[eigen] = veld
            self.initial.setdefault(eigen, getattr(regel, naam))
            self._zinnen(eigen, veld)
            namen.append(eigen)
        return namen

    @property
    def hulpvelden(self) -> list[tuple[Besluitregel, list]]:
        """Each line with its bound fields, for the page."""
        return [(regel, [self[naam] for naam in namen]) for regel, namen in self.hulp]

    @property
    def tekstvelden(self) -> tuple[str, ...]:
        """What two people may write at the same time."""
        vast = tuple(n for n in ("uitkomst", *TEKSTEN) if n in self.fields)
        return (*vast, *(naam for naam, _ in self.redenvelden))

    def velden(self) -> dict:
        """As the use-case wants them."""
        gegevens = {n: self.cleaned_data[n] for n in self.base_fields if n in self.fields}
        hulp = {
            regel.pk: {naam.rsplit(f"{regel.pk}_", 1)[1]: self.cleaned_data[naam] for naam in namen}
            for regel, namen in self.hulp
        }
        redenen = {r.pk: self.cleaned_data[naam] for naam, r in self.redenvelden}
        return gegevens | {"redenen": redenen, "hulp": hulp}


class OnderdeelFormulier(Formulier):
    """About a part of the besluit; `besluit`: only the parts that it has."""

    onderdeel = v.KeuzeVeld(label="Waarover?", choices=ALLE, widget=forms.Select, vraag="Kies waarover")

    def __init__(self, *args, besluit: Besluit | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if besluit is not None:
            self.fields["onderdeel"].choices = onderdelen_van(besluit)


class OpmerkingFormulier(OnderdeelFormulier):
    tekst = v.LangeTekstVeld(label="Opmerking", rows=3, vraag="Schrijf op wat er anders moet")


class TerugstuurFormulier(OnderdeelFormulier):
    reden = v.LangeTekstVeld(label="Wat moet er anders?", rows=4, vraag="Schrijf op wat er anders moet")


class VerzendFormulier(Formulier):
    verzenddatum = v.DatumVeld(
        label="Op welke dag gaat de brief weg?", vraag="Vul de verzenddatum in",
        help_text="Deze dag staat in de brief. De laatste dag om bezwaar te maken volgt eruit.",
    )  # fmt: skip

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["verzenddatum"].niet_voor = vandaag
