"""The forms of the acts on one contact, and of post that came in."""

from django import forms

from toegang import velden as v
from toegang.contactroutes import UITGANGEN, weigert_route
from toegang.forms.contact import ANONIEM, KOPPELEN, Zoekvelden, treffer_keuze
from toegang.formulier import Formulier
from toegang.models import ContactSoort, Kanaal, Organisatie, Richting, Route

NIET_BEKEND, ZELFDE = "niet_bekend", "zelfde"


class UitkomstFormulier(Formulier):
    """What came of a contact, and where it went."""

    route = v.KeuzeVeld(
        label="Hoe loopt dit contact af?", choices=[(r.value, r.label) for r in UITGANGEN],
        vraag="Kies hoe dit contact afloopt",
    )  # fmt: skip
    route_naar = v.TekstVeld(
        label="Naar wie of waarheen?", required=False,
        help_text="De voorziening, het team of de naam van de collega. Nodig als u verwijst of doorgeeft",
    )  # fmt: skip
    uitkomst = v.LangeTekstVeld(
        label="Wat is er afgesproken of gedaan?", vraag="Schrijf kort op wat er is afgesproken of gedaan",
        max_length=300, rows=3,
    )  # fmt: skip

    def __init__(self, *args, vaak_genoeg: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["route_naar"].zonder_bijschrift = True
        if not vaak_genoeg:
            keuzes = self.fields["route"].choices
            self.fields["route"].choices = [k for k in keuzes if k[0] != Route.NIET_BEREIKT]

    def clean(self):
        c = super().clean()
        if c.get("route") and (zin := weigert_route(c["route"], c.get("route_naar", ""))):
            self.add_error("route_naar", zin)
        return c


class TerugbelFormulier(Formulier):
    """One try to call back."""

    bereikt = v.JaNeeVeld(label="Kreeg u iemand aan de lijn?", vraag="Kies of u iemand aan de lijn kreeg")
    toelichting = v.TekstVeld(
        label="Notitie", required=False, max_length=300,
        help_text="Bijvoorbeeld: voicemail ingesproken, zonder te zeggen waarover",
    )  # fmt: skip
    opnieuw_op = v.DatumVeld(label="Opnieuw bellen op", required=False)
    opnieuw_om = v.TijdVeld(label="Om hoe laat?", required=False)

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opnieuw_op"].niet_voor = vandaag
        for veld in self.fields.values():
            veld.zonder_bijschrift = veld.label.startswith(("Opnieuw", "Om hoe laat"))


class BriefWegFormulier(Formulier):
    """The day on which the letter after three calls was handed over."""

    verzonden_op = v.DatumVeld(
        label="Op welke dag is de brief op de post gedaan?", help_text="De dag die op de brief staat"
    )

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["verzonden_op"].niet_na = vandaag


class ZaakKiezenFormulier(Formulier):
    """On which zaak of this inwoner the contact belongs."""

    zaak = v.KeuzeVeld(label="Bij welke zaak hoort dit contact?", vraag="Kies een zaak")

    def __init__(self, *args, zaken, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["zaak"].choices = [
            (
                str(z.pk),
                f"{z.kenmerk}, {z.get_wet_display()}, {z.get_status_display().lower()}"
                + (f", {z.wijkteam}" if z.wijkteam else ""),
            )
            for z in zaken
        ]


class HerstelFormulier(Zoekvelden):
    """To whom the contact goes instead, and why it was wrong."""

    naar = v.KeuzeVeld(label="Over wie gaat dit contact?", vraag="Kies over wie dit contact gaat")
    reden = v.TekstVeld(
        label="Waarom klopte de koppeling niet?", vraag="Schrijf op waarom de koppeling niet klopte",
        help_text="Dit blijft in de geschiedenis staan, bij beide inwoners",
    )  # fmt: skip

    def toon_treffers(self, treffers, *, op_zaak: bool, gekoppeld: bool) -> None:
        keuzes = [treffer_keuze(t) for t in treffers]
        if op_zaak:
            keuzes.append((ZELFDE, "Dezelfde inwoner, maar niet deze zaak"))
        if gekoppeld:
            keuzes.append((NIET_BEKEND, "Nog niet bekend: de administratie zoekt het uit"))
        self.fields["naar"].choices = keuzes


class TelefoonnotitieFormulier(Formulier):
    richting = v.KeuzeVeld(
        label="Wie belde?", vraag="Kies wie er belde",
        choices=[(Richting.INKOMEND, "De ander belde ons"), (Richting.UITGAAND, "Wij belden")],
    )  # fmt: skip
    met_wie = v.TekstVeld(
        label="Met wie, als het niet de inwoner zelf was?", required=False,
        help_text="Bijvoorbeeld M. Jansen, dochter",
    )  # fmt: skip
    tekst = v.LangeTekstVeld(label="Wat is er gezegd of afgesproken?", vraag="Schrijf op wat er is gezegd")
    gebeld_op = v.DatumVeld(
        label="Gebeld op", required=False, help_text="Alleen als het niet vandaag was. Bijvoorbeeld 23-9-2026"
    )  # fmt: skip

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gebeld_op"].niet_na = vandaag


class PostFormulier(Zoekvelden):
    """A letter or an e-mail: what it is, when it came, from whom, and its scan."""

    kanaal = v.KeuzeVeld(
        label="Hoe kwam het binnen?", vraag="Kies hoe het binnenkwam",
        choices=[(Kanaal.BRIEF, "Brief of formulier"), (Kanaal.E_MAIL, "E-mail")],
    )  # fmt: skip
    soort = v.KeuzeVeld(
        label="Wat is het?", choices=ContactSoort.choices, widget=forms.Select, vraag="Kies wat het is"
    )
    ontvangen_op = v.DatumVeld(
        label="Ontvangen op", vraag="Vul de dag in waarop het binnenkwam",
        help_text="De dag op het stempel of de dag van de e-mail. Op die dag begint de termijn. Bijvoorbeeld 23-9-2026",
    )  # fmt: skip
    vraag_tekst = v.LangeTekstVeld(
        label="Waar gaat het over?", vraag="Schrijf kort op waar het over gaat", rows=3,
        help_text="Een of twee zinnen. De brief zelf voegt u hieronder toe",
    )  # fmt: skip
    bestanden = v.BestandenVeld(label="De scan of het bericht", required=False)
    namens_naam = v.TekstVeld(
        label="Van wie is het, als het niet van de inwoner zelf is?", required=False,
    )  # fmt: skip
    namens_relatie = v.TekstVeld(
        label="Wat is de afzender van de inwoner?", required=False, max_length=100,
        help_text="Bijvoorbeeld dochter, huisarts of advocaat",
    )  # fmt: skip
    organisatie = v.ObjectVeld(
        Organisatie.objects.none(), label="Is de afzender een organisatie?", required=False,
        empty_label="Nee, of zij staat er niet bij",
    )  # fmt: skip
    e_mail = v.EmailVeld(label="E-mailadres van de afzender", required=False)
    wie = v.KeuzeVeld(label="Over wie gaat het?", vraag="Zoek de inwoner, of kies een andere mogelijkheid")

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].niet_na = vandaag
        self.fields["organisatie"].queryset = Organisatie.objects.filter(actief=True).order_by("naam", "pk")
        for naam in ("namens_naam", "e_mail"):
            self.fields[naam].zonder_bijschrift = False
        self.toon_treffers((), gezocht=False)

    def toon_treffers(self, treffers, *, gezocht: bool) -> None:
        """`gezocht` says nothing here: a new person is made when the post is linked."""
        self.fields["wie"].choices = [
            *(treffer_keuze(t) for t in treffers),
            (KOPPELEN, "Later koppelen: ik vul alleen de naam in"),
            (ANONIEM, "Er staat geen naam op"),
        ]

    def clean(self):
        c = super().clean()
        if c.get("wie") == KOPPELEN and not c.get("zoek_naam"):
            self.add_error("zoek_naam", "Vul de naam in die op de brief staat")
        return c

    def post(self) -> dict:
        """For `post_registreren`, without the person."""
        c = self.cleaned_data
        return {
            "kanaal": c["kanaal"], "soort": c["soort"], "vraag": c["vraag_tekst"], "ontvangen_op": c["ontvangen_op"],
            "bestanden": c["bestanden"], "namens_naam": c["namens_naam"], "namens_relatie": c["namens_relatie"],
            "e_mail": c["e_mail"], "organisatie": c["organisatie"],
        }  # fmt: skip
