"""A colleague gets an account."""

from collections.abc import Iterable
from decimal import Decimal

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, ActorSoort
from toegang.permissions import check_rol
from toegang.rechten import Rol
from wijkteams.models import Medewerker
from wijkteams.toewijsregels import VOLLE_WEEK


@transaction.atomic
def medewerker_aanmaken(
    *,
    door: Actor,
    username: str,
    first_name: str,
    last_name: str,
    rollen: Iterable[str] = (),
    functie: str = "",
    telefoon: str = "",
    disciplines: Iterable[str] = (),
    contracturen: Decimal = VOLLE_WEEK,
) -> Medewerker:
    """The account, its Actor and the roles that are not tied to a team; team rights come from a membership."""
    check_rol(door, Rol.BEHEERDER)
    if Medewerker.objects.filter(username__iexact=username).exists():
        raise ValidationError(f"Er is al een collega met de gebruikersnaam {username}. Kies een andere.")
    medewerker = Medewerker(
        username=username, first_name=first_name, last_name=last_name, functie=functie, telefoon=telefoon,
        disciplines=list(disciplines), contracturen=contracturen,
    )  # fmt: skip
    medewerker.set_unusable_password()
    medewerker.save()
    medewerker.groups.add(*Group.objects.filter(name__in=[Rol(rol).value for rol in rollen]))
    Actor.objects.create(soort=ActorSoort.MEDEWERKER, medewerker=medewerker, naam=medewerker.naam)
    return medewerker
