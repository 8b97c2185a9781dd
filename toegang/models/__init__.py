"""The front door's aggregates, one file each."""

from toegang.models.aanvraag import Aanvraag
from toegang.models.actor import Actor, ActorSoort
from toegang.models.basis import HistorieQuerySet, HistorieVergeten, MetHistorie, Verouderd
from toegang.models.bericht import Bericht
from toegang.models.contact import Contactmoment, ContactSoort, Richting, Route, Terugbelpoging
from toegang.models.document import Brief, Document, DocumentSoort, Terugafloop, Terugreden
from toegang.models.dossier import Dossier
from toegang.models.formulier import Concept, Formuliersleutel
from toegang.models.inwoner import (
    Bereik,
    Bezorging,
    Brpstand,
    Huishouden,
    Huishoudlid,
    Inwoner,
    Kanaal,
    Relatie,
    RelatieSoort,
    VeiligContact,
    Vertegenwoordiger,
)
from toegang.models.inzage import Inzage, Zegel
from toegang.models.inzending import Inzending, Teller
from toegang.models.meldcode import Meldcodestap
from toegang.models.organisatie import Organisatie, Verwijslink
from toegang.models.samenvoeging import Samenvoeging
from toegang.models.termijn import (
    Gebeurtenis,
    Gelijkgestelde,
    MeerTijd,
    Opschorting,
    Taak,
    Termijn,
    TermijnSoort,
    Verlenging,
    Zichtbaar,
)
from toegang.models.terugbelbrief import Terugbelbrief
from toegang.models.toestemming import Toestemming
from toegang.models.uitzondering import (
    Inzagereden,
    Noodinzage,
    Toezichtinzage,
    ZaakGroupObjectPermission,
    ZaakUserObjectPermission,
)
from toegang.models.veiligheid import Signaaldoorgifte
from toegang.models.vernietiging import Aanleiding, Vernietiging, Vernietigverzoek
from toegang.models.verzending import Uit, Verzending, Verzendregel
from toegang.models.vraagverheldering import Leefgebiedvraag, Vraagverheldering
from toegang.models.weergave import Weergave
from toegang.models.zaak import GEEN_TERMIJN, Zaak, ZaakgebondenQuerySet, zaken_q
from toegang.models.zaakkeuzes import Gezegd, Intrekwijze, Leefgebied, PersoonlijkPlan, Zaaksoort
from toegang.regels import Afsluitreden

__all__ = [
    "GEEN_TERMIJN",
    "Aanleiding",
    "Aanvraag",
    "Actor",
    "ActorSoort",
    "Afsluitreden",
    "Bereik",
    "Bezorging",
    "Bericht",
    "Brief",
    "Concept",
    "ContactSoort",
    "Contactmoment",
    "Document",
    "DocumentSoort",
    "Dossier",
    "Formuliersleutel",
    "Gebeurtenis",
    "HistorieQuerySet",
    "HistorieVergeten",
    "Huishouden",
    "Huishoudlid",
    "Inwoner",
    "Inzage",
    "Inzagereden",
    "Kanaal",
    "Leefgebied",
    "Leefgebiedvraag",
    "MetHistorie",
    "Noodinzage",
    "Opschorting",
    "PersoonlijkPlan",
    "Relatie",
    "RelatieSoort",
    "Taak",
    "Termijn",
    "TermijnSoort",
    "Terugafloop",
    "Terugreden",
    "Toestemming",
    "Toezichtinzage",
    "Vernietiging",
    "Vernietigverzoek",
    "Vertegenwoordiger",
    "Verouderd",
    "Vraagverheldering",
    "Zaak",
    "ZaakGroupObjectPermission",
    "ZaakUserObjectPermission",
    "ZaakgebondenQuerySet",
    "Zegel",
    "Zichtbaar",
    "zaken_q",
    "Richting",
    "Route",
    "Terugbelbrief",
    "Terugbelpoging",
    "Brpstand",
    "VeiligContact",
    "Organisatie",
    "Verwijslink",
    "Samenvoeging",
    "Gelijkgestelde",
    "Verlenging",
    "Weergave",
    "Gezegd",
    "Intrekwijze",
    "MeerTijd",
    "Meldcodestap",
    "Signaaldoorgifte",
    "Zaaksoort",
    "Inzending",
    "Teller",
    "Uit",
    "Verzending",
    "Verzendregel",
]
