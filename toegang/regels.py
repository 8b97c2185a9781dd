"""Rules of the front door, pure: what begins with an aanvraag, how a zaak may end, by when we answer."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import TextChoices

from toegang import opmaak
from toegang.rechten import Wet
from toegang.statussen import OngeldigeOvergang, ZaakStatus
from toegang.termijnen import werkdagen_na

# A service norm of the municipality, not law: within so many working days somebody calls back.
TERUGBELLEN_WERKDAGEN = 3

# Wmo 2015 art. 2.3.2: begins with a melding. The other laws begin with an aanvraag (Awb art. 4:1 and 4:13).
BEGINT_MET_MELDING: frozenset[str] = frozenset({Wet.WMO})


# Of these kinds the claim does not end when somebody moves: beschermd wonen and opvang are open to all in the country
# (Wmo 2015 art. 1.2.1 lid 1 onder b and c, text not held here; design of the municipality).
VERHUIZEN_EINDIGT_NIET: frozenset[str] = frozenset({"beschermd_wonen", "opvang"})
NA_VERHUIZEN = (
    "Bij opvang en beschermd wonen eindigt de vraag niet door verhuizen. De gemeente blijft aan zet."
)
# Short help of the team: from three to twelve months (domain: basishulp).
BASISHULP_MAANDEN = (3, 12)
# Corrects a mistake; a zaak that a decision ended stays closed (Awb art. 3:40: the decision works).
NIET_HEROPENEN = frozenset({"besluit"})


def maanden_later(dag: date, maanden: int) -> date:
    """The same day so many months on, or the last day of that month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def wat_basishulp_weigert(tot_op: date | None, vandaag: date) -> str:
    """Why short help cannot last until this day; empty when it can."""
    van, tot = (maanden_later(vandaag, n) for n in BASISHULP_MAANDEN)
    if tot_op is not None and van <= tot_op <= tot:
        return ""
    return f"Korte hulp duurt 3 tot 12 maanden: kies een dag van {opmaak.datum(van)} tot en met {opmaak.datum(tot)}"


class Afsluitreden(TextChoices):
    """The exits of a zaak; which one is possible follows from its state (`uitgangen`)."""

    BEANTWOORD = "beantwoord", "Vraag beantwoord"
    VERWEZEN = "verwezen", "Verwezen naar een voorziening in de buurt"
    BASISHULP = "basishulp", "Korte hulp van het wijkteam"
    BESLUIT = "besluit", "Besluit verzonden"
    GEEN_AANVRAAG = "geen_aanvraag", "Verslag verstuurd, geen aanvraag gedaan"
    ZONDER_BESLUIT = "zonder_besluit", "Hulp op een verwijzing of bepaling, zonder besluit"
    INGETROKKEN = "ingetrokken", "Inwoner trekt de vraag in"
    OVERLEDEN = "overleden", "Overleden"
    VERHUISD = "verhuisd", "Verhuisd naar een andere gemeente"
    TEN_ONRECHTE = "ten_onrechte", "Ten onrechte geopend"


