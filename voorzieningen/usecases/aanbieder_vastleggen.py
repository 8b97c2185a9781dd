"""A provider: added or changed by the contractbeheerder."""

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from voorzieningen.models import Aanbieder
from voorzieningen.toewijsregels import waarom_geen_agb

CONTRACTBEHEER = (Rol.CONTRACTBEHEERDER, Rol.BEHEERDER)


@transaction.atomic
def aanbieder_vastleggen(
    *, naam: str, agb: str, telefoon: str = "", door: Actor, aanbieder_id=None, versie: int | None = None
) -> Aanbieder:
    """One name and one AGB code is one provider; the code is checked on form and length only."""
    check_rol(door, *CONTRACTBEHEER)
    aanbieder = Aanbieder.objects.vergrendelen(aanbieder_id) if aanbieder_id else Aanbieder()
    if aanbieder_id:
        aanbieder.check_versie(versie)
    agb = agb.replace(" ", "").replace("-", "")
    fouten = {}
    if zin := waarom_geen_agb(agb):
        fouten["agb"] = zin
    elif ander := Aanbieder.objects.filter(agb=agb).exclude(pk=aanbieder.pk).first():
        fouten["agb"] = f"Deze AGB-code is al van {ander.naam}"
    if Aanbieder.objects.filter(naam__iexact=naam).exclude(pk=aanbieder.pk).exists():
        fouten["naam"] = "Er is al een aanbieder met deze naam. Kies die in de lijst"
    if fouten:
        raise ValidationError(fouten)
    aanbieder.naam, aanbieder.agb, aanbieder.telefoon = naam, agb, telefoon
    return aanbieder.bewaren(door=door, reden="aanbieder vastgelegd")
