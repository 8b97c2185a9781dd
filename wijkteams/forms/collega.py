"""The forms of the beheerder about a colleague."""

from decimal import Decimal

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.rechten import Rol
from wijkteams.collegaregels import LOSSE_ROLLEN, TEAMROLLEN
from wijkteams.models import Discipline

ROLUITLEG: dict[Rol, str] = {
    Rol.KCC: "neemt contacten aan",
    Rol.ADMINISTRATIE: "ziet van elke inwoner het verloop en de hulp",
    Rol.TOETSER: "kijkt besluiten na",
    Rol.ONDERTEKENAAR: "ondertekent besluiten, ook een mandaat is nodig",
    Rol.JURIST: "behandelt bezwaren",
    Rol.CONTRACTBEHEERDER: "beheert producten en aanbieders",
    Rol.TOEZICHTHOUDER: "onderzoekt meldingen over kwaliteit",
    Rol.FUNCTIONARIS_GEGEVENSBESCHERMING: "ziet wie wat heeft ingezien",
    Rol.BEHEERDER: "beheert collega's, teams en tabellen",
}
ROLKEUZES = [(rol.value, f"{rol.label}: {ROLUITLEG[rol]}") for rol in LOSSE_ROLLEN]
TEAMROLKEUZES = [(rol.value, rol.label) for rol in TEAMROLLEN]
OP_HET_SCHERM, PER_E_MAIL = "scherm", "e_mail"
NAAM = "Laat letters, cijfers en @ . + - _ staan, zonder spaties"


class UrenVeld(v.BedragVeld):
    """Hours a week, with at most one decimal."""

    def lees(self, tekst):
        try:
            uren = super().lees(tekst).quantize(Decimal("0.01"))
        except ValueError:
            uren = Decimal(-1)
        if not Decimal(1) <= uren <= Decimal(40) or uren * 10 % 1:
            raise ValueError("Vul een getal in van 1 tot en met 40, bijvoorbeeld 32 of 27,5")
        return uren.quantize(Decimal("0.1"))

    def schrijf(self, waarde) -> str:
        return f"{Decimal(waarde).normalize():f}".replace(".", ",")


