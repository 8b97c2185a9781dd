"""Reading a plan: which parts and goals this reader sees, what a part still needs, and then beside now."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from toegang.models import Huishoudlid, Zaak
from toegang.rechten import Recht
from toegang.statussen import ZaakStatus
from wijkteams.models import Deelnemer, Doel, Doeloordeel, Leefzorgplan, Plandeel, ZrmScore
from wijkteams.regels import ontbreekt_in_plan


@dataclass
class Deelblad:
    """The part of one zaak as the reader sees it."""

    deel: Plandeel
    zaak: Zaak
    doelen: list[Doel]
    deelnemers: list[Deelnemer]


def deel_van(zaak: Zaak) -> Plandeel | None:
    """The part of this zaak that runs, with its plan."""
    return zaak.plandelen.lopend().select_related("plan").first()


def zichtbare_delen(lezer, plan: Leefzorgplan, eerst: Zaak) -> list[Deelblad]:
    """The parts of zaken whose content this reader may see, that of `eerst` first; another leaves no trace.

    Six queries, whatever the number of parts and goals. A goal of two zaken stands with the first of them.
    """
    zien = Zaak.objects.voor(lezer, Recht.INHOUD_INZIEN)
    delen = list(
        Plandeel.objects.lopend()
        .filter(plan=plan, zaak__in=zien)
        .select_related("zaak__dossier__inwoner", "zaak__regisseur")
        .order_by("begonnen_op", "pk")
    )
    delen.sort(key=lambda d: d.zaak_id != eerst.pk)
    return _bladen(lezer, plan, delen)


def _bladen(lezer, plan: Leefzorgplan, delen: Sequence[Plandeel]) -> list[Deelblad]:
    doelen = list(
        Doel.objects.voor(lezer, Recht.INHOUD_INZIEN)
        .filter(plan=plan)
        .prefetch_related("acties", "doelzaken")
        .order_by("uiterlijk_op", "pk")
    )
    laatste = laatste_oordelen([d.pk for d in doelen])
    mensen = list(
        Deelnemer.objects.filter(deel__in=[d.pk for d in delen])
        .select_related("document")
        .order_by("naam", "pk")
    )
    bladen, gezien = [], set()
    for deel in delen:
        van_deel = [d for d in doelen if deel.zaak_id in {z.zaak_id for z in d.doelzaken.all()}]
        eigen = [d for d in van_deel if d.pk not in gezien]
        gezien |= {d.pk for d in eigen}
        for doel in eigen:
            doel.laatste = laatste.get(doel.pk)
        bladen.append(Deelblad(deel, deel.zaak, eigen, [m for m in mensen if m.deel_id == deel.pk]))
    return bladen


def laatste_oordelen(doelen: Iterable) -> dict:
    """Goal -> the newest judgement of it."""
    rijen = (
        Doeloordeel.objects.filter(doel__in=list(doelen))
        .select_related("evaluatie")
        .order_by("evaluatie__gehouden_op", "evaluatie__pk")
    )
    return {rij.doel_id: rij for rij in rijen}


def lopende_doelen(zaak: Zaak) -> list[Doel]:
    """The goals of this zaak that have not ended, with their actions."""
    return list(
        Doel.objects.van_zaak(zaak).lopend().prefetch_related("acties").order_by("uiterlijk_op", "pk")
    )


def ontbreekt(deel: Plandeel) -> list[str]:
    """What this part still needs before it is agreed: goals, actions, scores and people of its own zaak."""
    doelen = lopende_doelen(deel.zaak)
    scores = ZrmScore.objects.filter(onderzoek__zaak_id=deel.zaak_id).order_by("domein")
    zonder = [d for d in doelen if not d.acties.all()]
    return ontbreekt_in_plan(scores, doelen, zonder, list(deel.deelnemers.order_by("naam", "pk")))


def schrijfbare_zaken(lezer, plan: Leefzorgplan, eerst: Zaak) -> list[Zaak]:
    """The other zaken with a part in this plan in which this reader may write: what a goal can name too."""
    mee = Plandeel.objects.lopend().filter(plan=plan, zaak=OuterRef("pk"))
    return list(
        Zaak.objects.voor(lezer, Recht.INHOUD_BEWERKEN)
        .filter(Exists(mee))
        .exclude(pk=eerst.pk)
        .exclude(status=ZaakStatus.AFGESLOTEN)
        .select_related("dossier__inwoner")
        .order_by("volgnummer")
    )


def plannen_van_huisgenoten(
    lezer, zaak: Zaak, vandaag: datetime.date
) -> list[tuple[Leefzorgplan, list[Zaak]]]:
    """The running plans of who lives in the same household today, with the zaken of it that this reader may read."""
    inwoner = zaak.dossier.inwoner_id
    nu = Q(vanaf_op__lte=vandaag) & (Q(tot_op=None) | Q(tot_op__gt=vandaag))
    huis = Huishoudlid.objects.filter(nu, inwoner=inwoner).values("huishouden")
    leden = Huishoudlid.objects.filter(nu, huishouden__in=huis).exclude(inwoner=inwoner).values("inwoner")
    delen = (
        Plandeel.objects.lopend()
        .filter(
            zaak__in=Zaak.objects.voor(lezer, Recht.INHOUD_INZIEN), zaak__dossier__inwoner__in=leden,
            plan__afgesloten_op=None,
        )
        .select_related("plan", "zaak__dossier__inwoner")
        .order_by("plan__opgesteld_op", "plan_id", "pk")
    )  # fmt: skip
    uit: dict = {}
    for deel in delen:
        uit.setdefault(deel.plan_id, (deel.plan, []))[1].append(deel.zaak)
    return list(uit.values())
