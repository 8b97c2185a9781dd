"""We decide later and say so: a notice of delay (Awb art. 4:14) or an adjournment in bezwaar (7:10 lid 3)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from toegang import gebeurtenissen, opmaak
from toegang.brieven.termijn import UitstelMeegedeeld
from toegang.models import Actor, Termijn, TermijnSoort, Verlenging
from toegang.rechten import Laag
from toegang.statussen import OngeldigeOvergang
from toegang.termijnen import VERDAGING_AWB_7_10, einde_van
from toegang.usecases import klok
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.termijn_ophalen import check_loopt, termijn_vergrendelen

Grond = Verlenging.Grond
GEEN_UITSTEL = (
    "Bij deze termijn hoort geen uitstel. De wet kent dat alleen voor besluiten (Awb, artikel 4:14 en 7:10)."
)
AL_UITSTEL = "U deelde al uitstel mee. Verder uitstel kan alleen als de inwoner instemt: laat dan de termijn stilstaan."
GROND_VAN = {TermijnSoort.BESLUIT: Grond.MEDEDELING, TermijnSoort.BESLUIT_OP_BEZWAAR: Grond.VERDAGING}


@transaction.atomic
def termijn_verlengen(
    *, termijn_id, grond: str, reden: str, nieuwe_datum: datetime.date, door: Actor, vandaag: datetime.date
) -> Verlenging:
    """Name a new day, with the reason as the letter says it.

    It moves the last day only where the law lets it (`termijnen.verschuift`); of a term that a law sets the notice is
    kept beside the day that passed, for from there a dwangsom may follow (Awb art. 4:17).
    """
    zaak, termijn = termijn_vergrendelen(termijn_id, door=door)
    check_loopt(termijn)
    if weigering := wat_verlengen_weigert(termijn, vandaag):
        raise OngeldigeOvergang(weigering)
    if grond != GROND_VAN[TermijnSoort(termijn.soort)]:
        raise ValidationError({"grond": "Deze grond hoort niet bij deze termijn"})
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom het besluit later komt"})
    _check_datum(termijn, grond, nieuwe_datum)
    verlenging = Verlenging(
        termijn=termijn, grond=grond, reden=reden.strip(), op=vandaag, nieuwe_datum=nieuwe_datum
    )
    bezwaar = grond == Grond.VERDAGING
    verlenging.brief = brief_klaarzetten(
        soort=UitstelMeegedeeld.soort, zaak=zaak, bron_id=verlenging.pk, door=door, verzenddatum=vandaag,
        onderwerp=gettext("Ons besluit op uw bezwaar komt later") if bezwaar else gettext("Ons besluit komt later"),
        laag=Laag.UITVOERING,
    )  # fmt: skip
    verlenging.bewaren(door=door, reden="uitstel meegedeeld")
    klok.herberekenen(zaak, termijn, vandaag, door=door, reden="uitstel meegedeeld")
    gebeurtenissen.termijn_verlengd(verlenging, door=door)
    zaak.bewaren(door=door, reden="uitstel meegedeeld")
    return verlenging


def wat_verlengen_weigert(termijn: Termijn, vandaag: datetime.date) -> str:
    """Why no later day can be named now; empty when it can."""
    if termijn.soort not in GROND_VAN:
        return GEEN_UITSTEL
    if termijn.stil_sinds:
        return "Deze termijn staat stil. Beëindig eerst de opschorting; dan ziet u de nieuwe laatste dag."
    if termijn.verlengingen.exists():
        return AL_UITSTEL
    if termijn.soort == TermijnSoort.BESLUIT_OP_BEZWAAR and termijn.uiterste_datum < vandaag:
        return "De laatste dag is voorbij. Verdagen kan alleen daarvoor (Awb, artikel 7:10 lid 3)."
    return ""


def _check_datum(termijn: Termijn, grond: str, nieuwe_datum: datetime.date) -> None:
    if nieuwe_datum <= termijn.uiterste_datum:
        laatste = opmaak.datum(termijn.uiterste_datum)
        raise ValidationError({"nieuwe_datum": f"De nieuwe datum moet na {laatste} liggen"})
    verst = einde_van(termijn.uiterste_datum, VERDAGING_AWB_7_10)
    if grond == Grond.VERDAGING and nieuwe_datum > verst:
        raise ValidationError({"nieuwe_datum": f"Verdagen kan zes weken: tot en met {opmaak.datum(verst)}"})