class GebruikersnaamVeld(v.TekstVeld):
    """As Django takes it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=150, **kwargs)
        self.validators.append(UnicodeUsernameValidator(message=NAAM))
        self.widget.attrs |= {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


class RedenFormulier(Formulier):
    """Why: it is kept in the history of the colleague."""

    reden = v.TekstVeld(
        label="Waarom?", max_length=200, vraag="Schrijf kort waarom",
        help_text="Dit staat straks in de geschiedenis van deze collega",
    )  # fmt: skip


class GegevensFormulier(Formulier):
    """Who it is; an e-mail address is needed to send the link."""

    first_name = v.TekstVeld(label="Voornaam", max_length=150, vraag="Vul de voornaam in")
    last_name = v.TekstVeld(
        label="Achternaam", max_length=150, vraag="Vul de achternaam in, met 'van' of 'de' ervoor"
    )
    username = GebruikersnaamVeld(
        label="Gebruikersnaam", help_text="Bijvoorbeeld f.bakker. Hiermee logt de collega in"
    )
    email = v.EmailVeld(
        label="E-mail van het werk", required=False, max_length=254,
        help_text="Daar gaat de link naartoe waarmee de collega een wachtwoord kiest",
    )  # fmt: skip
    telefoon = v.TelefoonVeld(label="Telefoon", required=False)
    functie = v.TekstVeld(label="Functie", required=False, max_length=100)
    disciplines = v.MeerkeuzeVeld(
        label="Vakgebied", required=False, choices=Discipline.choices,
        help_text="Alleen voor wie met inwoners werkt. Wat iemand mag zien, volgt uit het team",
    )  # fmt: skip
    contracturen = UrenVeld(label="Uren per week", vraag="Vul in hoeveel uur per week de collega werkt")


class CollegaFormulier(GegevensFormulier):
    """A new colleague, with the roles that are not tied to a team and how the link is given."""

    rollen = v.MeerkeuzeVeld(
        label="Rollen", required=False, choices=ROLKEUZES,
        help_text="Consulent, procescoördinator of teamleider? Kies hierna een team op de pagina van de collega",
    )  # fmt: skip


class WijzigenFormulier(GegevensFormulier, RedenFormulier):
    """The same, with why; what is plain needs no reason."""

    field_order = (*GegevensFormulier.base_fields, "reden")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reden"].required = False


class RollenFormulier(RedenFormulier):
    rollen = v.MeerkeuzeVeld(label="Rollen", required=False, choices=ROLKEUZES)
    field_order = ("rollen", "reden")


class LidFormulier(RedenFormulier):
    """In which team, as what, and from when."""

    wijkteam = v.KeuzeVeld(label="Team", widget=forms.Select, vraag="Kies een team")
    rol = v.KeuzeVeld(label="Rol in het team", choices=TEAMROLKEUZES, vraag="Kies een rol")
    disciplines = v.MeerkeuzeVeld(
        label="Voor welk vakgebied?", choices=Discipline.choices, vraag="Kies minstens een vakgebied",
        help_text="Wmo: ook de gehandicaptenparkeerkaart. Jeugd: ook leerlingenvervoer. Participatie: ook schuldhulp",
    )  # fmt: skip
    vanaf_op = v.DatumVeld(label="Vanaf", vraag="Vul in vanaf welke dag")
    field_order = ("wijkteam", "rol", "disciplines", "vanaf_op", "reden")

    def __init__(self, *args, teams=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wijkteam"].choices = [("", "Kies een team"), *((str(t.pk), t.naam) for t in teams)]


class EindeFormulier(RedenFormulier):
    """Now, or after a day."""

    NU, DAARNA = "nu", "daarna"
    wanneer = v.KeuzeVeld(label="Wanneer?", vraag="Kies wanneer")
    laatste_dag = v.DatumVeld(label="Laatste dag", required=False)
    field_order = ("wanneer", "laatste_dag", "reden")

    def __init__(self, *args, nu="Nu meteen", daarna="Na de laatste dag", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wanneer"].choices = [(self.NU, nu), (self.DAARNA, daarna)]
        self.fields["laatste_dag"].zonder_bijschrift = True
        self.fields["laatste_dag"].help_text = "Alleen als het niet nu meteen is. Bijvoorbeeld 31-1-2027"

    def clean(self):
        data = super().clean()
        if data.get("wanneer") == self.NU:
            data["laatste_dag"] = None
        elif data.get("wanneer") and not data.get("laatste_dag") and "laatste_dag" not in self.errors:
            self.add_error("laatste_dag", "Vul de laatste dag in")
        return data


class LinkFormulier(RedenFormulier):
    """How she gets the link; by e-mail only where that can be."""

    hoe = v.KeuzeVeld(label="Hoe krijgt de collega de link?", vraag="Kies hoe de collega de link krijgt")
    field_order = ("hoe", "reden")

    def __init__(self, *args, adres="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["hoe"].choices = hoe_keuzes(adres)
        if not adres:
            self.fields["hoe"].initial = OP_HET_SCHERM


def hoe_keuzes(adres: str) -> list[tuple[str, str]]:
    zelf = (OP_HET_SCHERM, "Op het scherm: ik geef hem zelf aan de collega")
    return [(PER_E_MAIL, f"Per e-mail naar {adres}"), zelf] if adres else [zelf]


class ZoekFormulier(Formulier):
    """What the list is narrowed down to."""

    zoek = v.TekstVeld(label="Naam of gebruikersnaam", required=False, max_length=100)
    team = v.KeuzeVeld(label="Team", required=False, widget=forms.Select, leeg="Alle teams")
    rol = v.KeuzeVeld(
        label="Rol", required=False, widget=forms.Select, leeg="Alle rollen", choices=Rol.choices
    )
    dienst = v.KeuzeVeld(
        label="In dienst", required=False, widget=forms.Select, leeg="Wie hier werkt",
        choices=[("weg", "Wie niet meer in dienst is"), ("alle", "Iedereen")],
    )  # fmt: skip

    def __init__(self, *args, teams=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = [("", "Alle teams"), *((str(t.pk), t.naam) for t in teams)]
        for veld in self.fields.values():
            veld.zonder_bijschrift = True
