"""What goes along of a visit, and which visits may: no more than the talk needs."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from toegang.models import Zaak
from toegang.rechten import Recht, Wet
from wijkteams.models import Huisbezoek, Hulpvraag, Klaarzetting
from wijkteams.regels import TREDEN
from wijkteams.statussen import HuisbezoekStatus

PAGINAS = ("onderweg_bezoek", "gesprek", "zrm", "jeugd", "afweging", "plan")


@dataclass(frozen=True)
class Bagage:
    """One visit on the device: until when, and the addresses that go along."""

    huisbezoek: Huisbezoek
    tot_om: datetime.datetime
    paginas: list[str]


def eigen_bezoeken(lezer, op: datetime.date) -> list[Huisbezoek]:
    """Planned for this day by this consulent, or by whom he stands in for, on zaken that he may see."""
    begin = timezone.make_aware(datetime.datetime.combine(op, datetime.time()))
    rijen = (
        Huisbezoek.objects.voor(lezer, Recht.PROCES_INZIEN)
        .filter(status=HuisbezoekStatus.GEPLAND, gepland_om__gte=begin)
        .filter(gepland_om__lt=begin + datetime.timedelta(days=1))
        .filter(Q(zaak__regisseur=lezer.medewerker_id) | Q(zaak__in=_waarneming(lezer)))
    )
    return list(
        rijen.select_related("zaak__dossier__inwoner", "zaak__regisseur").order_by("gepland_om", "pk")
    )


def _waarneming(lezer) -> list:
    return [zaak for zaak, grond in lezer.rechten.gronden.items() if grond == "waarneming"]


def bagage_van(lezer, apparaat_id, nu: datetime.datetime) -> list[Bagage]:
    """What this device may fetch now."""
    klaar = (
        Klaarzetting.objects.voor(lezer, Recht.PROCES_INZIEN)
        .geldig(nu)
        .filter(apparaat=apparaat_id, apparaat__actor=lezer)
        .select_related("huisbezoek__zaak__dossier__inwoner")
        .order_by("huisbezoek__gepland_om", "pk")
    )
    rijen = list(klaar)
    hulpvragen: dict = {}
    zaken = [k.huisbezoek.zaak_id for k in rijen]
    for zaak, pk in (
        Hulpvraag.objects.filter(onderzoek__zaak__in=zaken)
        .order_by("nummer", "pk")
        .values_list("onderzoek__zaak", "pk")
    ):
        hulpvragen.setdefault(zaak, []).append(pk)
    return [
        Bagage(
            k.huisbezoek, k.tot_om, paginas_van(k.huisbezoek.zaak, hulpvragen.get(k.huisbezoek.zaak_id, []))
        )
        for k in rijen
    ]


def paginas_van(zaak: Zaak, hulpvragen: list) -> list[str]:
    """The card of the visit, the talk, self-reliance, the steps of a young person, the rungs of each need, the plan."""
    namen = [naam for naam in PAGINAS if naam != "jeugd" or zaak.wet == Wet.JEUGDWET]
    adressen = [reverse(f"wijkteams:{naam}", args=[zaak.pk]) for naam in namen]
    afweging = reverse("wijkteams:afweging", args=[zaak.pk])
    return adressen + [f"{afweging}?open={pk}.{trede}" for pk in hulpvragen for trede in TREDEN]
