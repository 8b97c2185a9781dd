"""What a besluit that was sent does with the help in it: granted, refused, changed, ended, or left as it is."""

import datetime

from beschikkingen.models import Besluit, Besluitregel, Gevolg
from toegang.models import Actor
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.usecases.indicaties_herzien import (
    indicatie_alsnog,
    indicatie_herzien,
    indicaties_beeindigen,
)
from voorzieningen.usecases.indicaties_toekennen import indicaties_afwijzen, indicaties_toekennen


def besluit_laten_werken(besluit: Besluit, op: datetime.date, *, door: Actor) -> None:
    """Part of sending, which holds the zaak. What an oral order granted already is not granted again."""
    regels = besluit.geldende_regels()
    voorgesteld = [r for r in regels if r.indicatie.status == IndicatieStatus.VOORGESTELD]
    toekennen = [r.indicatie_id for r in voorgesteld if r.gevolg == Gevolg.TOEKENNEN]
    afwijzen = [r.indicatie_id for r in voorgesteld if r.gevolg == Gevolg.AFWIJZEN]
    stoppen = [r.indicatie_id for r in regels if r.gevolg == Gevolg.BEEINDIGEN]
    indicaties_toekennen(indicatie_ids=toekennen, door=door, vandaag=op)
    indicaties_afwijzen(indicatie_ids=afwijzen, door=door, vandaag=op)
    indicaties_beeindigen(indicatie_ids=stoppen, per=besluit.werking_op or op, door=door, vandaag=op)
    for regel in regels:
        _wijzigen(besluit, regel, op, door=door)


def _wijzigen(besluit: Besluit, regel: Besluitregel, op: datetime.date, *, door: Actor) -> None:
    volume, einddatum = regel.nieuw_volume, regel.nieuwe_einddatum
    if regel.gevolg == Gevolg.WIJZIGEN:
        indicatie_herzien(
            indicatie_id=regel.indicatie_id, per=besluit.werking_op or op, door=door, vandaag=op, volume=volume,
            einddatum=einddatum,
        )  # fmt: skip
    elif regel.gevolg == Gevolg.TOEKENNEN and besluit.geeft_alsnog:
        indicatie_alsnog(
            indicatie_id=regel.indicatie_id, door=door, vandaag=op, volume=volume, einddatum=einddatum
        )
