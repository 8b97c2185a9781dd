"""The letter was handed over: now the besluit has effect (Awb art. 3:40 and 3:41)."""

import datetime

from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Besluit
from beschikkingen.statussen import BESLUIT_OVERGANGEN, BesluitStatus
from toegang import onderdelen, termijnen
from toegang.models import Aanvraag, Actor, TermijnSoort
from toegang.rechten import Recht
from toegang.regels import Afsluitreden
from toegang.statussen import AANVRAAG_OVERGANGEN, AanvraagStatus, ZaakStatus, check_overgang
from toegang.usecases import klok
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from voorzieningen.usecases.indicaties_toekennen import indicaties_afwijzen, indicaties_toekennen


@transaction.atomic
def besluit_verzonden(*, besluit_id, door: Actor, op: datetime.date) -> Besluit:
    """Called in the transaction that sends the letter: bezwaar term, aanvraag, help and zaak follow from that day."""
    zaak_id = (
        Besluit.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=besluit_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    besluit = Besluit.objects.vergrendelen(besluit_id)
    besluit.zaak = zaak
    check_overgang(BESLUIT_OVERGANGEN, besluit.status, BesluitStatus.VERZONDEN)
    besluit.status = BesluitStatus.VERZONDEN
    besluit.verzonden_op, besluit.bezwaar_tot = op, termijnen.bezwaartermijn(op)
    besluit.bewaren(door=door, reden="verzonden")
    if besluit.aanvraag_id:
        _aanvraag_besloten(besluit, op, door=door)
    klok.starten(zaak, TermijnSoort.BEZWAAR, op, door=door, aanvraag=besluit.aanvraag)
    regels = besluit.geldende_regels()
    indicaties_toekennen(indicatie_ids=[r.indicatie_id for r in regels if r.toegekend], door=door, vandaag=op)
    indicaties_afwijzen(
        indicatie_ids=[r.indicatie_id for r in regels if not r.toegekend], door=door, vandaag=op
    )
    gebeurtenissen.besluit_verzonden(besluit, door=door)
    if _laatste(zaak) and not onderdelen.wat_sluiten_blokkeert(zaak):
        zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=op, reden=Afsluitreden.BESLUIT)
    else:
        zaak.bewaren(door=door, reden="besluit verzonden")
    return besluit


def na_verzending(brief, *, door: Actor, op: datetime.date) -> None:
    """The hook of the letter engine."""
    besluit_verzonden(besluit_id=brief.bron_id, door=door, op=op)


def _aanvraag_besloten(besluit: Besluit, op: datetime.date, *, door: Actor) -> None:
    aanvraag = Aanvraag.objects.vergrendelen(besluit.aanvraag_id)
    check_overgang(AANVRAAG_OVERGANGEN, aanvraag.status, AanvraagStatus.BESLOTEN)
    aanvraag.status, aanvraag.afgedaan_op = AanvraagStatus.BESLOTEN, op
    aanvraag.bewaren(door=door, reden="besluit verzonden")
    klok.halen(besluit.zaak, TermijnSoort.BESLUIT, op, door=door, aanvraag=aanvraag, met="Besluit verzonden")


def _laatste(zaak) -> bool:
    """The last aanvraag of this zaak is decided."""
    return (
        zaak.status == ZaakStatus.BESLUITVORMING
        and not zaak.aanvragen.filter(status=AanvraagStatus.OPEN).exists()
    )
