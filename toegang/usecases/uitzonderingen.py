"""Exceptions on one zaak: given with a ground and an end, taken away again."""

import datetime

from django.contrib.auth.models import Permission

from toegang.models import Actor, Zaak, ZaakUserObjectPermission
from toegang.rechten import GROND_RECHTEN, Grond


def verlenen(
    zaak: Zaak,
    medewerker_id: int,
    grond: Grond,
    *,
    vanaf: datetime.datetime,
    tot: datetime.datetime,
    door: Actor,
) -> None:
    """The rights of this ground until `tot`; what this ground gave for longer stays, and so does what another gave."""
    namen = [recht.value for recht in GROND_RECHTEN[grond]]
    rechten = Permission.objects.filter(
        content_type__app_label="toegang", content_type__model="zaak", codename__in=namen
    )
    for recht in rechten.order_by("pk"):
        rij = ZaakUserObjectPermission.objects.filter(
            user_id=medewerker_id, permission=recht, content_object=zaak, grond=grond
        ).first()
        if rij is not None and rij.tot >= tot:
            continue
        rij = rij or ZaakUserObjectPermission(user_id=medewerker_id, permission=recht, content_object=zaak)
        rij.grond, rij.vanaf, rij.tot, rij.verleend_door = grond, vanaf, tot, door
        rij.save()


def intrekken(zaak: Zaak, grond: Grond, *, medewerker_id: int | None = None) -> None:
    """Take away what this ground gave on this zaak, of one colleague or of all."""
    rijen = ZaakUserObjectPermission.objects.filter(content_object=zaak, grond=grond)
    if medewerker_id is not None:
        rijen = rijen.filter(user_id=medewerker_id)
    rijen.delete()


def alles_intrekken(medewerker_id: int) -> None:
    """Take away what one colleague holds on any zaak, by whatever ground: who comes back begins without."""
    ZaakUserObjectPermission.objects.filter(user_id=medewerker_id).delete()
