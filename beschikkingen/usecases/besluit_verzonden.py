"""The letter was handed over: now the besluit has effect (Awb art. 3:40 and 3:41)."""

import datetime

from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Aanleiding, Besluit, Bezwaar, Uitkomst
from beschikkingen.soorten import MET_BEDRAG
from beschikkingen.statussen import BESLUIT_OVERGANGEN, BEZWAAR_OVERGANGEN, BesluitStatus, BezwaarStatus
from beschikkingen.usecases.besluit_laten_werken import besluit_laten_werken
from beschikkingen.usecases.bezwaar_oppakken import bezwaar_loslaten
from beschikkingen.usecases.ingebrekestelling_registreren import dwangsom_stoppen
from beschikkingen.usecases.motivering_bewaken import motivering_bewaken, motivering_gegeven
from toegang import onderdelen, termijnen
from toegang.models import Aanvraag, Actor, TermijnSoort
from toegang.rechten import Recht, Rol
from toegang.regels import Afsluitreden
from toegang.statussen import AANVRAAG_OVERGANGEN, AanvraagStatus, ZaakStatus, check_overgang
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.zaak_afsluiten import zaak_afsluiten


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
    if besluit.aanleiding == Aanleiding.AANVRAAG and besluit.aanvraag_id:
        _aanvraag_besloten(besluit, op, door=door)
    _bezwaartermijn(besluit, op, door=door)
    besluit_laten_werken(besluit, op, door=door)
    if besluit.bezwaar_id:
        _bezwaar_besloten(besluit, op, door=door)
    elif besluit.aanvraag_id:
        dwangsom_stoppen(zaak, op, door=door, aanvraag_id=besluit.aanvraag_id)
    _daarna(besluit, op, door=door)
    gebeurtenissen.besluit_verzonden(besluit, door=door)
    if _laatste(besluit) and not onderdelen.wat_sluiten_blokkeert(zaak):
        zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=op, reden=Afsluitreden.BESLUIT)
    else:
        zaak.bewaren(door=door, reden="besluit verzonden")
    return besluit


def na_verzending(brief, *, door: Actor, op: datetime.date) -> None:
    """The hook of the letter engine."""
    besluit_verzonden(besluit_id=brief.bron_id, door=door, op=op)


def _aanvraag_besloten(besluit: Besluit, op: datetime.date, *, door: Actor) -> None:
    """Decided, or not treated (Awb art. 4:5)."""
    aanvraag = Aanvraag.objects.vergrendelen(besluit.aanvraag_id)
    niet = besluit.uitkomst == Uitkomst.NIET_BEHANDELEN
    naar = AanvraagStatus.BUITEN_BEHANDELING if niet else AanvraagStatus.BESLOTEN
    check_overgang(AANVRAAG_OVERGANGEN, aanvraag.status, naar)
    aanvraag.status, aanvraag.afgedaan_op = naar, op
    aanvraag.bewaren(door=door, reden="besluit verzonden")
    klok.halen(besluit.zaak, TermijnSoort.BESLUIT, op, door=door, aanvraag=aanvraag, met="Besluit verzonden")


def _bezwaar_besloten(besluit: Besluit, op: datetime.date, *, door: Actor) -> None:
    """The bezwaar is decided: its clock is met, the jurist no longer reads the zaak."""
    rijen = Bezwaar.objects.select_related("behandelaar", "besluit__aanvraag")
    bezwaar = rijen.get(besluit_op_bezwaar=besluit)
    bezwaar.zaak = besluit.zaak
    check_overgang(BEZWAAR_OVERGANGEN, bezwaar.status, BezwaarStatus.BESLOTEN)
    bezwaar_loslaten(bezwaar, door=door)
    bezwaar.status, bezwaar.afgedaan_op = BezwaarStatus.BESLOTEN, op
    bezwaar.bewaren(door=door, reden="besluit op bezwaar verzonden")
    dwangsom_stoppen(besluit.zaak, op, door=door, bezwaar_id=bezwaar.pk)
    if not Bezwaar.objects.open().filter(besluit=bezwaar.besluit).exists():
        klok.halen(
            besluit.zaak, TermijnSoort.BESLUIT_OP_BEZWAAR, op, door=door, aanvraag=bezwaar.besluit.aanvraag,
            met="Besluit op bezwaar verzonden",
        )  # fmt: skip
    gebeurtenissen.bezwaar_besloten(bezwaar, door=door, op=op)


def _bezwaartermijn(besluit: Besluit, op: datetime.date, *, door: Actor) -> None:
    """The clock of the inwoner. After a bezwaar comes the court, whose clock is not ours; one clock of a kind runs."""
    if besluit.aanleiding == Aanleiding.BEZWAAR:
        return
    lopend = besluit.zaak.termijnen.lopend().filter(soort=TermijnSoort.BEZWAAR, aanvraag=besluit.aanvraag)
    for oud in lopend:  # of an earlier besluit: its last day stands on that besluit
        oud.vervallen_op = op
        oud.bewaren(door=door, reden="er is een nieuw besluit")
    klok.starten(besluit.zaak, TermijnSoort.BEZWAAR, op, door=door, aanvraag=besluit.aanvraag)


def _daarna(besluit: Besluit, op: datetime.date, *, door: Actor) -> None:
    """What a person has to do now."""
    if besluit.aanleiding == Aanleiding.SPOED:
        if besluit.motivering.strip():
            motivering_gegeven(besluit, op, door=door)
        else:
            motivering_bewaken(besluit, op, door=door)
    if besluit.uitkomst in MET_BEDRAG and besluit.bedrag:
        wat = (
            "Betaal de dwangsom"
            if besluit.uitkomst == Uitkomst.DWANGSOM
            else "Stuur de vordering naar de inwoner"
        )
        taken.klaarzetten(
            "besluit_bedrag", f"{wat}: {besluit.kenmerk}", door=door, zaak=besluit.zaak,
            uiterlijk=termijnen.uiterste_datum(op, weken=6), adres="beschikkingen:besluiten",
            adres_pk=besluit.zaak_id, rol=Rol.ADMINISTRATIE,
        )  # fmt: skip


def _laatste(besluit: Besluit) -> bool:
    """The last aanvraag of this zaak is decided, or the heronderzoek is done."""
    return (
        besluit.aanleiding in (Aanleiding.AANVRAAG, Aanleiding.HERONDERZOEK)
        and besluit.zaak.status == ZaakStatus.BESLUITVORMING
        and not besluit.zaak.aanvragen.filter(status=AanvraagStatus.OPEN).exists()
    )
