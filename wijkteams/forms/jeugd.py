"""The steps of the youth onderzoek, as far as the talk came: nothing has to be filled in at once."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from wijkteams.models import Jeugdonderzoek
from wijkteams.models.jeugd import Antwoord

STAPPEN = (
    ("problemen", "Stap 2. Welke problemen of stoornissen zijn er?",
     "Opgroeien, opvoeden, psychische problemen. Op wiens onderzoek steunt dat?"),
    ("nodige_hulp", "Stap 3. Welke hulp is nodig?", "De soort hulp, los van wie die geeft"),
    ("eigen_mogelijkheden", "Stap 4. Wat kunnen de jongere, het gezin en de mensen om hen heen zelf?",
     "Eigen mogelijkheden en probleemoplossend vermogen"),
    ("wat_blijft_over", "Stap 5. Wat blijft er dan over?", "Daarvoor is jeugdhulp van de gemeente"),
)  # fmt: skip


class JeugdFormulier(Formulier):
    """Steps, consent by age, what was offered and told, and who determines."""

    problemen = v.LangeTekstVeld(label=STAPPEN[0][1], help_text=STAPPEN[0][2], required=False, rows=3)
    nodige_hulp = v.LangeTekstVeld(label=STAPPEN[1][1], help_text=STAPPEN[1][2], required=False, rows=3)
    omvang = v.TekstVeld(
        label="Hoeveel hulp, en hoe lang?", required=False, max_length=300,
        help_text="Bijvoorbeeld: 2 uur per week, een half jaar",
    )  # fmt: skip
    eigen_mogelijkheden = v.LangeTekstVeld(
        label=STAPPEN[2][1], help_text=STAPPEN[2][2], required=False, rows=3
    )
    wat_blijft_over = v.LangeTekstVeld(label=STAPPEN[3][1], help_text=STAPPEN[3][2], required=False, rows=3)
    jeugdige_akkoord = v.KeuzeVeld(
        label="Geeft de jongere toestemming voor hulp?", choices=Antwoord.choices, required=False
    )
    jeugdige_akkoord_op = v.DatumVeld(label="Wanneer vroeg u het de jongere?", required=False)
    ouders_akkoord = v.KeuzeVeld(
        label="Geven de ouders met gezag toestemming?", choices=Antwoord.choices, required=False
    )
    ouders_namen = v.TekstVeld(label="Wie van de ouders sprak u?", required=False, max_length=200)
    ouders_akkoord_op = v.DatumVeld(label="Wanneer vroeg u het de ouders?", required=False)
    afwijking = v.KeuzeVeld(
        label="Is er een uitzondering?", choices=Jeugdonderzoek.Afwijking.choices, required=False,
        widget=forms.Select, leeg="Geen uitzondering", help_text="Jeugdwet artikel 7.3.4 lid 2 en 7.3.15 lid 2",
    )  # fmt: skip
    afwijking_reden = v.TekstVeld(label="Waarop baseert u dat?", required=False, max_length=300)
    familiegroepsplan_aangeboden_op = v.DatumVeld(
        label="Wanneer vroeg u of het gezin een eigen plan wil maken?", required=False
    )
    familiegroepsplan = v.KeuzeVeld(
        label="Wat zei het gezin?", choices=Jeugdonderzoek.Familiegroepsplan.choices, required=False
    )
    vertrouwenspersoon_verteld_op = v.DatumVeld(
        label="Wanneer vertelde u over de vertrouwenspersoon?", required=False
    )
    deskundige_naam = v.TekstVeld(
        label="Wie stelt vast welke hulp nodig is?", required=False, max_length=100,
        help_text="Een collega die is geregistreerd",
    )  # fmt: skip
    deskundige_register = v.KeuzeVeld(
        label="In welk register?", choices=Jeugdonderzoek.Register.choices, required=False
    )
    deskundige_nummer = v.TekstVeld(label="Registratienummer", required=False, max_length=20, smal="tg-smal")
    deskundigheid = v.TekstVeld(
        label="Waarin is deze collega deskundig?", required=False, max_length=200,
        help_text="Bijvoorbeeld: autisme bij jongeren",
    )  # fmt: skip
    vastgesteld_op = v.DatumVeld(label="Wanneer is de hulp vastgesteld?", required=False)

    STAPVELDEN = ("problemen", "nodige_hulp", "omvang", "eigen_mogelijkheden", "wat_blijft_over")
    AANBODVELDEN = ("familiegroepsplan_aangeboden_op", "familiegroepsplan", "vertrouwenspersoon_verteld_op")
    DESKUNDIGEVELDEN = (
        "deskundige_naam", "deskundige_register", "deskundige_nummer", "deskundigheid", "vastgesteld_op",
    )  # fmt: skip
    VAN_DE_JONGERE = ("jeugdige_akkoord", "jeugdige_akkoord_op")
    VAN_DE_OUDERS = ("ouders_akkoord", "ouders_namen", "ouders_akkoord_op")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            veld.zonder_bijschrift = True

    def stukken(self, wie: tuple[str, ...]) -> list[dict]:
        """In the order of the talk; whose consent is not asked comes last, for the exception of 7.3.15 lid 2."""
        toestemming = (self.VAN_DE_JONGERE if "jeugdige" in wie else ()) + (
            self.VAN_DE_OUDERS if "ouders" in wie or self["ouders_akkoord"].value() else ()
        )
        uitzondering = ("afwijking", "afwijking_reden") if "jeugdige" in wie else ()
        rest = tuple(veld for veld in (*self.VAN_DE_JONGERE, *self.VAN_DE_OUDERS) if veld not in toestemming)
        return [
            {"anker": "stappen", "naam": "De stappen", "velden": self._van(self.STAPVELDEN), "meer": []},
            {"anker": "toestemming", "naam": "Toestemming", "velden": self._van(toestemming),
             "meer": self._van((*uitzondering, *(rest if "jeugdige" in wie else ())))},
            {"anker": "aanbod", "naam": "Eigen plan en vertrouwenspersoon", "velden": self._van(self.AANBODVELDEN),
             "meer": []},
            {"anker": "deskundige", "naam": "Wie stelt de hulp vast?", "velden": self._van(self.DESKUNDIGEVELDEN),
             "meer": []},
        ]  # fmt: skip

    def _van(self, namen) -> list:
        return [self[naam] for naam in namen]
