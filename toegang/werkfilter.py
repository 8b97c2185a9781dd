"""What narrows a group of work: kind, channel, law, team, term, spoed, and whose it is. Never a name or a BSN."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.utils.safestring import SafeString

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import ContactSoort, Kanaal
from toegang.rechten import Recht, Wet
from toegang.werkvoorraad import BRIEF, CONTACT, TAAK, ZAAK, Groep

VAN = {"alles": "Alles", "mijn": "Mijn", "zonder": "Zonder eigenaar"}
WEEK = datetime.timedelta(days=7)
TERMIJN = {"te_laat": "Te laat", "vandaag": "Vandaag of te laat", "week": "Deze week of te laat"}
# Per kind of row: where its law, team, spoed, day and owner stand.
PADEN: dict[str, dict[str, str]] = {
    CONTACT: {
        "spoed": "gevaar", "dag": "terugbellen_op", "van": "opgepakt_door", "soort": "soort", "kanaal": "kanaal",
    },
    ZAAK: {"wet": "wet", "team": "wijkteam", "spoed": "spoed", "dag": "eerstvolgende_op", "van": "regisseur"},
    BRIEF: {"wet": "zaak__wet", "team": "zaak__wijkteam", "spoed": "zaak__spoed", "dag": "verzenddatum"},
    TAAK: {
        "wet": "zaak__wet", "team": "zaak__wijkteam", "spoed": "zaak__spoed", "dag": "uiterlijk_op",
        "van": "medewerker",
    },
}  # fmt: skip
VELDEN = ("soort", "kanaal", "wet", "team", "termijn", "spoed")


class WerkFilter(Formulier):
    """Only the fields that this kind of row has."""

    groep = forms.CharField(widget=forms.HiddenInput, required=False)
    van = forms.CharField(widget=forms.HiddenInput, required=False)
    soort = v.KeuzeVeld(
        label="Soort",
        required=False,
        widget=forms.Select,
        choices=[("", "Alle soorten"), *ContactSoort.choices],
    )
    kanaal = v.KeuzeVeld(
        label="Hoe het binnenkwam", required=False, widget=forms.Select,
        choices=[("", "Alle manieren"), *Kanaal.choices],
    )  # fmt: skip
    wet = v.KeuzeVeld(
        label="Wet", required=False, widget=forms.Select, choices=[("", "Alle wetten"), *Wet.choices]
    )
    team = v.KeuzeVeld(label="Team", required=False, widget=forms.Select, choices=[("", "Alle teams")])
    termijn = v.KeuzeVeld(
        label="Wanneer", required=False, widget=forms.Select, choices=[("", "Alle dagen"), *TERMIJN.items()]
    )
    spoed = v.KeuzeVeld(
        label="Spoed",
        required=False,
        widget=forms.Select,
        choices=[("", "Met en zonder"), ("ja", "Alleen spoed")],
    )

    def __init__(self, *args, rijsoort: str, teams=(), **kwargs):
        super().__init__(*args, **kwargs)
        paden = PADEN[rijsoort]
        for veld in VELDEN:
            if veld not in paden and not (veld == "termijn" and "dag" in paden):
                del self.fields[veld]
        if "team" in self.fields:
            self.fields["team"].choices = [("", "Alle teams"), *((str(pk), naam) for pk, naam in teams)]

    def keuze(self) -> dict[str, str]:
        """What was chosen and exists; a field with nonsense is as if it was not there."""
        self.is_valid()
        return {veld: w for veld in VELDEN if (w := getattr(self, "cleaned_data", {}).get(veld))}


@lru_cache(maxsize=500)
def leeg_formulier(rijsoort: str, groep: str, van: str, teams: tuple[tuple[int, str], ...]) -> SafeString:
    """The form with nothing chosen, as it stands on the page: the same for every colleague with these teams."""
    beeld = WerkFilter(rijsoort=rijsoort, teams=teams, initial={"groep": groep, "van": van})
    return beeld.render()


@dataclass(frozen=True)
class Keuze:
    """A chosen filter with the address that takes it away."""

    naam: str
    url: str


def van_voor(groep: Groep, gevraagd: str, lezer) -> str:
    """Whose rows: as asked, else a consulent begins with his own."""
    if gevraagd in groep.van:
        return gevraagd
    r = lezer.rechten
    eigen = r.teams.get(Recht.INHOUD_BEWERKEN) and not r.teams.get(Recht.VERDELEN)
    return "mijn" if eigen and groep.soort == ZAAK and "mijn" in groep.van else "alles"


def gefilterd(groep: Groep, vraag: QuerySet, keuze: dict[str, str], van: str, lezer, vandaag) -> QuerySet:
    """The rows of this group that were asked for; what this kind of row does not have narrows nothing."""
    paden = PADEN[groep.soort]
    for veld in ("soort", "kanaal", "wet", "team"):
        if veld in paden and keuze.get(veld):
            vraag = vraag.filter(**{paden[veld]: keuze[veld]})
    if keuze.get("spoed"):
        vraag = vraag.filter(**{paden["spoed"]: True})
    if keuze.get("termijn"):
        vraag = vraag.filter(tot_en_met(paden["dag"], keuze["termijn"], vandaag))
    if "van" in paden and van == "mijn":
        wie = lezer.pk if groep.soort == CONTACT else lezer.medewerker_id
        return vraag.filter(**{f"{paden['van']}_id": wie})
    return vraag.filter(**{paden["van"]: None}) if "van" in paden and van == "zonder" else vraag


def tot_en_met(pad: str, termijn: str, vandaag: datetime.date) -> Q:
    """Late, due, or due this week, by this date."""
    if termijn == "te_laat":
        return Q(**{f"{pad}__lt": vandaag})
    return Q(**{f"{pad}__lte": vandaag if termijn == "vandaag" else vandaag + WEEK})


def keuzes(formulier, vast: dict[str, str], adres: Callable[[dict], str]) -> list[Keuze]:
    """The chosen filters in words, each with the address without it."""
    uit = []
    for veld, waarde in vast.items():
        if veld in formulier.fields and not formulier.fields[veld].widget.is_hidden and waarde:
            woord = dict(formulier.fields[veld].choices).get(waarde, waarde)
            uit.append(Keuze(str(woord), adres({k: w for k, w in vast.items() if k != veld})))
    return uit


def vraagtekst(waarden: dict[str, str]) -> str:
    """As it stands in the address, in a fixed order."""
    return "?" + urlencode({k: w for k, w in waarden.items() if w})
