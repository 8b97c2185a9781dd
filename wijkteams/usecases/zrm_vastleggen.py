"""Self-reliance, only on the domains that matter."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Verouderd
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Onderzoek, ZrmDomein, ZrmScore
from wijkteams.permissions import check_in_behandeling
from wijkteams.usecases.onderzoek_beginnen import onderzoek_beginnen

VELDEN = ("reden", "niveau", "toelichting")


def versie_van(scores: Iterable[ZrmScore]) -> int:
    """The version of all scores together: each change of one raises it."""
    return sum(score.versie for score in scores)


@transaction.atomic
def zrm_vastleggen(
    *, zaak_id, door: Actor, vandaag: datetime.date, scores: dict[int, dict], versie: int | None = None
) -> Onderzoek:
    """A score of now per domain, each with the reason why it is looked at; 0 is 'niet besproken'."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    onderzoek = onderzoek_beginnen(zaak, door=door, vandaag=vandaag)
    bestaand = {score.domein: score for score in onderzoek.zrm_scores.all()}
    if versie is not None and versie != versie_van(bestaand.values()):
        raise Verouderd(onderzoek)
    for domein, velden in sorted(scores.items()):
        if not velden.get("reden"):
            raise ValidationError(f"Schrijf waarom u kijkt naar {ZrmDomein(domein).label}")
        score = bestaand.get(domein) or ZrmScore(onderzoek=onderzoek, domein=domein, gemeten_op=vandaag)
        if not score._state.adding and all(
            getattr(score, v) == velden.get(v, getattr(score, v)) for v in VELDEN
        ):
            continue
        for veld in VELDEN:
            setattr(score, veld, velden.get(veld, getattr(score, veld)))
        score.gemeten_op = vandaag
        score.bewaren(door=door, reden="zelfredzaamheid vastgelegd")
    gebeurtenissen.zrm_vastgelegd(zaak, door=door)
    return onderzoek
