"""The forms of a bezwaar, a beroep and a notice of default."""

from django import forms

from beschikkingen.models import Beroep, Bezwaar
from beschikkingen.soorten import UITKOMSTEN_BIJ, Aanleiding
from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Intrekwijze, Kanaal


class BezwaarFormulier(Formulier):
    kanaal = v.KeuzeVeld(
        label="Hoe kwam het bezwaar binnen?", choices=Kanaal.choices, widget=forms.Select,
        vraag="Kies hoe het bezwaar binnenkwam",
    )  # fmt: skip
    ontvangen_op = v.DatumVeld(label="Ontvangen op", help_text="De dag waarop het bij de gemeente kwam")
    gepost_op = v.DatumVeld(
        label="Datum van het poststempel", required=False, help_text="Alleen bij een brief per post"
    )
    indiener = v.TekstVeld(
        label="Wie maakt bezwaar, als het niet de inwoner zelf is?",
        required=False,
        help_text="Naam, en in welke rol",
    )
    gronden = v.LangeTekstVeld(
        label="Waarom is de inwoner het er niet mee eens?", required=False, rows=5,
        help_text="In de eigen woorden. Ontbreekt het? Dan vraagt de jurist erom (Awb 6:6).",
    )  # fmt: skip

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].niet_na = vandaag


class VerschoonbaarFormulier(Formulier):
    verschoonbaar = v.JaNeeVeld(
        label="Kon de inwoner er niets aan doen dat het te laat was?", vraag="Kies ja of nee"
    )
    verschoonbaar_omdat = v.LangeTekstVeld(label="Waarom?", rows=3, vraag="Schrijf op waarom")


class HerstelFormulier(Formulier):
    reden = v.LangeTekstVeld(
        label="Wat mist er?",
        rows=4,
        vraag="Schrijf op wat er mist",
        help_text="Zet elk stuk op een eigen regel.",
    )
    uiterlijk_op = v.DatumVeld(label="Uiterlijk op", vraag="Vul in tot wanneer de inwoner kan aanvullen")


class VerdaagFormulier(Formulier):
    reden = v.LangeTekstVeld(
        label="Waarom duurt het langer?", rows=3, vraag="Schrijf op waarom het langer duurt"
    )
    nieuwe_datum = v.DatumVeld(
        label="Nieuwe laatste dag", help_text="Hoogstens zes weken later (Awb 7:10 lid 3)"
    )


class HoorzittingFormulier(Formulier):
    dag = v.DatumVeld(label="Op welke dag?", vraag="Vul de dag in")
    tijd = v.TijdVeld(label="Hoe laat?", vraag="Vul de tijd in", help_text="Bijvoorbeeld 14.30")
    plaats = v.TekstVeld(label="Waar?", vraag="Schrijf op waar het is")


class HorenFormulier(Formulier):
    gehoord_op = v.DatumVeld(label="Op welke dag?", vraag="Vul de dag in")
    aanwezigen = v.TekstVeld(label="Wie waren erbij?", vraag="Schrijf op wie erbij waren")
    hoorverslag = v.LangeTekstVeld(label="Verslag", rows=8, vraag="Schrijf het verslag van het horen op")


class NietHorenFormulier(Formulier):
    niet_horen = v.KeuzeVeld(
        label="Waarom hoort u niet?", choices=Bezwaar.NietHoren.choices, vraag="Kies waarom u niet hoort",
        help_text="Awb 7:3",
    )  # fmt: skip
    niet_horen_omdat = v.LangeTekstVeld(
        label="Leg het uit, zoals het in de brief komt",
        rows=3,
        vraag="Schrijf op waarom. Dit komt in de brief.",
    )


class AdviesFormulier(Formulier):
    advies_op = v.DatumVeld(label="Datum van het advies", vraag="Vul de datum in")
    advies = v.LangeTekstVeld(label="Wat adviseert de commissie?", rows=6, vraag="Schrijf het advies op")


class InbrengFormulier(Formulier):
    inbreng = v.LangeTekstVeld(
        label="Wat zijn de feiten?", rows=6, vraag="Schrijf op wat de jurist moet weten",
        help_text="Wat is onderzocht, wat zei de inwoner, wat is er veranderd? De jurist beslist niet met u.",
    )  # fmt: skip


class BezwaarIntrekFormulier(Formulier):
    ingetrokken_op = v.DatumVeld(label="Op welke dag?", vraag="Vul de dag in")
    ingetrokken_hoe = v.KeuzeVeld(label="Hoe?", choices=Intrekwijze.choices, vraag="Kies hoe")


class BezwaarbesluitFormulier(Formulier):
    uitkomst = v.KeuzeVeld(
        label="Wat denkt u te beslissen?", choices=[(u.value, u.label) for u in UITKOMSTEN_BIJ[Aanleiding.BEZWAAR]],
        vraag="Kies wat u denkt te beslissen", help_text="In het concept kunt u dit nog veranderen.",
    )  # fmt: skip


class LeegFormulier(Formulier):
    """Only a button."""


class BeroepFormulier(Formulier):
    soort = v.KeuzeVeld(label="Wat stelde de inwoner in?", choices=Beroep.Soort.choices, vraag="Kies wat")
    ingesteld_op = v.DatumVeld(label="Op welke dag?", vraag="Vul de dag in")
    kenmerk_rechtbank = v.TekstVeld(
        label="Zaaknummer van de rechtbank", max_length=60, vraag="Vul het zaaknummer in"
    )


class UitspraakFormulier(Formulier):
    uitspraak_op = v.DatumVeld(label="Datum van de uitspraak", vraag="Vul de datum in")
    uitspraak = v.KeuzeVeld(
        label="Wat zei de rechter?", choices=Beroep.Uitspraak.choices, vraag="Kies de uitspraak"
    )
    wat_nu = v.LangeTekstVeld(label="Wat moeten wij doen?", required=False, rows=3)


class IngebrekestellingFormulier(Formulier):
    waarover = v.KeuzeVeld(label="Waarover gaat het?", vraag="Kies waarover het gaat")
    ontvangen_op = v.DatumVeld(label="Ontvangen op", vraag="Vul de dag in waarop zij kwam")
    schriftelijk = v.JaNeeVeld(
        label="Is het op papier, per e-mail of via het formulier?", vraag="Kies ja of nee"
    )

    def __init__(self, *args, keuzes, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["waarover"].choices = keuzes
        self.fields["ontvangen_op"].niet_na = vandaag

    def velden(self) -> dict:
        g = dict(self.cleaned_data)
        soort, _, pk = g.pop("waarover").partition(":")
        return g | {f"{soort}_id": pk}
