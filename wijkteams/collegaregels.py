"""May this beheerder do this with this colleague, and can it be now? One rule for the button, the page and the act."""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied

from toegang import opmaak
from toegang.rechten import TEAMRECHTEN, Rol
from wijkteams.models import Dienstverband, Medewerker

# Roles that are not tied to a team; the others come with a membership.
LOSSE_ROLLEN: tuple[Rol, ...] = tuple(rol for rol in Rol if rol not in TEAMRECHTEN)
TEAMROLLEN: tuple[Rol, ...] = tuple(rol for rol in Rol if rol in TEAMRECHTEN)
EIGEN = (
    "Een andere beheerder wijzigt uw rollen, uw teams en hoe u inlogt. Uw eigen wachtwoord wijzigt u zelf."
)


def check_niet_eigen(door, medewerker_id: int) -> None:
    """Nobody gives or takes her own rights."""
    if door.medewerker_id is not None and door.medewerker_id == medewerker_id:
        raise PermissionDenied(EIGEN)


def waarom_niet_in_dienst(dienst: Dienstverband) -> str:
    if dienst.medewerker.is_active:
        return ""
    sinds = f" sinds {opmaak.datum(dienst.tot_op)}" if dienst.tot_op else ""
    return f"{dienst.medewerker.naam} werkt hier niet meer{sinds}."


def waarom_niet_laatste(medewerker: Medewerker) -> str:
    """Without a beheerder who can sign in nobody makes one."""
    anderen = Medewerker.objects.filter(groups__name=Rol.BEHEERDER, is_active=True).exclude(pk=medewerker.pk)
    if anderen.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).exists():
        return ""
    return (
        f"{medewerker.naam} is de enige beheerder die kan inloggen. Maak eerst een andere collega beheerder, en wacht"
        " tot die een wachtwoord heeft gekozen."
    )


def beheerders_vergrendelen() -> None:
    """Two beheerders who take each other's role away wait for one another: the second one reads what the first did."""
    list(Group.objects.select_for_update(no_key=True).filter(name=Rol.BEHEERDER))


def is_beheerder(medewerker: Medewerker) -> bool:
    return medewerker.groups.filter(name=Rol.BEHEERDER).exists()
