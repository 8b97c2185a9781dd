"""Who may say that a colleague is away, who can stand in, and for whom I do."""

import datetime

from django.core.exceptions import PermissionDenied

from toegang.rechten import Recht
from wijkteams.models import Afwezigheid, Lidmaatschap, Medewerker
from wijkteams.overdracht import consulenten_van_teams

HOOGSTENS = datetime.timedelta(days=92)  # then somebody looks again: an exception has an end
NIET_UW_TEAM = "U meldt alleen uzelf afwezig, of een collega van een team dat u verdeelt."


def teams_die_ik_verdeel(lezer) -> list[int]:
    """As teamlead or procescoördinator, for whatever law."""
    return sorted({team for ids in lezer.rechten.teams.get(Recht.VERDELEN, {}).values() for team in ids})


def consulenten_bij(lezer, vandaag: datetime.date):
    """Whom this reader may report as away: the consulenten of the teams that he divides, and himself."""
    mensen = consulenten_van_teams(teams_die_ik_verdeel(lezer), vandaag)
    zelf = Lidmaatschap.objects.filter(medewerker=lezer.medewerker_id, rol="consulent").op(vandaag)
    return mensen | Medewerker.objects.filter(is_active=True, pk__in=zelf.values("medewerker_id"))


def check_mag_afwezigheid(door, medewerker: Medewerker, vandaag: datetime.date) -> None:
    """Oneself, or a member of a team whose zaken one divides."""
    if door.rechten.alles or door.medewerker_id == medewerker.pk:
        return
    leden = Lidmaatschap.objects.filter(medewerker=medewerker, wijkteam_id__in=teams_die_ik_verdeel(door))
    if not leden.op(vandaag).exists():
        raise PermissionDenied(NIET_UW_TEAM)


def wie_neemt_waar(medewerker: Medewerker, vandaag: datetime.date):
    """Consulenten of the same teams."""
    leden = Lidmaatschap.objects.filter(medewerker=medewerker, rol="consulent").op(vandaag)
    teams = list(leden.values_list("wijkteam_id", flat=True))
    return consulenten_van_teams(teams, vandaag).exclude(pk=medewerker.pk)


def voor_wie_ik_waarneem(lezer, vandaag: datetime.date) -> dict[int, str]:
    """Colleagues who are away today while I stand in: key and name; one query."""
    rijen = Afwezigheid.objects.op(vandaag).filter(vervanger=lezer.medewerker_id).select_related("medewerker")
    return {a.medewerker_id: a.medewerker.naam for a in rijen.order_by("pk")}


def nu_of_straks_weg(medewerkers: set[int], vandaag: datetime.date) -> list[Afwezigheid]:
    """Of these colleagues, who is away now or soon."""
    rijen = Afwezigheid.objects.nog_niet_voorbij(vandaag).filter(medewerker__in=medewerkers)
    return list(rijen.select_related("medewerker", "vervanger").order_by("vanaf_op", "pk"))
