"""A list as one likes to see it is kept under a name, used again, or thrown away: for oneself only."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from toegang.models import Actor, Weergave

HOOGSTENS = 20  # views of one list


@transaction.atomic
def weergave_bewaren(*, lijst: str, naam: str, filter: str, door: Actor) -> Weergave:
    """The same name again replaces what stood under it. `filter` is checked by the list it belongs to."""
    if door.medewerker_id is None:
        raise PermissionDenied("Alleen een collega bewaart een weergave.")
    eigen = Weergave.objects.van(door, lijst)
    if eigen.exclude(naam=naam).count() >= HOOGSTENS:
        raise ValidationError(f"U hebt al {HOOGSTENS} weergaven. Verwijder er eerst een.")
    weergave, _ = Weergave.objects.update_or_create(
        medewerker_id=door.medewerker_id, lijst=lijst, naam=naam, defaults={"filter": filter}
    )
    return weergave


def weergave_verwijderen(*, weergave_id: int, door: Actor) -> None:
    """Only one's own; a second time changes nothing."""
    Weergave.objects.filter(pk=weergave_id, medewerker__actor=door).delete()
