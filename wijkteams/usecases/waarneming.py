"""A stand-in holds what the regisseur holds, on his zaken, as long as he is away: exceptions with an end."""

import datetime
from collections.abc import Collection

from django.utils import timezone

from toegang.models import Actor, Zaak, ZaakUserObjectPermission
from toegang.rechten import Grond
from toegang.usecases.uitzonderingen import verlenen
from wijkteams.models import Afwezigheid, Medewerker
from wijkteams.overdracht import Ontvanger


def begin_van(dag: datetime.date) -> datetime.datetime:
    """Midnight in Amsterdam."""
    return timezone.make_aware(datetime.datetime.combine(dag, datetime.time()))


def waarneming_verlenen(afwezigheid: Afwezigheid, zaken: Collection[Zaak], *, door: Actor) -> tuple[int, int]:
    """On the zaken for whose team and law the stand-in is a consulent; never on a shielded one: (with, without)."""
    if afwezigheid.vervanger_id is None or afwezigheid.terug_op <= afwezigheid.vanaf_op:
        return 0, len(zaken)
    ontvanger = Ontvanger.lezen(afwezigheid.vervanger_id, afwezigheid.vanaf_op)
    gaan = [z for z in zaken if not z.afgeschermd and (z.wijkteam_id, z.wet) in ontvanger.plaatsen]
    for zaak in gaan:
        verlenen(
            zaak, afwezigheid.vervanger_id, Grond.WAARNEMING, vanaf=begin_van(afwezigheid.vanaf_op),
            tot=begin_van(afwezigheid.terug_op), door=door,
        )  # fmt: skip
    return len(gaan), len(zaken) - len(gaan)


def waarneming_intrekken(zaken: Collection[Zaak]) -> None:
    ZaakUserObjectPermission.objects.filter(content_object__in=zaken, grond=Grond.WAARNEMING).delete()


def waarneming_bijhouden(
    zaken: Collection[Zaak], *, van: Medewerker, vandaag: datetime.date, door: Actor
) -> None:
    """These zaken have another regisseur: who stood in for the last one stops, who stands in for this one begins."""
    waarneming_intrekken(zaken)
    for afwezigheid in (
        Afwezigheid.objects.nog_niet_voorbij(vandaag).filter(medewerker=van).order_by("vanaf_op")
    ):
        waarneming_verlenen(afwezigheid, zaken, door=door)
