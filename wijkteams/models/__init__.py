"""The talk and the plan, and the people and teams who hold them."""

from wijkteams.models.afwezigheid import Afwezigheid
from wijkteams.models.casemanager import Casemanager
from wijkteams.models.consult import Consult, Deskundige, Deskundigheid
from wijkteams.models.dienstverband import Collegabericht, Dienstverband
from wijkteams.models.evaluatie import Doeloordeel, Evaluatie
from wijkteams.models.foto import Bezoekfoto
from wijkteams.models.jeugd import Jeugdonderzoek
from wijkteams.models.onderweg import Apparaat, Klaarzetting
from wijkteams.models.onderzoek import (
    Gespreksdeel,
    Huisbezoek,
    Hulpvraag,
    Onderzoek,
    Toewijzing,
    Trede,
    TredeSoort,
    Verslag,
    Vertelwijze,
    ZrmDomein,
    ZrmScore,
)
from wijkteams.models.opschaling import Opschaling
from wijkteams.models.plan import Actie, Deelnemer, Doel, Doelzaak, Leefzorgplan, Plandeel
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
from wijkteams.models.tekstblok import Tekstblok
from wijkteams.models.wachtplek import Wachtplek

__all__ = [
    "WETTEN_VAN_DISCIPLINE",
    "Actie",
    "Afwezigheid",
    "Apparaat",
    "Bezoekfoto",
    "Casemanager",
    "Collegabericht",
    "Consult",
    "Deelnemer",
    "Deskundige",
    "Deskundigheid",
    "Dienstverband",
    "Discipline",
    "Doel",
    "Doeloordeel",
    "Doelzaak",
    "Evaluatie",
    "Gebied",
    "Gespreksdeel",
    "Huisbezoek",
    "Hulpvraag",
    "Jeugdonderzoek",
    "Klaarzetting",
    "Leefzorgplan",
    "Lidmaatschap",
    "Medewerker",
    "Onderzoek",
    "Opschaling",
    "Plandeel",
    "Tekstblok",
    "Toewijzing",
    "Trede",
    "TredeSoort",
    "VasteContactpersoon",
    "Verslag",
    "Vertelwijze",
    "Wachtplek",
    "Wijkteam",
    "WijkteamGroupObjectPermission",
    "WijkteamUserObjectPermission",
    "ZrmDomein",
    "ZrmScore",
]
