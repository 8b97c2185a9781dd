"""The timeline of what was proposed and granted; sentences without content."""

from toegang.gebeurtenissen import vastleggen
from toegang.models import Zichtbaar


def indicatie_voorgesteld(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_voorgesteld", "Hulp voorgesteld.", door=door, zichtbaar=Zichtbaar.INTERN,
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_ingetrokken(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_ingetrokken", "Voorstel voor hulp ingetrokken.", door=door,
        zichtbaar=Zichtbaar.INTERN, adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_toegekend(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_toegekend", "Hulp toegekend.", door=door, op=op, groep="besluit",
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_afgewezen(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_afgewezen", "Hulp niet toegekend.", door=door, op=op, groep="besluit",
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_begonnen(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_begonnen", "De hulp begint.", door=door, op=indicatie.ingangsdatum,
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_afgelopen(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_afgelopen", "De hulp is afgelopen.", door=door, op=indicatie.einddatum,
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip
