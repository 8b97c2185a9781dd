"""Someone takes part in the plan."""

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from wijkteams.models import Deelnemer
from wijkteams.usecases.plan_ophalen import opnieuw_afspreken, plandeel_vergrendelen


@transaction.atomic
def deelnemer_toevoegen(*, plan_id, zaak_id, door: Actor, naam: str, rol: str) -> Deelnemer:
    """Daughter, neighbour, provider: whoever must agree with the part of this zaak."""
    _, deel = plandeel_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    if deel.deelnemers.filter(naam__iexact=naam, rol__iexact=rol).exists():
        raise ValidationError({"naam": f"{naam} doet al mee"})
    deelnemer = Deelnemer(deel=deel, naam=naam, rol=rol).bewaren(door=door, reden="deelnemer toegevoegd")
    opnieuw_afspreken([deel], door=door, akkoord_weg=False)
    return deelnemer
