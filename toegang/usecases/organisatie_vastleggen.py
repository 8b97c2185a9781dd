"""A finder that may refer: made or changed by the beheerder."""

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Organisatie
from toegang.permissions import check_rol
from toegang.rechten import Rol


@transaction.atomic
def organisatie_vastleggen(
    *,
    door: Actor,
    naam: str,
    soort: str,
    telefoon: str = "",
    e_mail: str = "",
    actief: bool = True,
    organisatie_id=None,
    versie: int | None = None,
) -> Organisatie:
    """One name is one organisation. Put off, its links open nothing any more."""
    check_rol(door, Rol.BEHEERDER)
    organisatie = Organisatie.objects.vergrendelen(organisatie_id) if organisatie_id else Organisatie()
    if organisatie_id:
        organisatie.check_versie(versie)
    if Organisatie.objects.filter(naam__iexact=naam).exclude(pk=organisatie.pk).exists():
        raise ValidationError({"naam": "Er is al een organisatie met deze naam. Kies die in de lijst"})
    organisatie.naam, organisatie.soort, organisatie.telefoon = naam, soort, telefoon
    organisatie.e_mail, organisatie.actief = e_mail, actief
    return organisatie.bewaren(door=door, reden="organisatie vastgelegd")
