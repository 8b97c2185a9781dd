"""The talk and the plan, and the people and teams who hold them."""

from wijkteams.models.afwezigheid import Afwezigheid
from wijkteams.models.onderzoek import (
    Gespreksdeel,
    Huisbezoek,
    Hulpvraag,
    Onderzoek,
    Toewijzing,
    Trede,
    TredeSoort,
    Verslag,
    ZrmDomein,
    ZrmScore,
)
from wijkteams.models.opschaling import Opschaling
from wijkteams.models.plan import Actie, Deelnemer, Doel, Doelzaak, Leefzorgplan
from wijkteams.models.team import (
    WETTEN_VAN_DISCIPLINE,
    Discipline,
    Gebied,
    Lidmaatschap,
    Medewerker,
    VasteContactpersoon,
    Wijkteam,
    WijkteamGroupObjectPermission,
    WijkteamUserObjectPermission,
)
from wijkteams.models.wachtplek import Wachtplek

__all__ = [
    "WETTEN_VAN_DISCIPLINE",
    "Actie",
    "Afwezigheid",
    "Deelnemer",
    "Discipline",
    "Doel",
    "Doelzaak",
    "Gebied",
    "Gespreksdeel",
    "Huisbezoek",
    "Hulpvraag",
    "Leefzorgplan",
    "Lidmaatschap",
    "Medewerker",
    "Onderzoek",
    "Opschaling",
    "Toewijzing",
    "Trede",
    "TredeSoort",
    "VasteContactpersoon",
    "Verslag",
    "Wachtplek",
    "Wijkteam",
    "WijkteamGroupObjectPermission",
    "WijkteamUserObjectPermission",
    "ZrmDomein",
    "ZrmScore",
]
