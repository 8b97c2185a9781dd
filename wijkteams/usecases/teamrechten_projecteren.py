"""Team rights are a projection of the memberships: one function writes them, one compares."""

import datetime

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from toegang.rechten import TEAMRECHTEN, Rol, codenaam
from wijkteams.models import (
    WETTEN_VAN_DISCIPLINE,
    Lidmaatschap,
    Medewerker,
    Wijkteam,
    WijkteamUserObjectPermission,
)

TEAMROLLEN = frozenset(TEAMRECHTEN)


def hoort_te_hebben(medewerker: Medewerker, vandaag: datetime.date) -> set[tuple[int, str]]:
    """(team, permission) by the memberships of today: role x the laws of the discipline."""
    leden = Lidmaatschap.objects.filter(medewerker=medewerker).op(vandaag)
    return {
        (lid.wijkteam_id, codenaam(wet, recht))
        for lid in leden
        for wet in WETTEN_VAN_DISCIPLINE[lid.discipline]
        for recht in TEAMRECHTEN[Rol(lid.rol)]
    }


def heeft_nu(medewerker: Medewerker) -> set[tuple[int, str]]:
    """(team, permission) as the guardian rows say."""
    rijen = WijkteamUserObjectPermission.objects.filter(user=medewerker)
    return set(rijen.values_list("content_object_id", "permission__codename"))


def verschil_met_lidmaatschappen(medewerker: Medewerker, *, vandaag: datetime.date) -> dict[str, set]:
    """What the rows hold too much or too little; both empty when the projection is right. Compared each night."""
    hoort, heeft = hoort_te_hebben(medewerker, vandaag), heeft_nu(medewerker)
    return {"te_veel": heeft - hoort, "te_weinig": hoort - heeft}


@transaction.atomic
def teamrechten_projecteren(medewerker: Medewerker, *, vandaag: datetime.date) -> None:
    """Make the guardian rows and the role groups equal to the memberships of today."""
    Medewerker.objects.select_for_update(no_key=True).get(pk=medewerker.pk)
    verschil = verschil_met_lidmaatschappen(medewerker, vandaag=vandaag)
    soort = ContentType.objects.get_for_model(Wijkteam)
    namen = {naam for _, naam in verschil["te_weinig"]}
    permissies = {p.codename: p for p in Permission.objects.filter(content_type=soort, codename__in=namen)}
    for team, naam in sorted(verschil["te_weinig"]):
        WijkteamUserObjectPermission.objects.create(
            user=medewerker, content_object_id=team, permission=permissies[naam]
        )
    for team, naam in verschil["te_veel"]:
        WijkteamUserObjectPermission.objects.filter(
            user=medewerker, content_object_id=team, permission__codename=naam
        ).delete()
    rollen = set(Lidmaatschap.objects.filter(medewerker=medewerker).op(vandaag).values_list("rol", flat=True))
    medewerker.groups.add(*Group.objects.filter(name__in=rollen))
    medewerker.groups.remove(*Group.objects.filter(name__in=TEAMROLLEN - rollen))
