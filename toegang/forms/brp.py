"""The form of a search in the BRP: the same parts as a search here."""

from toegang.forms.contact import Zoekvelden


class BrpZoekformulier(Zoekvelden):
    """Family name with the whole birth date, postcode with number, or BSN."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        naam, geboren = self.fields["zoek_naam"], self.fields["zoek_geboren"]
        naam.label, naam.help_text = "Achternaam", "Voornamen en voorvoegsel mogen erbij"
        geboren.help_text = "Dag, maand en jaar. Bijvoorbeeld 23-9-1948"

    def vraag(self) -> dict:
        """The BRP knows no telephone numbers; one that was typed waits for the way back."""
        gevraagd = super().vraag()
        gevraagd.pop("telefoon", None)
        return gevraagd if any(gevraagd.values()) else {}
