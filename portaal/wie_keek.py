"""Who looked, in words for the citizen: the role, the team, what, why (NEN 7513); never a name."""

from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toegang.rechten import Rol

LIJSTEN = {
    "werkvoorraad", "zaken", "mijn_werk", "zoeken", "verdelen", "besluiten_rij", "dag", "dag_afdrukken", "overdragen",
    "werk_samen", "inwoner_dubbel", "weergaven", "afwezigheid", "bezwaren", "herinneringen",
    "teambeeld_lijst", "teambeeld_lijst_bestand",
}  # fmt: skip
# What a screen shows, in the citizen's words; what has no line here is "uw dossier".
WAT = {
    "verslag": "uw verslag", "plan": "uw plan", "afweging": "ons onderzoek naar uw vraag",
    "gesprek": "het gespreksverslag",
    "huisbezoek": "uw afspraak", "besluit": "uw besluit", "besluit_voorbeeld": "uw besluit", "document": "een document",
    "documenten": "uw brieven", "brief": "uw brief", "bsn": "uw burgerservicenummer", "termijnen": "de termijnen",
    "tijdlijn": "wat er gebeurde", "wie_keek": "wie keek", "historie": "de wijzigingen", "inwoner": "uw gegevens",
    "contact": "uw vraag", "voorzieningen": "uw hulp", "brp_zoeken": "uw gegevens in de BRP",
    "brp_verversen": "uw gegevens in de BRP", "zrm": "de vragen over hoe het met u gaat",
}  # fmt: skip
ROL = {
    Rol.CONSULENT: "Een consulent", Rol.KCC: "Een medewerker van het klantcontact",
    Rol.ADMINISTRATIE: "Een medewerker van de administratie", Rol.TEAMLEAD: "Een teamleider",
    Rol.PROCESCOORDINATOR: "Een procescoördinator", Rol.JURIST: "Een jurist",
    Rol.FUNCTIONARIS_GEGEVENSBESCHERMING: "De functionaris gegevensbescherming", Rol.TOETSER: "Een toetser",
    Rol.ONDERTEKENAAR: "De ondertekenaar",
}  # fmt: skip
VOLGORDE = list(ROL)
# Why somebody looked, as the citizen reads it: the grounds of an exception and the reasons that the desk asks for.
REDEN = {
    "toets": "een collega controleerde het besluit", "ondertekening": "het besluit ondertekenen",
    "bezwaar": "uw bezwaar behandelen", "consult": "advies geven over uw vraag",
    "waarneming": "het werk van een collega overnemen", "casemanager": "de hulp op elkaar afstemmen",
    "noodinzage": "er was spoed", "afgeschermd": "aan uw vraag werken", "toestemming": "u gaf hiervoor toestemming",
    "verzending": "een brief aan u versturen", "leefzorgplan": "uw plan maken",
    "overleg": "overleg in het team", "vraag": "u belde of kwam langs", "kwaliteit": "controle van het werk",
}  # fmt: skip


@dataclass(frozen=True)
class Regel:
    """One line: a sentence, and the id of the log row one may ask about (none for a folded line)."""

    zin: str
    pk: int | None = None
    nood: bool = False


def dagen(rijen, *, vouwen: bool = True) -> list[tuple]:
    """[(day, [Regel, …])], newest first. Looking again on the same day is one line; lists are one line a day."""
    uit = []
    for dag, groep in groupby(rijen, key=lambda r: timezone.localdate(r.om)):
        regels: dict[str, Regel] = {}
        lijsten = set()
        for rij in groep:
            if vouwen and rij.scherm in LIJSTEN:
                lijsten.add(rij.verzoek)
                continue
            zin = _zin(rij)
            regels.setdefault(zin, Regel(zin, rij.pk, rij.nood))
        if lijsten:
            n = len(lijsten)
            zin = ngettext(
                "Uw naam stond ook %(n)s keer in een lijst.", "Uw naam stond ook %(n)s keer in een lijst.", n
            )
            regels["lijst"] = Regel(zin % {"n": n})
        uit.append((dag, list(regels.values())))
    return uit


def _zin(rij) -> str:
    wie = _wie(rij)
    wat = _(WAT.get(rij.scherm, "uw dossier"))
    als = {"wie": wie, "wat": wat}
    zin = (
        _("%(wie)s downloadde %(wat)s.") % als
        if rij.actie == "downloaden"
        else _("%(wie)s keek in %(wat)s.") % als
    )
    reden = _(REDEN.get(rij.grond, rij.grond)) if rij.grond else ""
    return f"{zin} {_('Reden: %(reden)s.') % {'reden': reden.rstrip('.')}}" if reden else zin


def _wie(rij) -> str:
    rollen = [Rol(r) for r in rij.rollen.split(",") if r in Rol.values]
    eerste = min((r for r in rollen if r in ROL), key=VOLGORDE.index, default=None)
    wie = _(ROL[eerste]) if eerste else _("Een medewerker")
    return (
        _("%(wie)s van %(team)s") % {"wie": wie, "team": rij.team[:1].lower() + rij.team[1:]}
        if rij.team
        else wie
    )
