"""The week in which the written motivation of a spoedbesluit follows: a clock and a task (Awb art. 3:47 lid 3)."""

import datetime

from beschikkingen.models import Besluit
from toegang.models import Actor, TermijnSoort
from toegang.rechten import Rol
from toegang.usecases import klok, taken

TAAK = "spoed_motiveren"


def motivering_bewaken(besluit: Besluit, bekend_op: datetime.date, *, door: Actor) -> None:
    """Told by word of mouth or by letter on this day; the caller holds and saves the zaak. Twice is once."""
    zaak = besluit.zaak
    lopend = zaak.termijnen.lopend().filter(soort=TermijnSoort.SPOED_MOTIVERING).first()
    if lopend is None:
        lopend = klok.starten(zaak, TermijnSoort.SPOED_MOTIVERING, bekend_op, door=door)
    taken.klaarzetten(
        TAAK, "Stuur de motivering van het spoedbesluit (Awb 3:47)", door=door, zaak=zaak,
        uiterlijk=lopend.uiterste_datum if lopend else bekend_op, adres="beschikkingen:besluit", adres_pk=besluit.pk,
        medewerker=zaak.regisseur, rol="" if zaak.regisseur else Rol.ADMINISTRATIE,
    )  # fmt: skip


def motivering_gegeven(besluit: Besluit, op: datetime.date, *, door: Actor) -> None:
    """The letter that went holds it."""
    klok.halen(besluit.zaak, TermijnSoort.SPOED_MOTIVERING, op, door=door, met="Motivering verstuurd")
    taken.afhandelen(TAAK, besluit.pk, door=door)
