"""The verslag goes to the citizen (Wmo 2015 art. 2.3.2 lid 8)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Brief, TermijnSoort
from toegang.rechten import Laag, Recht
from toegang.statussen import check_overgang
from toegang.usecases import klok
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen, regels
from wijkteams.models import Onderzoek, Verslag
from wijkteams.statussen import ONDERZOEK_OVERGANGEN, VERSLAG_OVERGANGEN, OnderzoekStatus, VerslagStatus
from wijkteams.usecases.trede_vastleggen import geldig_zonder_onderzoek
from wijkteams.usecases.verslag_ophalen import verslag_vergrendelen

BRIEFSOORT = "verslag"
ONDERWERP = "Het verslag van ons gesprek"


@transaction.atomic
def verslag_versturen(
    *, verslag_id, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date | None = None
) -> Brief:
    """The onderzoek is done: all seven points were examined (lid 4), unless six weeks passed with an aanvraag."""
    zaak, onderzoek, verslag = verslag_vergrendelen(verslag_id, door=door)
    check_overgang(VERSLAG_OVERGANGEN, verslag.status, VerslagStatus.VERSTUURD)
    volledig = Onderzoek.objects.prefetch_related("gespreksdelen", "hulpvragen__treden").get(pk=onderzoek.pk)
    ontbreekt = regels.ontbreekt_in_onderzoek(volledig)
    if ontbreekt and not geldig_zonder_onderzoek(zaak, vandaag):
        raise ValidationError(ontbreekt)
    verslag.status = VerslagStatus.VERSTUURD
    verslag.bewaren(door=door, reden="verslag verstuurd")
    if onderzoek.status == OnderzoekStatus.BEZIG:
        check_overgang(ONDERZOEK_OVERGANGEN, onderzoek.status, OnderzoekStatus.AFGEROND)
        onderzoek.status, onderzoek.afgerond_op = (
            OnderzoekStatus.AFGEROND,
            max(vandaag, onderzoek.begonnen_op),
        )
        onderzoek.bewaren(door=door, reden="onderzoek afgerond")
    gebeurtenissen.verslag_klaar(zaak, door=door)
    return brief_klaarzetten(
        soort=BRIEFSOORT, zaak=zaak, bron_id=verslag.pk, onderwerp=ONDERWERP, door=door, laag=Laag.INHOUD,
        verzenddatum=verzenddatum or vandaag,
    )  # fmt: skip


def na_verzending(brief: Brief, *, door: Actor, op: datetime.date) -> None:
    """The letter was posted: only now the onderzoek term is met. Runs in the transaction of the sending."""
    verslag = Verslag.objects.vergrendelen(brief.bron_id)
    if verslag.verstuurd_op is None:  # the copy for a mentor comes here too
        verslag.verstuurd_op = op
        verslag.bewaren(door=door, reden="verslag verzonden")
    zaak = zaak_vergrendelen(brief.zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    klok.halen(zaak, TermijnSoort.ONDERZOEK, op, door=door, met="Verslag verstuurd")
    zaak.bewaren(door=door, reden="onderzoek afgerond")
