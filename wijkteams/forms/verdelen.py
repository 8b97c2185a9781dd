"""Who gets a zaak and for how long: distributing, opschalen, absence."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from wijkteams.models import Opschaling, Wachtplek


class ToewijzenFormulier(Formulier):
    """Who becomes regisseur, and why; the first of the list is the proposal."""

    regisseur = v.KeuzeVeld(label="Wie wordt de regisseur?", vraag="Kies wie de regisseur wordt")
    reden = v.TekstVeld(
        label="Waarom deze collega?", required=False, max_length=200,
        help_text="Kiest u het voorstel? Dan hoeft dit niet.",
    )  # fmt: skip

    def __init__(self, *args, kandidaten=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.voorstel = kandidaten[0] if kandidaten else None
        self.fields["regisseur"].choices = [(str(k.medewerker_id), self._woorden(k)) for k in kandidaten]

    def _woorden(self, kandidaat) -> str:
        return f"{kandidaat.waarom}{' (voorstel)' if kandidaat is self.voorstel else ''}"

    def clean(self):
        data = super().clean()
        gekozen = data.get("regisseur")
        if gekozen and not data.get("reden"):
            if self.voorstel is None or gekozen != str(self.voorstel.medewerker_id):
                self.add_error("reden", "Schrijf kort waarom u een ander kiest dan het voorstel")
            else:
                data["reden"] = f"Voorstel: {self.voorstel.waarom}"[:200]
        return data


class OpschalenFormulier(Formulier):
    """Why wijkteam+ takes over, and when somebody looks again."""

    grond = v.KeuzeVeld(
        label="Waarom moet Wijkteam+ dit overnemen?", vraag="Kies waarom Wijkteam+ dit moet overnemen",
        choices=Opschaling.Grond.choices,
    )  # fmt: skip
    toelichting = v.LangeTekstVeld(
        label="Wat is er aan de hand?", vraag="Schrijf waarom Wijkteam+ dit moet overnemen", rows=4,
        help_text="Dit leest alleen wie regisseur is",
    )  # fmt: skip
    bekijken_op = v.DatumVeld(label="Wanneer bekijkt Wijkteam+ of afschalen kan?")


class AfschalenFormulier(Formulier):
    """Why the wijkteam can go on, and when somebody looks again."""

    reden = v.LangeTekstVeld(
        label="Waarom kan het wijkteam het weer overnemen?", rows=4,
        vraag="Schrijf waarom het wijkteam het weer kan overnemen", help_text="Dit leest alleen wie regisseur is",
    )  # fmt: skip
    nakijken_op = v.DatumVeld(label="Wanneer bekijkt het wijkteam of de hulp genoeg is?")


class AfwezigheidFormulier(Formulier):
    """Who, from when until when, and who stands in; never why."""

    medewerker_id = v.KeuzeVeld(label="Wie is er niet?", vraag="Kies wie er niet is", widget=forms.Select)
    vanaf_op = v.DatumVeld(label="Eerste dag")
    tot_en_met_op = v.DatumVeld(
        label="Laatste dag", help_text="Weet u het niet? Kies een dag over twee weken en kijk dan opnieuw"
    )
    vervanger_id = v.KeuzeVeld(
        label="Wie neemt waar?", required=False, widget=forms.Select,
        help_text="Die collega kan zo lang hetzelfde openen als de regisseur",
    )  # fmt: skip

    def __init__(self, *args, mensen=(), collegas=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["medewerker_id"].choices = [
            ("", "Kies een collega"),
            *((str(m.pk), m.naam) for m in mensen),
        ]
        self.fields["vervanger_id"].choices = [("", "Niemand"), *((str(m.pk), m.naam) for m in collegas)]

    def clean(self):
        data = super().clean()
        for naam in ("medewerker_id", "vervanger_id"):
            if naam in data:
                data[naam] = int(data[naam]) if data[naam] else None
        return data


class WachtenFormulier(Formulier):
    """Why it waits, and when somebody looks again."""

    waarom = v.KeuzeVeld(
        label="Waarom wacht dit?", vraag="Kies waarom dit wacht", choices=Wachtplek.Waarom.choices
    )
    bekijken_op = v.DatumVeld(label="Wanneer bekijkt u het opnieuw?")


class TeruggevenFormulier(Formulier):
    reden = v.TekstVeld(
        label="Waarom geeft u dit terug?", vraag="Schrijf waarom u dit teruggeeft", max_length=200,
        help_text="De teamleider leest dit. Schrijf niets over de inwoner",
    )  # fmt: skip
