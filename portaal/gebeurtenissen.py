"""What a citizen did on the site, in the timeline."""

from toegang.gebeurtenissen import vastleggen
from toegang.rechten import Laag


def afspraak_bevestigd(zaak, *, door) -> None:
    vastleggen(
        zaak, "afspraak_bevestigd", "Inwoner liet weten dat de afspraak uitkomt.", door=door, groep="gesprek"
    )


def papieren_ontvangen(zaak, *, door) -> None:
    vastleggen(
        zaak, "papieren_ontvangen", "Inwoner stuurde papieren via Mijn hulp.", door=door, groep="besluit"
    )


def plan_ontvangen(zaak, *, door) -> None:
    vastleggen(
        zaak, "plan_ontvangen", "Inwoner stuurde een eigen plan via Mijn hulp.", door=door, groep="gesprek",
        laag=Laag.PROCES,
    )  # fmt: skip
