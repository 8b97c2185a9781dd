"""The shape of a referral, and of asking what came of it."""

import datetime

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Leefgebied
from toegang.regels import werkdagen_later
from voorzieningen.models import Uitkomst, Wijze

KIJKEN_NA, EEN_DAG = datetime.timedelta(weeks=4), datetime.timedelta(days=1)


class VerwijsFormulier(Formulier):
    """To what, for what, how, and when to look again."""

    naar = v.TekstVeld(
        label="Naar wie verwijst u?", max_length=120, vraag="Schrijf op naar wie u verwijst",
        help_text="Een organisatie of een hulpverlener die niet op de kaart staat",
    )  # fmt: skip
    leefgebied = v.KeuzeVeld(
        label="Waarover gaat het?", choices=Leefgebied.choices, widget=forms.Select,
        vraag="Kies waarover het gaat",
    )  # fmt: skip
    waarvoor = v.TekstVeld(
        label="Waarvoor verwijst u?", max_length=300, vraag="Schrijf kort op waarvoor u verwijst",
        help_text="Bijvoorbeeld: elke week samen boodschappen doen",
    )  # fmt: skip
    wijze = v.KeuzeVeld(label="Hoe verwijst u?", choices=Wijze.choices, vraag="Kies hoe u verwijst")
    gesproken_met = v.TekstVeld(label="Met wie sprak u daar?", required=False, max_length=120)
    inwoner_akkoord = v.VinkVeld(label="De inwoner vindt het goed dat ik gegevens doorgeef")
    kijken_op = v.DatumVeld(
        label="Wanneer vraagt u na hoe het ging?", vraag="Vul in wanneer u navraagt hoe het ging",
        help_text="U krijgt op die dag een taak. Bijvoorbeeld 23-9-2026",
    )  # fmt: skip
    contact_klaar = v.VinkVeld(label="Het contact is hiermee afgehandeld")

    def __init__(self, *args, met_naar: bool, met_contact: bool, vandaag: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        if not met_naar:
            del self.fields["naar"]
        if not met_contact:
            del self.fields["contact_klaar"]
        self.fields["kijken_op"].initial = werkdagen_later(vandaag + KIJKEN_NA - EEN_DAG, 1)  # no Sunday
        self.fields["gesproken_met"].zonder_bijschrift = True
        self.fields["inwoner_akkoord"].zonder_bijschrift = True


class NavraagFormulier(Formulier):
    """How it went; nobody reached: perhaps later again."""

    uitkomst = v.KeuzeVeld(label="Hoe ging het?", choices=Uitkomst.choices, vraag="Kies hoe het ging")
    opnieuw_op = v.DatumVeld(
        label="Wanneer probeert u het opnieuw?", required=False,
        help_text="Leeg: u probeert het niet opnieuw, en de verwijzing is klaar",
    )  # fmt: skip
    toelichting = v.TekstVeld(label="Toelichting", required=False, max_length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opnieuw_op"].zonder_bijschrift = True
