"""May this zaak go to that colleague, and who are his colleagues: one rule for the check page and for the act."""

import datetime
from dataclasses import dataclass, field

from toegang.models import Zaak
from toegang.permissions import WEIGERING
from toegang.rechten import Recht
from wijkteams.models import (
    WETTEN_VAN_DISCIPLINE,
    Lidmaatschap,
    Medewerker,
    WijkteamUserObjectPermission,
)


@dataclass(frozen=True)
class Ontvanger:
    """Who gets the zaken, and for which teams and laws that can be."""

    medewerker: Medewerker | None
    plaatsen: frozenset[tuple[int, str]] = field(default_factory=frozenset)  # (team, law)

    @classmethod
    def lezen(cls, medewerker_id: int | None, vandaag: datetime.date) -> "Ontvanger":
        """The active colleague with where he is consulent today; one query."""
        leden = list(
            Lidmaatschap.objects.filter(
                medewerker_id=medewerker_id, medewerker__is_active=True, rol="consulent"
            )
            .op(vandaag)
            .select_related("medewerker")
        )
        plaatsen = {(lid.wijkteam_id, wet) for lid in leden for wet in WETTEN_VAN_DISCIPLINE[lid.discipline]}
        return cls(leden[0].medewerker if leden else None, frozenset(plaatsen))


def waarom_niet_overdragen(zaak: Zaak, ontvanger: Ontvanger | None, *, van: int | None = None) -> str:
    """The refusal as the end of a sentence that begins with the name of the inwoner, or ''.

    The zaak comes from `met_rechten`; without an `ontvanger` the question is whether it can go to anyone.
    `van`: who was regisseur when the reader saw it.
    """
    if not zaak.mag(Recht.VERDELEN):
        return (
            "is afgeschermd." if zaak.afgeschermd else f"gaat niet mee: {_klein(WEIGERING[Recht.VERDELEN])}"
        )
    if not zaak.is_open:
        return "is afgesloten."
    if zaak.regisseur is None:
        return "heeft nog geen regisseur. Kies die bij Verdelen."
    if van is not None and zaak.regisseur_id != van:
        return f"is intussen door een collega overgedragen aan {zaak.regisseur.naam}."
    if ontvanger is None:
        return ""
    if (zaak.wijkteam_id, zaak.wet) not in ontvanger.plaatsen:
        naam = ontvanger.medewerker.naam if ontvanger.medewerker else "Deze collega"
        return f"gaat niet mee: {naam} is in {zaak.wijkteam.naam} geen consulent voor de {zaak.get_wet_display()}."
    return ""


def consulenten_van_teams(teams, vandaag: datetime.date):
    """Who is consulent of one of these teams today, by name; for which law is judged for each zaak."""
    leden = Lidmaatschap.objects.filter(wijkteam_id__in=teams, rol="consulent").op(vandaag)
    mensen = Medewerker.objects.filter(is_active=True, pk__in=leden.values("medewerker_id"))
    return mensen.order_by("last_name", "first_name", "pk")


def teamgenoten(lezer):
    """Colleagues with a right in one of the teams of this reader."""
    teams = {team for per_wet in lezer.rechten.teams.values() for ids in per_wet.values() for team in ids}
    rechten = WijkteamUserObjectPermission.objects.filter(content_object__in=sorted(teams))
    return Medewerker.objects.filter(is_active=True, pk__in=rechten.values("user_id"))


def _klein(zin: str) -> str:
    return zin[:1].lower() + zin[1:]
