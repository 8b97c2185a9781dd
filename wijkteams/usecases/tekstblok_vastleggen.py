"""The beheerder keeps the text blocks."""

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from wijkteams.models import Tekstblok

VAN_EEN_TREDE = (Tekstblok.Veld.WAT_IS_ER, Tekstblok.Veld.BRIEFTEKST)


@transaction.atomic
def tekstblok_vastleggen(
    *,
    door: Actor,
    titel: str,
    veld: str,
    tekst: str,
    trede: int | None = None,
    wet: str = "",
    actief: bool = True,
    tekstblok_id=None,
    versie: int | None = None,
) -> Tekstblok:
    """A new one, or another wording; what was written with it before stays as it is."""
    check_rol(door, Rol.BEHEERDER)
    rij = Tekstblok.objects.vergrendelen(tekstblok_id) if tekstblok_id else Tekstblok()
    if tekstblok_id:
        rij.check_versie(versie)
    if trede and veld not in VAN_EEN_TREDE:
        raise ValidationError(
            {"trede": "Een trede hoort alleen bij een tekst van de afweging. Laat dit leeg"}
        )
    if Tekstblok.objects.filter(veld=veld, titel=titel).exclude(pk=tekstblok_id).exists():
        raise ValidationError(
            {"titel": "Er is al een tekst met deze naam voor dit veld. Kies een andere naam"}
        )
    rij.titel, rij.veld, rij.tekst, rij.trede, rij.wet, rij.actief = titel, veld, tekst, trede, wet, actief
    return rij.bewaren(door=door, reden="tekstblok vastgelegd")
