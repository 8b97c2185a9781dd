"""Who does what for a goal."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Actie, Doel
from wijkteams.usecases.plan_ophalen import delen_van, opnieuw_afspreken, plandeel_vergrendelen

# Short help of the wijkteam itself lasts three to twelve months; longer is maatwerk.
BASISHULP_TOT = datetime.timedelta(days=366)


@transaction.atomic
def actie_toevoegen(
    *,
    doel_id,
    zaak_id,
    door: Actor,
    soort: str,
    omschrijving: str,
    wie: str = "",
    uiterlijk_op: datetime.date | None = None,
) -> Actie:
    """By the inwoner, family, something in the neighbourhood, the wijkteam itself, or as maatwerk."""
    doel = Doel.objects.voor(door, Recht.INHOUD_INZIEN).get(pk=doel_id)
    _, deel = plandeel_vergrendelen(doel.plan_id, zaak_id=zaak_id, door=door)
    if not doel.doelzaken.filter(zaak_id=zaak_id).exists():
        raise OngeldigeOvergang("Dit doel hoort bij een andere vraag. Open het plan van die vraag.")
    if doel.beeindigd_op is not None:
        raise OngeldigeOvergang("Dit doel is gestopt. Maak een nieuw doel.")
    if uiterlijk_op is not None and uiterlijk_op < deel.begonnen_op:
        raise ValidationError({"uiterlijk_op": "Kies een dag die nog komt"})
    if soort == Actie.Soort.BASISHULP and uiterlijk_op and uiterlijk_op > deel.begonnen_op + BASISHULP_TOT:
        raise ValidationError({"uiterlijk_op": "Korte hulp van het wijkteam duurt hoogstens 12 maanden"})
    actie = Actie(
        doel=doel, soort=Actie.Soort(soort), omschrijving=omschrijving, wie=wie, uiterlijk_op=uiterlijk_op
    ).bewaren(door=door, reden="actie toegevoegd")  # fmt: skip
    opnieuw_afspreken(delen_van(doel), door=door)
    return actie
