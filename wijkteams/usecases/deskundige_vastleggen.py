"""Who may be asked for advice: the list that the beheerder keeps."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.models import Deskundige, Deskundigheid, Medewerker


@transaction.atomic
def deskundige_vastleggen(
    *, medewerker_id, deskundigheid: str, door: Actor, vandaag: datetime.date
) -> Deskundige:
    """From today on; it opens nothing until somebody asks."""
    check_rol(door, Rol.BEHEERDER)
    medewerker = (
        Medewerker.objects.select_for_update(no_key=True).filter(pk=medewerker_id, is_active=True).first()
    )
    if medewerker is None:
        raise ValidationError({"medewerker": "Kies een collega die hier werkt"})
    if Deskundige.objects.filter(medewerker=medewerker, deskundigheid=deskundigheid, tot_op=None).exists():
        raise ValidationError({"medewerker": f"{medewerker.naam} staat al in deze lijst"})
    return Deskundige(
        medewerker=medewerker, deskundigheid=Deskundigheid(deskundigheid), vanaf_op=vandaag
    ).bewaren(door=door, reden="deskundige")


@transaction.atomic
def deskundige_beeindigen(*, deskundige_id, door: Actor, vandaag: datetime.date) -> Deskundige:
    """No new questions; what was asked runs on until its day."""
    check_rol(door, Rol.BEHEERDER)
    deskundige = Deskundige.objects.vergrendelen(deskundige_id)
    if deskundige.tot_op is not None:
        raise OngeldigeOvergang("Deze collega staat niet meer in de lijst.")
    deskundige.tot_op = max(vandaag, deskundige.vanaf_op)
    return deskundige.bewaren(door=door, reden="geen deskundige meer")
