"""States of the talk and the plan."""

from django.db.models import TextChoices

from toegang.rechten import Rol


class HuisbezoekStatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEWEEST = "geweest", "Geweest"
    VERPLAATST = "verplaatst", "Verplaatst"
    GEMIST = "gemist", "Niet doorgegaan"


class OnderzoekStatus(TextChoices):
    BEZIG = "bezig", "Bezig"
    AFGEROND = "afgerond", "Afgerond"


class VerslagStatus(TextChoices):
    CONCEPT = "concept", "Concept"
    VERSTUURD = "verstuurd", "Verstuurd"
    ONDERTEKEND = "ondertekend", "Ondertekend terug"


class PlanStatus(TextChoices):
    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Afgesproken"
    AFGESLOTEN = "afgesloten", "Afgesloten"


class ConsultStatus(TextChoices):
    GEVRAAGD = "gevraagd", "Gevraagd"
    BEANTWOORD = "beantwoord", "Beantwoord"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


HUISBEZOEK_OVERGANGEN: dict[HuisbezoekStatus, set[HuisbezoekStatus]] = {
    HuisbezoekStatus.GEPLAND: {
        HuisbezoekStatus.GEWEEST,
        HuisbezoekStatus.VERPLAATST,
        HuisbezoekStatus.GEMIST,
    },
    HuisbezoekStatus.GEWEEST: set(),
    HuisbezoekStatus.VERPLAATST: set(),
    HuisbezoekStatus.GEMIST: set(),
}
HUISBEZOEK_EIGENAAR: dict[HuisbezoekStatus, Rol | None] = {
    HuisbezoekStatus.GEPLAND: Rol.CONSULENT,
    HuisbezoekStatus.GEWEEST: None,
    HuisbezoekStatus.VERPLAATST: None,
    HuisbezoekStatus.GEMIST: None,
}

ONDERZOEK_OVERGANGEN: dict[OnderzoekStatus, set[OnderzoekStatus]] = {
    OnderzoekStatus.BEZIG: {OnderzoekStatus.AFGEROND},
    OnderzoekStatus.AFGEROND: set(),
}
ONDERZOEK_EIGENAAR: dict[OnderzoekStatus, Rol | None] = {
    OnderzoekStatus.BEZIG: Rol.CONSULENT,
    OnderzoekStatus.AFGEROND: None,
}

VERSLAG_OVERGANGEN: dict[VerslagStatus, set[VerslagStatus]] = {
    VerslagStatus.CONCEPT: {VerslagStatus.VERSTUURD},
    VerslagStatus.VERSTUURD: {VerslagStatus.ONDERTEKEND},
    VerslagStatus.ONDERTEKEND: set(),
}
VERSLAG_EIGENAAR: dict[VerslagStatus, Rol | None] = {
    VerslagStatus.CONCEPT: Rol.CONSULENT,
    VerslagStatus.VERSTUURD: Rol.CONSULENT,
    VerslagStatus.ONDERTEKEND: None,
}

PLAN_OVERGANGEN: dict[PlanStatus, set[PlanStatus]] = {
    PlanStatus.CONCEPT: {PlanStatus.VASTGESTELD, PlanStatus.AFGESLOTEN},
    PlanStatus.VASTGESTELD: {PlanStatus.CONCEPT, PlanStatus.AFGESLOTEN},
    PlanStatus.AFGESLOTEN: set(),
}
PLAN_EIGENAAR: dict[PlanStatus, Rol | None] = {
    PlanStatus.CONCEPT: Rol.CONSULENT,
    PlanStatus.VASTGESTELD: Rol.CONSULENT,
    PlanStatus.AFGESLOTEN: None,
}

CONSULT_OVERGANGEN: dict[ConsultStatus, set[ConsultStatus]] = {
    ConsultStatus.GEVRAAGD: {ConsultStatus.BEANTWOORD, ConsultStatus.INGETROKKEN},
    ConsultStatus.BEANTWOORD: set(),
    ConsultStatus.INGETROKKEN: set(),
}
CONSULT_EIGENAAR: dict[ConsultStatus, Rol | None] = {
    ConsultStatus.GEVRAAGD: Rol.CONSULENT,
    ConsultStatus.BEANTWOORD: None,
    ConsultStatus.INGETROKKEN: None,
}
