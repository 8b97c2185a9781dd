"""What a sent besluit does with help that was granted before: it stops, it changes, or it is granted after all."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Grondslag, Indicatie
from voorzieningen.regels import heronderzoek_dag
from voorzieningen.statussen import INDICATIE_OVERGANGEN, IndicatieStatus
from voorzieningen.toewijsregels import OPDRACHT
from voorzieningen.usecases.indicaties_toekennen import begin_laten_lopen
from voorzieningen.usecases.levering_openen import levering_openen

DAG = datetime.timedelta(days=1)
GELDEND = (IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND)
NIET_OVER = frozenset(
    {
        "id",
        "versie",
        "status",
        "beeindigd_op",
        "loopt_af_op",
        "loopt_af_reden",
        "heronderzoek_gevraagd_op",
        "achttien_gevraagd_op",
    }
)


@transaction.atomic
def indicaties_beeindigen(
    *, indicatie_ids: Iterable, per: datetime.date, door: Actor, vandaag: datetime.date
) -> list[Indicatie]:
    """From this day on there is no right to this help any more (Wmo 2015 art. 2.3.10 lid 2); what ended stays ended."""
    gedaan = []
    for pk in sorted(indicatie_ids):
        indicatie = _vergrendeld(pk, door)
        if indicatie.status in GELDEND and indicatie.einddatum >= per:
            _stoppen(indicatie, per, door=door, vandaag=vandaag)
            gedaan.append(indicatie)
    return gedaan


@transaction.atomic
def indicatie_herzien(
    *,
    indicatie_id,
    per: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    volume: Decimal | None = None,
    einddatum: datetime.date | None = None,
) -> Indicatie:
    """From this day on another extent or last day: the old row ends, a new one begins; both keep their history."""
    oud = _vergrendeld(indicatie_id, door)
    if oud.status not in GELDEND:
        raise OngeldigeOvergang("Deze hulp loopt niet meer. Zij kan niet gewijzigd worden.")
    if oud.grondslag in OPDRACHT:
        raise OngeldigeOvergang(
            "Deze hulp berust op een verwijzing of bepaling. Leg daarvoor een nieuw document vast."
        )
    vanaf, tot = max(per, oud.ingangsdatum), einddatum or oud.einddatum
    if tot < vanaf:
        raise OngeldigeOvergang("De nieuwe einddatum ligt voor de dag waarop de wijziging ingaat.")
    _stoppen(oud, vanaf, door=door, vandaag=vandaag)
    return _nieuwe(
        oud, door=door, vandaag=vandaag, ingangsdatum=vanaf, einddatum=tot, volume=volume or oud.volume
    )


@transaction.atomic
def indicatie_alsnog(
    *, indicatie_id, door: Actor, vandaag: datetime.date, volume: Decimal | None = None,
    einddatum: datetime.date | None = None,
) -> Indicatie:  # fmt: skip
    """Granted after all, by a bezwaar or a court: the refused row stays what it was, a new one begins."""
    oud = _vergrendeld(indicatie_id, door)
    if oud.status not in (IndicatieStatus.AFGEWEZEN, IndicatieStatus.INGETROKKEN, IndicatieStatus.BEEINDIGD):
        raise OngeldigeOvergang("Deze hulp is niet afgewezen. Kies een andere regel.")
    begin = oud.ingangsdatum
    if oud.status == IndicatieStatus.BEEINDIGD and oud.beeindigd_op:
        begin = oud.beeindigd_op + DAG
    return _nieuwe(
        oud, door=door, vandaag=vandaag, ingangsdatum=begin, einddatum=einddatum or oud.einddatum,
        volume=volume or oud.volume,
    )  # fmt: skip


def _vergrendeld(pk, door: Actor) -> Indicatie:
    zaak_id = Indicatie.objects.values_list("zaak_id", flat=True).get(pk=pk)
    zaak_vergrendelen(zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    return Indicatie.objects.vergrendelen(pk)


def _stoppen(indicatie: Indicatie, per: datetime.date, *, door: Actor, vandaag: datetime.date) -> None:
    """Its last day becomes the day before; from the first day on it never was."""
    if per <= indicatie.ingangsdatum:
        check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.INGETROKKEN)
        indicatie.status = IndicatieStatus.INGETROKKEN
    elif per <= vandaag:
        if indicatie.status == IndicatieStatus.TOEGEKEND:
            begin_laten_lopen(indicatie, door=door)
        check_overgang(INDICATIE_OVERGANGEN, indicatie.status, IndicatieStatus.BEEINDIGD)
        indicatie.status, indicatie.beeindigd_op = IndicatieStatus.BEEINDIGD, per - DAG
    else:
        indicatie.einddatum = per - DAG
    indicatie.bewaren(door=door, reden=f"gestopt per {per:%d-%m-%Y} door een verzonden besluit")
    gebeurtenissen.indicatie_gestopt(indicatie, door=door, per=per)


def _nieuwe(oud: Indicatie, *, door: Actor, vandaag: datetime.date, **anders) -> Indicatie:
    over = {v.attname: getattr(oud, v.attname) for v in oud._meta.concrete_fields if v.name not in NIET_OVER}
    nieuw = Indicatie(
        **over
        | {"grondslag": Grondslag.BESLUIT, "voorgesteld_op": vandaag, "status": IndicatieStatus.TOEGEKEND}
        | anders
    )
    nieuw.heronderzoek_op = heronderzoek_dag(nieuw.ingangsdatum, nieuw.einddatum)
    nieuw.bewaren(door=door, reden="toegekend door een verzonden besluit")
    levering_openen(nieuw, door=door, vandaag=vandaag)
    gebeurtenissen.indicatie_toegekend(nieuw, door=door, op=vandaag)
    if nieuw.ingangsdatum <= vandaag:
        begin_laten_lopen(nieuw, door=door)
    return nieuw
