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


class SjabloonStatus(TextChoices):
    CONCEPT = "concept", "Concept"
    TER_GOEDKEURING = "ter_goedkeuring", "Wacht op goedkeuring"
    GOEDGEKEURD = "goedgekeurd", "In gebruik"
    VERVANGEN = "vervangen", "Niet meer in gebruik"


SJABLOON_OVERGANGEN: dict[SjabloonStatus, set[SjabloonStatus]] = {
    # a colleague goes on with the text of a draft in a version of his own: the draft ends
    SjabloonStatus.CONCEPT: {SjabloonStatus.TER_GOEDKEURING, SjabloonStatus.VERVANGEN},
    SjabloonStatus.TER_GOEDKEURING: {SjabloonStatus.CONCEPT, SjabloonStatus.GOEDGEKEURD},
    SjabloonStatus.GOEDGEKEURD: {SjabloonStatus.VERVANGEN},
    SjabloonStatus.VERVANGEN: set(),
}
SJABLOON_EIGENAAR: dict[SjabloonStatus, Rol | None] = {
    SjabloonStatus.CONCEPT: Rol.BEHEERDER,
    SjabloonStatus.TER_GOEDKEURING: Rol.JURIST,
    SjabloonStatus.GOEDGEKEURD: Rol.BEHEERDER,
    SjabloonStatus.VERVANGEN: None,
}