_ALTIJD = frozenset(
    {Afsluitreden.INGETROKKEN, Afsluitreden.OVERLEDEN, Afsluitreden.VERHUISD, Afsluitreden.TEN_ONRECHTE}
)
# No choice of whoever closes: a decision that was sent does it, and the repair of what led to the zaak.
NIET_TE_KIEZEN = frozenset({Afsluitreden.BESLUIT, Afsluitreden.TEN_ONRECHTE})
UITGANGEN: dict[ZaakStatus, frozenset[Afsluitreden]] = {
    ZaakStatus.NIEUW: _ALTIJD | {Afsluitreden.BEANTWOORD, Afsluitreden.VERWEZEN, Afsluitreden.ZONDER_BESLUIT},
    ZaakStatus.VRAAGVERHELDERING: _ALTIJD
    | {Afsluitreden.BEANTWOORD, Afsluitreden.VERWEZEN, Afsluitreden.BASISHULP, Afsluitreden.ZONDER_BESLUIT},
    ZaakStatus.TE_VERDELEN: _ALTIJD | {Afsluitreden.ZONDER_BESLUIT},
    ZaakStatus.ONDERZOEK: _ALTIJD
    | {
        Afsluitreden.GEEN_AANVRAAG,
        Afsluitreden.VERWEZEN,
        Afsluitreden.BASISHULP,
        Afsluitreden.ZONDER_BESLUIT,
    },
    ZaakStatus.BESLUITVORMING: _ALTIJD | {Afsluitreden.BESLUIT},
    ZaakStatus.AFGESLOTEN: frozenset(),
}
# After the onderzoek began these need the verslag, which explains the way to an aanvraag (Wmo 2.3.2 lid 8 and 9).
NA_VERSLAG = frozenset({Afsluitreden.GEEN_AANVRAAG, Afsluitreden.VERWEZEN, Afsluitreden.BASISHULP})
# Laws under which help can begin on another's paper: a doctor, a certified institution, a judge (Jeugdwet 2.6, 2.4).
HULP_ZONDER_BESLUIT: frozenset[str] = frozenset({Wet.JEUGDWET})
GEEN_HULP_ZONDER_BESLUIT = (
    "Er loopt geen hulp op een verwijzing of bepaling. Leg die eerst vast bij Voorzieningen."
)


def uitgangen(status: str) -> frozenset[Afsluitreden]:
    """The ways in which a zaak in this state may end."""
    return UITGANGEN[ZaakStatus(status)]


def wat_afsluiten_weigert(
    status: str,
    reden: str,
    *,
    verslag_verstuurd: bool,
    open_aanvraag: bool,
    schriftelijk: bool,
    zaaksoort: str = "gewoon",
    zonder_besluit: bool = False,
) -> list[str]:
    """Why a zaak cannot end in this way now, in sentences; empty when it can.

    `zonder_besluit`: help was granted in it that rests on no decision of the college, so that none will close it.
    """
    if status == ZaakStatus.AFGESLOTEN:
        return ["Deze zaak is al afgesloten."]
    if reden not in uitgangen(status):
        staat = ZaakStatus(status).label.lower()
        return [f"Een zaak in de stap '{staat}' kan niet eindigen met '{Afsluitreden(reden).label}'."]
    if reden == Afsluitreden.VERHUISD and zaaksoort in VERHUIZEN_EINDIGT_NIET:
        return [NA_VERHUIZEN]
    if status == ZaakStatus.ONDERZOEK and reden in NA_VERSLAG and not verslag_verstuurd:
        return ["Verstuur eerst het verslag. Daarin staat hoe de inwoner een aanvraag doet."]
    if reden == Afsluitreden.ZONDER_BESLUIT and not zonder_besluit:
        return [GEEN_HULP_ZONDER_BESLUIT]
    if not open_aanvraag or reden in (Afsluitreden.OVERLEDEN, Afsluitreden.TEN_ONRECHTE):
        return []
    if reden == Afsluitreden.INGETROKKEN:
        return [] if schriftelijk else ["Er ligt een aanvraag. Die trekt de inwoner schriftelijk in."]
    return [
        "Er ligt nog een aanvraag. Die eindigt met een besluit, of als de inwoner haar schriftelijk intrekt."
    ]


def check_mag_afsluiten(status: str, reden: str, *, ook: Collection[str] = (), **feiten: Any) -> None:
    """Raise OngeldigeOvergang with the sentences when this exit is not open; `ook` are reasons of other rooms."""
    zinnen = [*wat_afsluiten_weigert(status, reden, **feiten), *ook]
    if zinnen:
        raise OngeldigeOvergang(" ".join(zinnen))


def terugbellen_op(vandaag: date, *, gevaar: bool) -> date:
    """By when somebody hears from us: today when there is danger, else after the working days of the norm."""
    if gevaar:
        return vandaag
    return werkdagen_later(vandaag, TERUGBELLEN_WERKDAGEN)


def werkdagen_later(dag: date, aantal: int) -> date:
    """The day that lies so many working days after this one."""
    return werkdagen_na(dag, aantal)
