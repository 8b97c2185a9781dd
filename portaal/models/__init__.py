from portaal.models.sessie import Portaalsessie
from portaal.models.verzoek import Verzoek, Verzoekbestand, VerzoekSoort, VerzoekStatus
from portaal.models.vrijgegeven import (
    Actieregel,
    Afspraak,
    Brief,
    Deelnemer,
    Doel,
    Gevraagd,
    Hulp,
    Inzageregel,
    Persoon,
    Uitvraag,
    Verslag,
    Vertegenwoordiging,
    Vraag,
)

__all__ = [
    "Actieregel",
    "Afspraak",
    "Brief",
    "Deelnemer",
    "Doel",
    "Gevraagd",
    "Hulp",
    "Inzageregel",
    "Persoon",
    "Portaalsessie",
    "Uitvraag",
    "Verslag",
    "Vertegenwoordiging",
    "Verzoek",
    "VerzoekSoort",
    "VerzoekStatus",
    "Verzoekbestand",
    "Vraag",
]
