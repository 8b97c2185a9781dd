"""Which hand a colleague writes with: the parts of the talk then stand under the other thumb."""

from django.db import transaction

from toegang.models import Actor
from wijkteams.models import Medewerker


@transaction.atomic
def hand_kiezen(*, door: Actor, linkshandig: bool) -> None:
    """A setting of the colleague himself, on every device; nothing is written when it stays as it was."""
    eigen = Medewerker.objects.exclude(linkshandig=linkshandig).filter(actor=door)
    for medewerker in eigen.select_for_update(of=("self",), no_key=True):
        medewerker.linkshandig = linkshandig
        medewerker.save(update_fields=["linkshandig"])
