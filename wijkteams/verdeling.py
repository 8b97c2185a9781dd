"""Which team a zaak belongs to, and who in it has how much: what distributing reads."""

import datetime

from django.db.models import Count, Q

from toegang.models import Zaak
from toegang.statussen import ZaakStatus
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Gebied, Lidmaatschap, Medewerker, Wijkteam
from wijkteams.regels import Werklast


def team_voor(zaak: Zaak) -> Wijkteam | None:
    """By the four digits of the postcode; without an address, or outside our areas: wijkteam+."""
    postcode4 = zaak.dossier.inwoner.postcode[:4]
    gebied = (
        Gebied.objects.select_related("wijkteam").filter(postcode4=postcode4).first() if postcode4 else None
    )
    if gebied:
        return gebied.wijkteam
    return Wijkteam.objects.filter(soort=Wijkteam.Soort.PLUS).order_by("pk").first()


def disciplines_voor(wet: str) -> list[str]:
    """The disciplines that handle this law."""
    return [discipline for discipline, wetten in WETTEN_VAN_DISCIPLINE.items() if wet in wetten]


def consulenten(wijkteam_id: int | None, wet: str, vandaag: datetime.date):
    """Who may become regisseur of a zaak of this law in this team."""
    leden = Lidmaatschap.objects.filter(
        wijkteam_id=wijkteam_id, rol="consulent", discipline__in=disciplines_voor(wet)
    ).op(vandaag)
    return Medewerker.objects.filter(is_active=True, pk__in=leden.values("medewerker_id"))


def consulenten_van_teams(teams, vandaag: datetime.date):
    """Who is consulent of one of these teams today, by name; for which law is judged for each zaak."""
    leden = Lidmaatschap.objects.filter(wijkteam_id__in=teams, rol="consulent").op(vandaag)
    mensen = Medewerker.objects.filter(is_active=True, pk__in=leden.values("medewerker_id"))
    return mensen.order_by("last_name", "first_name", "pk")


def werklast(wijkteam_id: int | None, wet: str, vandaag: datetime.date) -> list[Werklast]:
    """The caseload per consulent, by name: one query."""
    open_zaken = Count("zaken", filter=~Q(zaken__status=ZaakStatus.AFGESLOTEN))
    mensen = consulenten(wijkteam_id, wet, vandaag).annotate(open_zaken=open_zaken)
    return [
        Werklast(m.pk, m.naam, m.open_zaken, m.contracturen)
        for m in mensen.order_by("last_name", "first_name", "pk")
    ]
