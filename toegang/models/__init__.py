"""The front door's aggregates, one file each."""

from toegang.models.actor import Actor, ActorSoort
from toegang.models.basis import HistorieQuerySet, HistorieVergeten, MetHistorie, Verouderd
from toegang.models.contact import Contactmoment, ContactSoort
from toegang.models.document import Brief, Document, DocumentSoort
from toegang.models.formulier import Concept, Formuliersleutel
from toegang.models.inwoner import (
    Bereik,
    Huishouden,
    Huishoudlid,
    Inwoner,
    Kanaal,
    Relatie,
    RelatieSoort,
    Vertegenwoordiger,
)
from toegang.models.inzage import Inzage, Zegel
from toegang.models.termijn import Gebeurtenis, Opschorting, Taak, Termijn, TermijnSoort, Zichtbaar
from toegang.models.uitzondering import (
    Inzagereden,
    Noodinzage,
    ZaakGroupObjectPermission,
    ZaakUserObjectPermission,
)
from toegang.models.zaak import (
    GEEN_TERMIJN,
    Aanvraag,
    Dossier,
    Leefgebied,
    PersoonlijkPlan,
    Toestemming,
    Vraagverheldering,
    Zaak,
    ZaakgebondenQuerySet,
    zaken_q,
)
from toegang.regels import Afsluitreden

__all__ = [
    "GEEN_TERMIJN",
    "Aanvraag",
    "Actor",
    "ActorSoort",
    "Afsluitreden",
    "Bereik",
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
    "MetHistorie",
    "Noodinzage",
    "Opschorting",
    "PersoonlijkPlan",
    "Relatie",
    "RelatieSoort",
    "Taak",
    "Termijn",
    "TermijnSoort",
    "Toestemming",
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
]
