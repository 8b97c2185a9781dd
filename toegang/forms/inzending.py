"""What anybody may send: a referral by a link, a question by the website; and what the contact person heard."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Bereik
from toegang.spamwering import OpenbaarFormulier

VRAAG_HOOGSTENS = 4_000
GEBOREN_LATER = "De geboortedatum moet op of voor vandaag liggen"


class VerwijsFormulier(OpenbaarFormulier):
    """Short: who refers, for whom, what is asked, does the person know, can it wait."""

    afzender_naam = v.TekstVeld(label="Uw naam", vraag="Vul uw naam in")
    afzender_functie = v.TekstVeld(
        label="Uw functie", help_text="Bijvoorbeeld huisarts of intern begeleider", max_length=60,
        vraag="Vul uw functie in",
    )  # fmt: skip
    afzender_telefoon = v.TelefoonVeld(
        label="Op welk nummer kunnen wij u bellen?", vraag="Vul het nummer in waarop wij u kunnen bellen"
    )
    naam = v.TekstVeld(
        label="Naam", help_text="Voornaam en achternaam", vraag="Vul de naam in van wie u verwijst"
    )
    geboren = v.OnvolledigeDatumVeld(label="Geboortedatum")
    straat = v.TekstVeld(label="Straat", max_length=100, required=False)
    huisnummer = v.TekstVeld(label="Huisnummer", max_length=12, required=False, smal="tg-kort")
    postcode = v.PostcodeVeld(label="Postcode", required=False, help_text="Bijvoorbeeld 5921 AB")
    woonplaats = v.TekstVeld(label="Woonplaats", max_length=80, required=False)
    telefoon = v.TelefoonVeld(label="Telefoonnummer van deze persoon", required=False)
    bsn = v.BsnVeld(
        label="BSN",
        required=False,
        help_text="Alleen als u het hebt en mag gebruiken. Het staat versleuteld bij ons",
    )
    vraag = v.LangeTekstVeld(
        label="Wat is de vraag, in het kort?", max_length=VRAAG_HOOGSTENS, rows=6, vraag="Schrijf op wat de vraag is",
        help_text="Wat lukt niet meer, en wat is er al geprobeerd? Schrijf alleen op wat wij moeten weten",
    )  # fmt: skip
    weet_ervan = v.JaNeeVeld(label="Weet deze persoon dat u verwijst?")
    weet_niet_omdat = v.TekstVeld(label="Waarom weet deze persoon het niet?", max_length=300, required=False)
    haast = v.JaNeeVeld(
        label="Is er haast bij?", help_text="Haast is: het kan niet wachten tot de volgende werkdag"
    )
    bestanden = v.BestandenVeld(label="Bestanden", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["weet_niet_omdat"].zonder_bijschrift = True

    def clean_geboren(self):
        """Not tomorrow; unknown parts count as the first."""
        geboren = self.cleaned_data["geboren"]
        if geboren and geboren > f"{timezone.localdate():%Y%m%d}":
            raise ValidationError(GEBOREN_LATER)
        return geboren

    def clean(self):
        gegevens = super().clean()
        if gegevens.get("weet_ervan") is False and not gegevens.get("weet_niet_omdat"):
            self.add_error("weet_niet_omdat", "Schrijf op waarom deze persoon het niet weet")
        if gegevens.get("weet_ervan"):
            gegevens["weet_niet_omdat"] = ""
        if not any(gegevens.get(n) for n in ("postcode", "straat", "telefoon")) and not (
            {"postcode", "telefoon"} & set(self.errors)
        ):
            self.add_error(
                "postcode", "Vul een adres of een telefoonnummer in. Anders kunnen wij niemand bereiken"
            )
        return gegevens


NODIG = {
    Bereik.BELLEN: [("telefoon", "Vul het nummer in waarop wij u kunnen bellen")],
    Bereik.E_MAIL: [("e_mail", "Vul het e-mailadres in waarop wij u kunnen antwoorden")],
}
VOOR_ANDER = [
    ("voor_naam", "Vul de naam van die persoon in"),
    ("voor_relatie", "Schrijf op wie u bent van die persoon"),
]


class VraagFormulier(OpenbaarFormulier):
    """A question of somebody who does not sign in: name, how to reach, the question; no more."""

    vraag = v.LangeTekstVeld(
        label="Wat is uw vraag?", max_length=VRAAG_HOOGSTENS, rows=7, vraag="Schrijf op wat uw vraag is",
        help_text="Vertel kort wat er aan de hand is. U hoeft niet te weten welke hulp er is",
    )  # fmt: skip
    voor_ander = v.JaNeeVeld(label="Stelt u de vraag voor iemand anders?")
    voor_naam = v.TekstVeld(label="Hoe heet die persoon?", required=False)
    voor_relatie = v.TekstVeld(
        label="Wie bent u van die persoon?",
        help_text="Bijvoorbeeld dochter of buurman",
        max_length=100,
        required=False,
    )
    naam = v.TekstVeld(label="Uw naam", help_text="Voornaam en achternaam", vraag="Vul uw naam in")
    bereik = v.KeuzeVeld(
        label="Hoe mogen wij u antwoorden?", choices=[(Bereik.BELLEN, "Bel mij"), (Bereik.E_MAIL, "Mail mij")],
        vraag="Kies hoe wij u mogen antwoorden",
    )  # fmt: skip
    telefoon = v.TelefoonVeld(label="Uw telefoonnummer", required=False)
    e_mail = v.EmailVeld(label="Uw e-mailadres", required=False)
    postcode = v.PostcodeVeld(
        label="Uw postcode", required=False, help_text="Dan weten wij welk team bij u in de buurt is"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam in ("voor_naam", "voor_relatie", "telefoon", "e_mail"):
            self.fields[naam].zonder_bijschrift = True

    def clean(self):
        gegevens = super().clean()
        nodig = list(NODIG.get(gegevens.get("bereik"), ()))
        if gegevens.get("voor_ander"):
            nodig += VOOR_ANDER
        elif gegevens.get("voor_ander") is False:
            gegevens["voor_naam"] = gegevens["voor_relatie"] = ""
        for naam, zin in nodig:
            if naam not in self.errors and not gegevens.get(naam):
                self.add_error(naam, zin)
        return gegevens


class BevindingFormulier(Formulier):
    """What the fixed contact person heard when he called."""

    bevinding = v.LangeTekstVeld(
        label="Wat hoorde u?", vraag="Schrijf op wat u hoorde",
        help_text="Wie hebt u gesproken, en wat is er nodig? De administratie leest dit",
    )  # fmt: skip
