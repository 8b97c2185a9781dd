"""The colleague that a beheerder works on, locked: who came second on an old page is told."""

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.collegaregels import check_niet_eigen, waarom_niet_in_dienst
from wijkteams.models import Dienstverband, Medewerker


def dienstverband_vergrendelen(
    dienstverband_id,
    *,
    door: Actor,
    versie: int | None = None,
    ook_eigen: bool = False,
    in_dienst: bool = True,
) -> Dienstverband:
    """Raises DoesNotExist, PermissionDenied, Verouderd, or OngeldigeOvergang for who works here no longer."""
    check_rol(door, Rol.BEHEERDER)
    dienst = Dienstverband.objects.vergrendelen(dienstverband_id)
    if not ook_eigen:
        check_niet_eigen(door, dienst.medewerker_id)
    dienst.check_versie(versie)
    dienst.medewerker = Medewerker.objects.select_for_update(no_key=True).get(pk=dienst.medewerker_id)
    if in_dienst and (zin := waarom_niet_in_dienst(dienst)):
        raise OngeldigeOvergang(zin)
    return dienst


def dienstverband_van(medewerker_id: int) -> Dienstverband | None:
    """Locked, before the colleague and the memberships; None for an account that has none."""
    return Dienstverband.objects.select_for_update(no_key=True).filter(medewerker=medewerker_id).first()
