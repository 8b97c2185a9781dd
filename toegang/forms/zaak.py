"""The forms from a melding to the team, the aanvraag and the end of a zaak."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Aanvraag, Leefgebied, PersoonlijkPlan
from toegang.rechten import Wet


class ZaakOpenenFormulier(Formulier):
    wet = v.KeuzeVeld(label="Onder welke wet valt de vraag?", choices=Wet.choices, vraag="Kies een wet")
    onderwerp = v.KeuzeVeld(
        label="Waar gaat de vraag vooral over?", choices=Leefgebied.choices, widget=forms.Select,
        vraag="Kies waar de vraag vooral over gaat",
    )  # fmt: skip
    spoed = v.JaNeeVeld(
        label="Is er spoed?", vraag="Kies of er spoed is",
        help_text="Bij spoed krijgt de inwoner meteen tijdelijke hulp (Wmo 2015, artikel 2.3.3)",
    )  # fmt: skip


class VraagverhelderingFormulier(Formulier):
    """Only what is needed; all but the area of life may stay empty."""

    leefgebieden = v.MeerkeuzeVeld(label="Waar gaat de vraag over?", choices=Leefgebied.choices)
    vraag_achter_de_vraag = v.LangeTekstVeld(
        label="Wat is er aan de hand, en wat vraagt de inwoner?", vraag="Schrijf op wat de inwoner vraagt"
    )
    al_geprobeerd = v.LangeTekstVeld(label="Wat is er al geprobeerd?", required=False, rows=3)
    wie_helpt_nu = v.LangeTekstVeld(label="Wie helpt er nu?", required=False, rows=3)
    goede_uitkomst = v.LangeTekstVeld(
        label="Wanneer is het goed, volgens de inwoner?", required=False, rows=3
    )
    urgentie_reden = v.LangeTekstVeld(
        label="Waarom kan het niet wachten?",
        required=False,
        rows=2,
        help_text="Alleen invullen als er haast is",
    )
    veiligheid = v.LangeTekstVeld(label="Zorgen over de veiligheid", required=False, rows=2)

    def __init__(self, *args, mag_gevoelig: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["veiligheid"].help_text = (
            "Alleen de regisseur leest dit"
            if mag_gevoelig
            else "Alleen de regisseur leest dit. Wat hier eerder is geschreven, ziet u niet. Uw tekst komt erbij"
        )


class PersoonlijkPlanFormulier(Formulier):
    keuze = v.KeuzeVeld(
        label="Geeft de inwoner een persoonlijk plan?",
        choices=[
            (PersoonlijkPlan.ONTVANGEN, "Ja, wij hebben het plan ontvangen"),
            (PersoonlijkPlan.ZIET_AF, "Nee, de inwoner wil geen plan maken"),
        ],
        vraag="Kies of de inwoner een plan geeft",
    )


class AanvraagFormulier(Formulier):
    ontvangen_op = v.DatumVeld(
        label="Ontvangen op",
        help_text="De dag waarop de aanvraag bij de gemeente binnenkwam. Op die dag begint de termijn",
    )
    wijze = v.KeuzeVeld(
        label="Hoe kwam de aanvraag binnen?", choices=Aanvraag._meta.get_field("wijze").choices,
        vraag="Kies hoe de aanvraag binnenkwam",
    )  # fmt: skip
    gevraagd = v.LangeTekstVeld(
        label="Wat vraagt de inwoner aan?", vraag="Schrijf op wat de inwoner aanvraagt", rows=3
    )
    ondertekend = v.JaNeeVeld(label="Is de aanvraag ondertekend?", vraag="Kies of de aanvraag is ondertekend")

    def __init__(self, *args, zaak, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].niet_voor = zaak.gemeld_op
        self.fields["ontvangen_op"].niet_na = vandaag


class AfsluitFormulier(Formulier):
    reden = v.KeuzeVeld(label="Waarom sluit u deze zaak af?", vraag="Kies waarom u deze zaak afsluit")
    schriftelijk = v.VinkVeld(label="De inwoner trekt de aanvraag schriftelijk in")

    def __init__(self, *args, redenen, open_aanvraag: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reden"].choices = redenen
        if not open_aanvraag:
            del self.fields["schriftelijk"]
