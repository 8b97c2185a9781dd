"""What a sent besluit does with the proposals in it: granted or refused."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Indicatie
from voorzieningen.regels import heronderzoek_dag
from voorzieningen.statussen import INDICATIE_OVERGANGEN, IndicatieStatus
from voorzieningen.usecases.ladder_stoppen import bij_vervolg
from voorzieningen.usecases.levering_openen import levering_openen


@transaction.atomic
def indicaties_toekennen(*, indicatie_ids: Iterable, door: Actor, vandaag: datetime.date) -> list[Indicatie]:
    """Granted by a besluit that was sent (Awb art. 3:40); runs at once when its first day has come."""
    gedaan = []
    for indicatie in _vergrendeld(indicatie_ids, door):
        check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.TOEGEKEND)
        _check_overlap(indicatie)
        indicatie.status = IndicatieStatus.TOEGEKEND
        if indicatie.heronderzoek_op is None:  # nobody chose a day at the proposal
            indicatie.heronderzoek_op = heronderzoek_dag(indicatie.ingangsdatum, indicatie.einddatum)
        indicatie.bewaren(door=door, reden="toegekend door een verzonden besluit")
        gebeurtenissen.indicatie_toegekend(indicatie, door=door, op=vandaag)
        levering_openen(indicatie, door=door, vandaag=vandaag)
        bij_vervolg(indicatie, door=door)
        if indicatie.ingangsdatum <= vandaag:
            begin_laten_lopen(indicatie, door=door)
        gedaan.append(indicatie)
    return gedaan


@transaction.atomic
def indicaties_afwijzen(*, indicatie_ids: Iterable, door: Actor, vandaag: datetime.date) -> list[Indicatie]:
    """Refused by a besluit that was sent."""
    gedaan = []
    for indicatie in _vergrendeld(indicatie_ids, door):
        check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.AFGEWEZEN)
        indicatie.status = IndicatieStatus.AFGEWEZEN
        indicatie.bewaren(door=door, reden="afgewezen door een verzonden besluit")
        gebeurtenissen.indicatie_afgewezen(indicatie, door=door, op=vandaag)
        gedaan.append(indicatie)
    return gedaan


def begin_laten_lopen(indicatie: Indicatie, *, door: Actor) -> None:
    """Its first day has come."""
    check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.LOPEND)
    indicatie.status = IndicatieStatus.LOPEND
    indicatie.bewaren(door=door, reden="ingangsdatum bereikt")
    gebeurtenissen.indicatie_begonnen(indicatie, door=door)


def _vergrendeld(indicatie_ids: Iterable, door: Actor) -> list[Indicatie]:
    """Locked in the order zaak, then rows by pk; whoever sends the letter sees the execution layer (L2a)."""
    ids = sorted(indicatie_ids)
    for zaak_id in sorted(set(Indicatie.objects.filter(pk__in=ids).values_list("zaak_id", flat=True))):
        zaak_vergrendelen(zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    return [Indicatie.objects.vergrendelen(pk) for pk in ids]


def _check_overlap(indicatie: Indicatie) -> None:
    """The database refuses it as well; this says it in words (OP259; TR302: some may run twice)."""
    if indicatie.stapelbaar:
        return
    botst = Indicatie.objects.geldend().filter(
        dossier_id=indicatie.dossier_id, product_id=indicatie.product_id,
        ingangsdatum__lte=indicatie.einddatum, einddatum__gte=indicatie.ingangsdatum,
    ).exclude(pk=indicatie.pk)  # fmt: skip
    if botst.exists():
        raise OngeldigeOvergang("Dit product loopt al in deze periode. Het besluit kan zo niet weg.")
