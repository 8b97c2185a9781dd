"""Which team a zaak belongs to, who is the contact of the school or GP, who may become regisseur."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from toegang.models import Contactmoment, Zaak
from wijkteams.models import (
    WETTEN_VAN_DISCIPLINE,
    Gebied,
    Lidmaatschap,
    Medewerker,
    VasteContactpersoon,
    Wijkteam,
)
from wijkteams.toewijsregels import soort_team


@dataclass(frozen=True)
class Teamvoorstel:
    """The team, or None when there is none of that kind, and why in a sentence."""

    team: Wijkteam | None
    waarom: str


def team_voorstellen(zaak: Zaak) -> Teamvoorstel:
    """By the kind of zaak, else by the four digits of the postcode; without an address wijkteam+. One query."""
    postcode4 = zaak.dossier.inwoner.postcode[:4]
    gebied = Exists(Gebied.objects.filter(wijkteam=OuterRef("pk"), postcode4=postcode4))
    teams = list(
        Wijkteam.objects.annotate(in_gebied=gebied)
        .filter(Q(in_gebied=True) | ~Q(soort=Wijkteam.Soort.WIJK))
        .order_by("pk")
    )
    van_gebied = next((team for team in teams if team.in_gebied), None)
    soort, omdat = soort_team(zaak.soort, heeft_postcode=bool(postcode4), in_gebied=van_gebied is not None)
    anders = next((t for t in teams if t.soort == soort), None)
    team = van_gebied if soort == Wijkteam.Soort.WIJK else anders
    if team is None:
        return Teamvoorstel(None, f"Er is nog geen {Wijkteam.Soort(soort).label}, en {omdat}.")
    return Teamvoorstel(team, f"{team.naam}, want {omdat}.")


def team_voor(zaak: Zaak) -> Wijkteam | None:
    """The team that a zaak goes to when the front door is done with it."""
    return team_voorstellen(zaak).team


def vaste_contactpersoon(zaak: Zaak, vandaag: datetime.date) -> VasteContactpersoon | None:
    """Of the school or GP that referred this zaak first, today; one query."""
    verwijzers = Contactmoment.objects.filter(zaak=zaak).exclude(organisatie=None)
    return (
        VasteContactpersoon.objects.filter(
            Q(tot_op=None) | Q(tot_op__gt=vandaag), vanaf_op__lte=vandaag,
            organisatie__in=verwijzers.values("organisatie"),
        )
        .select_related("organisatie", "medewerker", "wijkteam")
        .order_by("vanaf_op", "pk")
        .first()
    )  # fmt: skip


def contactpersoon_in_woorden(vast: VasteContactpersoon | None, zaak: Zaak) -> str:
    """Who is the contact of the school or GP, when that helps the choice; '' when there is none."""
    if vast is None:
        return ""
    wie = vast.medewerker.naam if vast.medewerker else "het team zelf"
    elders = "" if vast.wijkteam_id == zaak.wijkteam_id else f" ({vast.wijkteam.naam})"
    return f"Vaste contactpersoon van {vast.organisatie.naam}: {wie}{elders}."


def disciplines_voor(wet: str) -> list[str]:
    """The disciplines that handle this law."""
    return [discipline for discipline, wetten in WETTEN_VAN_DISCIPLINE.items() if wet in wetten]


def consulenten(wijkteam_id: int | None, wet: str, vandaag: datetime.date):
    """Who may become regisseur of a zaak of this law in this team."""
    leden = Lidmaatschap.objects.filter(
        wijkteam_id=wijkteam_id, rol="consulent", discipline__in=disciplines_voor(wet)
    ).op(vandaag)
    return Medewerker.objects.filter(is_active=True, pk__in=leden.values("medewerker_id"))
