"""A colleague gets an account; nobody types a password for him (ASVS 6.4.1): he chooses one by a link."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from toegang.models import Actor, ActorSoort
from toegang.permissions import check_rol
from toegang.rechten import Rol
from wijkteams.models import Dienstverband, Medewerker
from wijkteams.toewijsregels import VOLLE_WEEK


@transaction.atomic
def medewerker_aanmaken(
    *,
    door: Actor,
    username: str,
    first_name: str,
    last_name: str,
    vandaag: datetime.date,
    rollen: Iterable[str] = (),
    email: str = "",
    functie: str = "",
    telefoon: str = "",
    disciplines: Iterable[str] = (),
    contracturen: Decimal = VOLLE_WEEK,
    reden: str = "",
) -> Medewerker:
    """The account, its Actor and the roles that are not tied to a team; team rights come from a membership."""
    check_rol(door, Rol.BEHEERDER)
    check_uniek(username=username, email=email)
    medewerker = Medewerker(
        username=username, first_name=first_name, last_name=last_name, email=email, functie=functie,
        telefoon=telefoon, disciplines=list(disciplines), contracturen=contracturen,
    )  # fmt: skip
    medewerker.set_unusable_password()
    opslaan(medewerker)
    medewerker.groups.add(*Group.objects.filter(name__in=[Rol(rol).value for rol in rollen]))
    Actor.objects.create(soort=ActorSoort.MEDEWERKER, medewerker=medewerker, naam=medewerker.naam)
    namen = ", ".join(Rol(rol).label for rol in rollen)
    Dienstverband(medewerker=medewerker, vanaf_op=vandaag).noteren(
        f"Collega gemaakt{f' met de rol {namen}' if namen else ''}", door=door, waarom=reden
    )
    return medewerker


def check_uniek(*, username: str, email: str, behalve: int | None = None) -> None:
    """One name is one colleague, also with other capitals; a link goes to an address of one person."""
    anderen = Medewerker.objects.exclude(pk=behalve or 0)
    fouten = {}
    if anderen.filter(username__iexact=username).exists():
        fouten["username"] = al_in_gebruik(username)
    if email and (ander := anderen.filter(email__iexact=email, is_active=True).order_by("pk").first()):
        fouten["email"] = (
            f"Dit e-mailadres is al van {ander.volledige_naam}. Elke collega heeft een eigen adres"
        )
    if fouten:
        raise ValidationError(fouten)


def al_in_gebruik(username: str) -> str:
    return f"Er is al een collega met de gebruikersnaam {username}. Kies een andere"


def opslaan(medewerker: Medewerker) -> None:
    """Two beheerders who choose the same name at once: the second one reads so."""
    try:
        with transaction.atomic():
            medewerker.save()
    except IntegrityError as fout:
        raise ValidationError({"username": al_in_gebruik(medewerker.username)}) from fout
