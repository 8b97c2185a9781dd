"""Help that ends soon, and help that nobody gives, per team: numbers only, of the laws that this reader distributes."""

import datetime
from collections.abc import Mapping

from django.db.models import Count, QuerySet

from toegang.cijfers import Blok, Rijen, Vraag
from toegang.rechten import Recht
from voorzieningen.models import Indicatie, Levering
from voorzieningen.models.afloop import LOOPT
from wijkteams.beeld.teams import naast_elkaar

BINNEN = datetime.timedelta(days=30)


def vragen(v: Vraag) -> dict[str, QuerySet]:
    """Of the other teams, without what is shielded; small numbers are hidden on the page."""
    eindigt = Indicatie.objects.filter(status__in=LOOPT, einddatum__range=(v.vandaag, v.vandaag + BINNEN))
    return {
        "teams_afloop": _per_team(eindigt, "zaak", v),
        "teams_levering": _per_team(Levering.objects.niet_geleverd(v.vandaag), "indicatie__zaak", v),
    }


def _per_team(rijen: QuerySet, zaak: str, v: Vraag) -> QuerySet:
    per_wet = v.lezer.rechten.teams.get(Recht.VERDELEN, {})
    wetten = [wet for wet, teams in per_wet.items() if v.wijkteam_id in teams]
    anderen = {f"{zaak}__afgeschermd": False, f"{zaak}__wijkteam__isnull": False, f"{zaak}__wet__in": wetten}
    return (
        rijen.filter(**anderen)
        .exclude(**{f"{zaak}__wijkteam": v.wijkteam_id})
        .values(f"{zaak}__wijkteam__naam")
        .annotate(n=Count(zaak, distinct=True))
    )


def blok(gelezen: Mapping[str, Rijen], eigen: tuple[int, int]) -> Blok:
    """This team beside the others, by name: no order of who does best."""
    per_team: dict[str, list[int]] = {}
    for plek, (naam, zaak) in enumerate((("teams_afloop", "zaak"), ("teams_levering", "indicatie__zaak"))):
        for rij in gelezen[naam]:
            per_team.setdefault(rij[f"{zaak}__wijkteam__naam"], [0, 0])[plek] = rij["n"]
    return naast_elkaar(
        "hulp_teams", "Hulp naast de andere teams", "Zo staat het met de hulp in de gemeente",
        kolommen=("Loopt af binnen 30 dagen", "Verleend, niet geleverd"), eigen=eigen,
        lijsten=("loopt_af:30", "niet_geleverd"), per_team=per_team,
    )  # fmt: skip
