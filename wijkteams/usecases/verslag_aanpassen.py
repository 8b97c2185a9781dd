"""The words of the verslag are edited before it is sent."""

from django.db import transaction

from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Verslag
from wijkteams.statussen import VerslagStatus
from wijkteams.usecases.verslag_ophalen import verslag_vergrendelen


@transaction.atomic
def verslag_aanpassen(
    *, verslag_id, door: Actor, delen: list[list[str]], versie: int | None = None
) -> Verslag:
    """`delen`: pairs of heading and text, as the citizen reads them; a part without text is left out of the letter."""
    _, _, verslag = verslag_vergrendelen(verslag_id, door=door)
    if verslag.status != VerslagStatus.CONCEPT:
        raise OngeldigeOvergang("Dit verslag is al verstuurd. Wat anders is, schrijft u bij de opmerkingen.")
    verslag.check_versie(versie)
    verslag.delen = [[kop, tekst] for kop, tekst in delen]
    return verslag.bewaren(door=door, reden="verslag aangepast")
