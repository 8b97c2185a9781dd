"""The clock stands still, on a ground of the law, and the inwoner is told why (Awb art. 4:5, 4:15, 7:10)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from toegang import gebeurtenissen, opmaak
from toegang.brieven.termijn import AanvullingGevraagd, UitstelMeegedeeld
from toegang.models import Actor, Opschorting, Termijn, TermijnSoort
from toegang.rechten import Laag
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import klok
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.termijn_ophalen import check_loopt, termijn_vergrendelen

Grond = Opschorting.Grond
# Only the terms for a decision on an aanvraag or a bezwaar can stand still.
KAN_STILSTAAN = {TermijnSoort.BESLUIT, TermijnSoort.BESLUIT_OP_BEZWAAR}
GEEN_OPSCHORTING = (
    "Deze termijn kan niet stilstaan. De wet kent opschorting alleen voor een besluit op een aanvraag of bezwaar"
    " (Awb, artikel 4:15 en 7:10)."
)


@transaction.atomic
def termijn_opschorten(
    *, termijn_id, grond: str, reden: str, uiterlijk_op: datetime.date, door: Actor, vandaag: datetime.date
) -> Opschorting:
    """Suspend from the day after today, the day that the letter is dated; sent another day, it begins that day.

    `reden` stands in the letter: what is missing (one a line), or why it takes longer. `uiterlijk_op`: by when the
    inwoner answers, or when we expect to go on. The same ground twice at the same time is one suspension.
    """
    zaak, termijn = termijn_vergrendelen(termijn_id, door=door)
    check_loopt(termijn)
    if weigering := wat_opschorten_weigert(termijn, vandaag):
        raise OngeldigeOvergang(weigering)
    if termijn.opschortingen.filter(grond=grond, tot_op=None).exists():
        raise OngeldigeOvergang("De termijn staat al stil om deze reden.")
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op wat er in de brief moet staan"})
    if uiterlijk_op <= vandaag:
        raise ValidationError({"uiterlijk_op": f"Deze datum moet na {opmaak.datum(vandaag)} liggen"})
    opschorting = Opschorting(
        termijn=termijn, grond=grond, reden=reden.strip(), vanaf_op=vandaag, uiterlijk_op=uiterlijk_op
    )
    opschorting.brief = brief_klaarzetten(
        soort=AanvullingGevraagd.soort if grond == Grond.AANVULLING else UitstelMeegedeeld.soort,
        zaak=zaak, bron_id=opschorting.pk, onderwerp=_onderwerp(termijn, grond), door=door, verzenddatum=vandaag,
        laag=Laag.UITVOERING,
    )  # fmt: skip
    opschorting.bewaren(door=door, reden="termijn opgeschort")
    klok.herberekenen(zaak, termijn, vandaag, door=door, reden="termijn opgeschort")
    gebeurtenissen.termijn_opgeschort(opschorting, door=door)
    zaak.bewaren(door=door, reden="termijn opgeschort")
    return opschorting


def wat_opschorten_weigert(termijn: Termijn, vandaag: datetime.date) -> str:
    """Why this clock cannot be suspended now; empty when it can."""
    if termijn.soort not in KAN_STILSTAAN:
        return GEEN_OPSCHORTING
    if termijn.uiterste_datum <= vandaag and not termijn.stil_sinds:
        return "De laatste dag is er al. Opschorten kan alleen zolang de termijn loopt."
    return ""


def _onderwerp(termijn: Termijn, grond: str) -> str:
    bezwaar = termijn.soort == TermijnSoort.BESLUIT_OP_BEZWAAR
    if grond == Grond.AANVULLING:
        return (
            gettext("Wij missen nog iets bij uw bezwaar")
            if bezwaar
            else gettext("Wij missen nog iets bij uw aanvraag")
        )
    return gettext("Ons besluit op uw bezwaar komt later") if bezwaar else gettext("Ons besluit komt later")
