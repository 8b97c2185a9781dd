"""The choice of a fixed contact person: the teams, and in each its people."""

import datetime

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier
from wijkteams.models import Lidmaatschap, VasteContactpersoon, Wijkteam


class ContactpersoonFormulier(Formulier):
    """One list, grouped by team: the team itself first (the administratie divides), then who works there."""

    wie = v.KeuzeVeld(
        label="Met wie praat deze organisatie?", widget=forms.Select, vraag="Kies een team of een collega"
    )

    def __init__(self, *args, huidig: VasteContactpersoon | None, vandaag: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        leden = Lidmaatschap.objects.op(vandaag).filter(medewerker__is_active=True)
        per_team: dict[int, dict[str, str]] = {}
        for lid in leden.select_related("medewerker").order_by(
            "medewerker__last_name", "medewerker_id", "pk"
        ):
            per_team.setdefault(lid.wijkteam_id, {})[f"{lid.wijkteam_id}-{lid.medewerker_id}"] = (
                lid.medewerker.naam
            )
        keuzes: list = [("", "Maak een keuze")]
        for team in Wijkteam.objects.order_by("naam", "pk"):
            niemand = (f"{team.pk}-", f"{team.naam}: niemand in het bijzonder")
            keuzes.append((team.naam, [niemand, *per_team.get(team.pk, {}).items()]))
        self.fields["wie"].choices = keuzes
        if huidig:
            self.initial["wie"] = f"{huidig.wijkteam_id}-{huidig.medewerker_id or ''}"

    def gekozen(self) -> tuple[int, int | None]:
        """The team, and the colleague or nobody."""
        team, _, mens = self.cleaned_data["wie"].partition("-")
        return int(team), int(mens) if mens else None
