"""States of a besluit: three people before it is signed, and effect only when it is sent (Awb art. 3:40)."""

from django.db.models import TextChoices

from toegang.rechten import Rol


class BesluitStatus(TextChoices):
    CONCEPT = "concept", "Concept"
    TER_TOETSING = "ter_toetsing", "Wacht op toets"
    TER_ONDERTEKENING = "ter_ondertekening", "Wacht op handtekening"
    ONDERTEKEND = "ondertekend", "Klaar voor verzending"
    VERZONDEN = "verzonden", "Verzonden"


BESLUIT_OVERGANGEN: dict[BesluitStatus, set[BesluitStatus]] = {
    # straight to the signature only for spoed, which is checked afterwards (`soorten.Aanleiding.SPOED`)
    BesluitStatus.CONCEPT: {BesluitStatus.TER_TOETSING, BesluitStatus.TER_ONDERTEKENING},
    BesluitStatus.TER_TOETSING: {BesluitStatus.CONCEPT, BesluitStatus.TER_ONDERTEKENING},
    BesluitStatus.TER_ONDERTEKENING: {BesluitStatus.CONCEPT, BesluitStatus.ONDERTEKEND},
    BesluitStatus.ONDERTEKEND: {BesluitStatus.CONCEPT, BesluitStatus.VERZONDEN},
    BesluitStatus.VERZONDEN: set(),
}
BESLUIT_EIGENAAR: dict[BesluitStatus, Rol | None] = {
    BesluitStatus.CONCEPT: Rol.CONSULENT,
    BesluitStatus.TER_TOETSING: Rol.TOETSER,
    BesluitStatus.TER_ONDERTEKENING: Rol.ONDERTEKENAAR,
    BesluitStatus.ONDERTEKEND: Rol.ADMINISTRATIE,
    BesluitStatus.VERZONDEN: None,
}


class BezwaarStatus(TextChoices):
    ONTVANGEN = "ontvangen", "Nieuw"
    IN_BEHANDELING = "in_behandeling", "Bezig"
    BESLOTEN = "besloten", "Afgehandeld"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


BEZWAAR_OVERGANGEN: dict[BezwaarStatus, set[BezwaarStatus]] = {
    BezwaarStatus.ONTVANGEN: {BezwaarStatus.IN_BEHANDELING, BezwaarStatus.INGETROKKEN},
    BezwaarStatus.IN_BEHANDELING: {BezwaarStatus.BESLOTEN, BezwaarStatus.INGETROKKEN},
    BezwaarStatus.BESLOTEN: set(),
    BezwaarStatus.INGETROKKEN: set(),
}
BEZWAAR_EIGENAAR: dict[BezwaarStatus, Rol | None] = {
    BezwaarStatus.ONTVANGEN: Rol.JURIST,
    BezwaarStatus.IN_BEHANDELING: Rol.JURIST,
    BezwaarStatus.BESLOTEN: None,
    BezwaarStatus.INGETROKKEN: None,
}
