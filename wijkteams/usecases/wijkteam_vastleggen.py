"""A team with the postcodes that it serves, kept by the beheerder. A team is never removed: dossiers name it."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from wijkteams.models import Gebied, Wijkteam


@transaction.atomic
def wijkteam_vastleggen(
    *,
    door: Actor,
    naam: str,
    soort: str,
    telefoon: str = "",
    postcodes: Collection[str] = (),
    wijkteam_id: int | None = None,
    versie: int | None = None,
) -> Wijkteam:
    """New zaken follow the postcode from now on; those that are open stay with their team."""
    check_rol(door, Rol.BEHEERDER)
    team = Wijkteam.objects.vergrendelen(wijkteam_id) if wijkteam_id else Wijkteam()
    team.check_versie(versie if wijkteam_id else None)
    if Wijkteam.objects.filter(naam__iexact=naam).exclude(pk=team.pk or 0).exists():
        raise ValidationError({"naam": "Er is al een team met deze naam. Kies een andere"})
    elders = Gebied.objects.filter(postcode4__in=postcodes).exclude(wijkteam=team.pk or 0)
    if anderen := list(elders.select_related("wijkteam").order_by("postcode4")):
        van = ", ".join(f"{g.postcode4} ({g.wijkteam.naam})" for g in anderen[:5])
        raise ValidationError({"postcodes": f"Al van een ander team: {van}. Haal ze daar eerst weg"})
    had = set(Gebied.objects.filter(wijkteam=team).values_list("postcode4", flat=True)) if team.pk else set()
    erbij, eraf = sorted(set(postcodes) - had), sorted(had - set(postcodes))
    team.naam, team.soort, team.telefoon = naam, Wijkteam.Soort(soort), telefoon
    wat = [f"postcodes {woord}: {' '.join(pc)}" for woord, pc in (("erbij", erbij), ("eraf", eraf)) if pc]
    team.bewaren(door=door, reden="; ".join(["team vastgelegd", *wat]))
    Gebied.objects.filter(wijkteam=team, postcode4__in=eraf).delete()
    for postcode in erbij:
        Gebied.objects.create(postcode4=postcode, wijkteam=team)
    return team
