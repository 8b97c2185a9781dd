"""The shape of what is asked on the sociale kaart: a search, a line of it, its end."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Leefgebied
from voorzieningen.models import AlgemeneVoorziening, Kosten

# As a citizen reads it; staff see the same words.
IN_GEWONE_WOORDEN: dict[str, str] = {
    Leefgebied.HUISHOUDEN: "Huishouden",
    Leefgebied.GEZONDHEID: "Gezondheid",
    Leefgebied.MENTAAL: "Hoe het met u gaat",
    Leefgebied.DAGELIJKS: "Voor uzelf zorgen",
    Leefgebied.VERVOER: "Vervoer",
    Leefgebied.WONEN: "Wonen",
    Leefgebied.DAGINVULLING: "Iets te doen overdag",
    Leefgebied.SOCIAAL: "Mensen om u heen",
    Leefgebied.MANTELZORG: "Zorgen voor een ander",
    Leefgebied.GELD: "Geld",
    Leefgebied.OPVOEDEN: "Opvoeden en opgroeien",
    Leefgebied.WERK: "Werk en opleiding",
    Leefgebied.VEILIGHEID: "Veiligheid",
}


class KaartFormulier(Formulier):
    """Words, an area of life, a wijk; what is not on the lists is no choice."""

    zoek = v.TekstVeld(
        label="Zoekwoord", required=False, max_length=100, help_text="Bijvoorbeeld: boodschappen"
    )
    leefgebied = v.KeuzeVeld(label="Waarover gaat het?", widget=forms.Select, required=False)
    wijk = v.KeuzeVeld(label="In welke wijk?", widget=forms.Select, required=False)

    def __init__(self, *args, wijken, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leefgebied"].choices = [("", "Alles"), *Leefgebied.choices]
        self.fields["wijk"].choices = [("", "Overal"), *((w, w) for w in wijken)]
        for veld in self.fields.values():
            veld.zonder_bijschrift = True


class KaartFormulierInwoner(KaartFormulier):
    """The same in the words of citizens."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leefgebied"].choices = [("", "Alles"), *IN_GEWONE_WOORDEN.items()]


class VoorzieningFormulier(Formulier):
    """A line of the kaart; citizens read it too."""

    naam = v.TekstVeld(label="Naam", max_length=120)
    omschrijving = v.LangeTekstVeld(
        label="Wat doen ze?", rows=3, max_length=1000, help_text="Twee of drie korte zinnen. Inwoners lezen dit ook",
        vraag="Schrijf op wat ze doen",
    )  # fmt: skip
    voor_wie = v.TekstVeld(label="Voor wie?", required=False, max_length=300, help_text="Leeg: voor iedereen")
    leefgebieden = v.MeerkeuzeVeld(
        label="Waar helpt dit bij?", choices=Leefgebied.choices, vraag="Kies minstens een leefgebied"
    )
    wijken = v.TekstVeld(label="In welke wijken?", required=False, max_length=400)
    adres = v.TekstVeld(label="Adres", required=False, max_length=200)
    openingstijden = v.TekstVeld(
        label="Wanneer open?", required=False, max_length=300,
        help_text="Bijvoorbeeld: maandag tot en met vrijdag van 9.00 tot 12.00 uur, zonder afspraak",
    )  # fmt: skip
    kosten = v.KeuzeVeld(label="Wat kost het?", choices=Kosten.choices, vraag="Kies wat het kost")
    bedrag = v.BedragVeld(label="Bedrag", required=False, smal="tg-smal")
    kosten_uitleg = v.TekstVeld(
        label="Uitleg bij de kosten", required=False, max_length=200,
        help_text="Bijvoorbeeld: per maaltijd, of: gratis met een pas",
    )  # fmt: skip
    telefoon = v.TelefoonVeld(label="Telefoon", required=False)
    e_mail = v.EmailVeld(label="E-mail", required=False)
    website = v.TekstVeld(label="Website", required=False, max_length=200)
    trefwoorden = v.TekstVeld(
        label="Woorden waarmee mensen dit zoeken", required=False, max_length=300,
        help_text="Bijvoorbeeld: poetsen, schoonmaken, stofzuigen",
    )  # fmt: skip

    def __init__(self, *args, wijken, **kwargs):
        super().__init__(*args, **kwargs)
        bekend = f" Op de kaart staan al: {', '.join(wijken)}" if wijken else ""
        self.fields["wijken"].help_text = f"Met een komma ertussen. Leeg: de hele gemeente.{bekend}"

    def clean_website(self) -> str:
        """With or without https:// in front; nothing else is an address."""
        tekst = self.cleaned_data["website"].strip()
        if not tekst:
            return ""
        try:
            return forms.URLField(assume_scheme="https").clean(tekst)
        except forms.ValidationError as fout:
            raise forms.ValidationError(
                "Deze website klopt niet. Hij ziet eruit als www.voorbeeld.nl"
            ) from fout

    def velden(self) -> dict:
        """As the use-case wants them."""
        gegevens = dict(self.cleaned_data)
        gegevens["wijken"] = [w for w in gegevens["wijken"].split(",") if w.strip()]
        return gegevens

    @staticmethod
    def begin(rij: AlgemeneVoorziening) -> dict:
        """The values of a line that stands there."""
        velden = VoorzieningFormulier.base_fields
        return {naam: getattr(rij, naam) for naam in velden} | {"wijken": ", ".join(rij.wijken)}


class KaartBeeindigFormulier(Formulier):
    beeindigd_op = v.DatumVeld(label="Vanaf welke dag is het er niet meer?", vraag="Vul de dag in")
    omdat = v.TekstVeld(label="Waarom stopt het?", max_length=200, vraag="Schrijf op waarom het stopt")
