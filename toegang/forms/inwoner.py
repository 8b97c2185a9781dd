"""The forms on the page of a person."""

from django import forms

from toegang import velden as v
from toegang.brieven.geadresseerde import adresregels
from toegang.formulier import Formulier
from toegang.models import Bereik, Inwoner, RelatieSoort, VeiligContact, Vertegenwoordiger
from toegang.models.zaakkeuzes import Gezegd
from toegang.rechten import Wet

EIGEN_RELATIES = [
    (soort.value, soort.label)
    for soort in RelatieSoort
    if soort in (
        RelatieSoort.MANTELZORGER, RelatieSoort.HUISGENOOT, RelatieSoort.FAMILIE, RelatieSoort.BEKENDE,
        RelatieSoort.HULPVERLENER, RelatieSoort.PARTNER, RelatieSoort.OUDER, RelatieSoort.KIND,
    )
]  # fmt: skip


class BereikFormulier(Formulier):
    """How to reach somebody, what is safe, and what helps."""

    telefoon = v.TelefoonVeld(label="Telefoon", required=False)
    e_mail = v.EmailVeld(label="E-mailadres", required=False)
    bereik = v.KeuzeVeld(
        label="Hoe bereiken wij de inwoner het liefst?",
        choices=[*Bereik.choices, ("", "Geen voorkeur")],
        required=False,
    )
    veilig_contact = v.TekstVeld(
        label="Wat spraken wij af over bellen en mailen?", required=False,
        help_text="Bijvoorbeeld: niet na 18.00 uur, niet inspreken",
    )  # fmt: skip
    veilig_contact_post = v.KeuzeVeld(
        label="Waar mag post naartoe?", choices=VeiligContact.choices, required=False
    )
    veilig_adres = v.LangeTekstVeld(
        label="Het andere adres", required=False, rows=3, max_length=300,
        help_text="Elke regel apart, zonder de naam. Bijvoorbeeld Markt 1, en daaronder 5911 HD Venlo",
    )  # fmt: skip
    tolk = v.TekstVeld(
        label="Tolk", required=False, max_length=60, help_text="Bijvoorbeeld Pools of gebarentaal"
    )
    slechthorend = v.VinkVeld(label="De inwoner is slechthorend", required=False)
    grote_letters = v.VinkVeld(label="Brieven in grote letters", required=False)
    let_op_bij_bezoek = v.TekstVeld(
        label="Let op bij bezoek", required=False, help_text="Een regel voor wie op bezoek gaat, zonder de reden",
    )  # fmt: skip
    let_op_reden = v.LangeTekstVeld(
        label="Waarom moet een collega opletten?", required=False, rows=3,
        help_text="Dit leest alleen de regisseur",
    )  # fmt: skip

    def __init__(self, *args, gevoelig: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not gevoelig:
            del self.fields["let_op_reden"]

    def clean_veilig_adres(self) -> list[str]:
        return adresregels(self.cleaned_data["veilig_adres"])

    @staticmethod
    def beginwaarden(inwoner: Inwoner) -> dict:
        namen = BereikFormulier.base_fields
        return {n: getattr(inwoner, n) for n in namen} | {"veilig_adres": "\n".join(inwoner.veilig_adres)}


class NaamFormulier(Formulier):
    """Name, birth date and address of who is not in the BRP."""

    geslachtsnaam = v.TekstVeld(label="Achternaam")
    voorvoegsel = v.TekstVeld(label="Voorvoegsel", required=False, max_length=20, smal="tg-kort")
    voornamen = v.TekstVeld(label="Voornamen", required=False)
    geslacht = v.KeuzeVeld(
        label="Hoe spreken wij de inwoner aan?",
        choices=[("V", "Mevrouw"), ("M", "Meneer"), ("O", "Weet ik niet")],
    )
    geboren = v.OnvolledigeDatumVeld(
        label="Geboortedatum", required=False, help_text="Bijvoorbeeld 23-9-1948"
    )
    straat = v.TekstVeld(label="Straat", required=False, max_length=100)
    huisnummer = v.GetalVeld(label="Huisnummer", required=False, minstens=1, hoogstens=99_999)
    toevoeging = v.TekstVeld(label="Toevoeging", required=False, max_length=6, smal="tg-kort")
    postcode = v.PostcodeVeld(label="Postcode", required=False)
    woonplaats = v.TekstVeld(label="Woonplaats", required=False, max_length=80)

    @staticmethod
    def beginwaarden(inwoner: Inwoner) -> dict:
        return {n: getattr(inwoner, n) for n in NaamFormulier.base_fields}

    def velden(self) -> dict:
        """For `inwoner_wijzigen`."""
        c = self.cleaned_data
        return c | {"postcode": c["postcode"].replace(" ", ""), "geboren": c["geboren"] or "00000000"}


class RelatieFormulier(Formulier):
    soort = v.KeuzeVeld(label="Wie is het voor de inwoner?", choices=EIGEN_RELATIES, widget=forms.Select)
    naam = v.TekstVeld(label="Naam")
    telefoon = v.TelefoonVeld(label="Telefoon", required=False)
    begonnen_op = v.DatumVeld(label="Sinds", required=False, help_text="Bijvoorbeeld 23-9-2020")
    opmerking = v.TekstVeld(label="Wat is goed om te weten?", required=False)


class VertegenwoordigerFormulier(Formulier):
    soort = v.KeuzeVeld(label="Wat voor vertegenwoordiger is het?", choices=Vertegenwoordiger.Soort.choices)
    naam = v.TekstVeld(label="Naam")
    bsn = v.BsnVeld(
        label="BSN van de vertegenwoordiger", required=False,
        help_text="Nodig om voor deze inwoner te kijken in Mijn hulp. Vul het in zoals het op het bewijs staat",
    )  # fmt: skip
    adres = v.TekstVeld(
        label="Adres", required=False,
        help_text="Bijvoorbeeld Markt 1, 5911 HD Venlo. Een ouder op een ander adres krijgt een eigen brief",
    )  # fmt: skip
    telefoon = v.TelefoonVeld(label="Telefoon", required=False)
    e_mail = v.EmailVeld(label="E-mailadres", required=False)
    mag = v.MeerkeuzeVeld(
        label="Wat mag een gemachtigde of ouder?", required=False, choices=Vertegenwoordiger.Mag.choices,
        help_text="Bij een curator, mentor of bewindvoerder staat dit in de wet",
    )  # fmt: skip
    bewijs = v.TekstVeld(label="Bewijs", help_text="Bijvoorbeeld beschikking van de rechtbank van 23-9-2025")
    bewijs_gezien_op = v.DatumVeld(label="Bewijs gezien op", help_text="Bijvoorbeeld 23-9-2026")
    bestanden = v.BestandenVeld(
        label="Scan of foto van het bewijs",
        required=False,
        hoogstens=1,
        help_text=f"Een bestand. {v.WAT_MAG}",
    )
    vanaf_op = v.DatumVeld(label="Vanaf", help_text="Bijvoorbeeld 23-9-2025")
    tot_op = v.DatumVeld(label="Tot", required=False, help_text="Alleen als dat in het bewijs staat")


class HuisgenootFormulier(Formulier):
    """From when two people live together, and until when."""

    vanaf_op = v.DatumVeld(label="Vanaf welke dag wonen zij samen?", help_text="Bijvoorbeeld 23-9-2020")
    tot_op = v.DatumVeld(
        label="Tot welke dag?", required=False, help_text="Alleen als zij niet meer samen wonen"
    )

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["vanaf_op"].niet_na = self.fields["tot_op"].niet_na = vandaag


class EindeFormulier(Formulier):
    tot_op = v.DatumVeld(label="Vanaf welke dag geldt dit niet meer?", help_text="Bijvoorbeeld 23-11-2026")


class ToestemmingFormulier(Formulier):
    van_wet = v.KeuzeVeld(
        label="Van welke wet mogen wij de gegevens gebruiken?", choices=Wet.choices, widget=forms.Select
    )
    naar_wet = v.KeuzeVeld(label="Voor hulp onder welke wet?", choices=Wet.choices, widget=forms.Select)
    doel = v.TekstVeld(label="Waarvoor geeft de inwoner toestemming?", max_length=300)
    gegeven_op = v.DatumVeld(label="Gegeven op", help_text="Bijvoorbeeld 23-11-2026")
    hoe = v.KeuzeVeld(label="Hoe gaf de inwoner toestemming?", choices=Gezegd.choices)
    gegeven_door = v.TekstVeld(
        label="Wie gaf de toestemming?", required=False, help_text="Alleen invullen als het niet de inwoner zelf was",
    )  # fmt: skip
