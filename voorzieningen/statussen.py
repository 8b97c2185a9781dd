"""States of an indicatie: proposed, granted, running, ended."""

from django.db.models import TextChoices

from toegang.rechten import Rol


class IndicatieStatus(TextChoices):
    VOORGESTELD = "voorgesteld", "Voorgesteld"
    TOEGEKEND = "toegekend", "Toegekend"
    LOPEND = "lopend", "Loopt"
    BEEINDIGD = "beeindigd", "Beëindigd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


INDICATIE_OVERGANGEN: dict[IndicatieStatus, set[IndicatieStatus]] = {
    IndicatieStatus.VOORGESTELD: {
        IndicatieStatus.TOEGEKEND,
        IndicatieStatus.AFGEWEZEN,
        IndicatieStatus.INGETROKKEN,
    },
    IndicatieStatus.TOEGEKEND: {IndicatieStatus.LOPEND, IndicatieStatus.INGETROKKEN},
    IndicatieStatus.LOPEND: {IndicatieStatus.BEEINDIGD, IndicatieStatus.INGETROKKEN},
    IndicatieStatus.BEEINDIGD: set(),
    IndicatieStatus.AFGEWEZEN: set(),
    IndicatieStatus.INGETROKKEN: set(),
}
INDICATIE_EIGENAAR: dict[IndicatieStatus, Rol | None] = {
    IndicatieStatus.VOORGESTELD: Rol.CONSULENT,
    IndicatieStatus.TOEGEKEND: Rol.CONSULENT,
    IndicatieStatus.LOPEND: Rol.CONSULENT,
    IndicatieStatus.BEEINDIGD: None,
    IndicatieStatus.AFGEWEZEN: None,
    IndicatieStatus.INGETROKKEN: None,
}
