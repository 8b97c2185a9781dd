"""Roles that are not tied to a team: given and taken away; they hold from the next request on."""

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.collegaregels import LOSSE_ROLLEN, beheerders_vergrendelen, waarom_niet_laatste
from wijkteams.models import Dienstverband
from wijkteams.usecases.dienstverband_ophalen import dienstverband_vergrendelen


@transaction.atomic
def rollen_wijzigen(
    *, dienstverband_id, rollen: Collection[str], reden: str, door: Actor, versie: int | None = None
) -> Dienstverband:
    """Exactly these; never one's own, and the last beheerder stays one."""
    beheerders_vergrendelen()
    dienst = dienstverband_vergrendelen(dienstverband_id, door=door, versie=versie)
    gekozen = {Rol(rol) for rol in rollen}
    if fout := gekozen - set(LOSSE_ROLLEN):
        namen = ", ".join(sorted(rol.label.lower() for rol in fout))
        raise ValidationError({"rollen": f"De rol {namen} hoort bij een team. Geef die bij 'Teams'"})
    groepen = dienst.medewerker.groups
    had = {Rol(naam) for naam in groepen.values_list("name", flat=True)} & set(LOSSE_ROLLEN)
    erbij, eraf = _op_volgorde(gekozen - had), _op_volgorde(had - gekozen)
    if not erbij and not eraf:
        raise ValidationError({"rollen": "Er is niets veranderd. Zet een vinkje aan of uit"})
    if Rol.BEHEERDER in eraf and (zin := waarom_niet_laatste(dienst.medewerker)):
        raise OngeldigeOvergang(zin)
    dienst.medewerker.groups.add(*Group.objects.filter(name__in=erbij))
    dienst.medewerker.groups.remove(*Group.objects.filter(name__in=eraf))
    delen = [
        f"{woord} {', '.join(r.label for r in wat)}"
        for woord, wat in (("erbij", erbij), ("eraf", eraf))
        if wat
    ]
    return dienst.noteren(f"Rollen: {'; '.join(delen)}", door=door, waarom=reden)


def _op_volgorde(rollen: set[Rol]) -> list[Rol]:
    return [rol for rol in LOSSE_ROLLEN if rol in rollen]
