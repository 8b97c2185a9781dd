"""The inwoner cannot complete in time: more time, with a reason and a letter (Awb art. 4:5 leaves its length to us)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from toegang import gebeurtenissen, opmaak
from toegang.brieven.termijn import AanvullingGevraagd, MeerTijdGegeven
from toegang.models import Actor, Brief, MeerTijd, Opschorting, TermijnSoort, Zaak
from toegang.rechten import Laag
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.opschorting_beeindigen import verstuurd
from toegang.usecases.termijn_ophalen import check_loopt, opschorting_vergrendelen

ALLEEN_AANVULLING = (
    "Meer tijd kan alleen als wij op een aanvulling van de inwoner wachten (Awb, artikel 4:5)."
)
VOORBIJ = "De tijd om aan te vullen is al voorbij. Kwam er nog iets? Leg dat vast bij 'Er kwam alsnog een aanvulling'."


def wat_meer_tijd_weigert(o: Opschorting, vandaag: datetime.date) -> str:
    """Why this suspension cannot last longer; empty when it can."""
    if o.grond != Opschorting.Grond.AANVULLING or o.uiterlijk_op is None:
        return ALLEEN_AANVULLING
    return VOORBIJ if o.einde or o.uiterlijk_op < vandaag else ""


@transaction.atomic
def meer_tijd_geven(
    *, opschorting_id, nieuwe_datum: datetime.date, reden: str, door: Actor, vandaag: datetime.date
) -> MeerTijd:
    """The clock stands still until the new day; `reden` stands in the letter.

    While the first letter was not sent yet, that one is made anew with the later day: one letter says it all.
    """
    zaak, termijn, o = opschorting_vergrendelen(opschorting_id, door=door)
    check_loopt(termijn)
    if weigering := wat_meer_tijd_weigert(o, vandaag):
        raise OngeldigeOvergang(weigering)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom de inwoner meer tijd krijgt"})
    oud = o.uiterlijk_op or vandaag
    if nieuwe_datum <= oud:
        raise ValidationError({"nieuwe_datum": f"Deze datum moet na {opmaak.datum(oud)} liggen"})
    meer = MeerTijd(opschorting=o, reden=reden.strip(), op=vandaag, van_datum=oud, nieuwe_datum=nieuwe_datum)
    o.uiterlijk_op = nieuwe_datum
    o.bewaren(door=door, reden="meer tijd gegeven")
    meer.brief = _brief(zaak, o, meer, door=door, vandaag=vandaag)
    meer.bewaren(door=door, reden="meer tijd gegeven")
    gebeurtenissen.meer_tijd_gegeven(meer, door=door)
    return meer


def _brief(zaak: Zaak, o: Opschorting, meer: MeerTijd, *, door: Actor, vandaag: datetime.date) -> Brief:
    soort, bron_id, onderwerp = MeerTijdGegeven.soort, meer.pk, gettext("U krijgt meer tijd voor uw aanvraag")
    if o.brief is not None and not verstuurd(o):
        soort, bron_id, onderwerp = AanvullingGevraagd.soort, o.pk, o.brief.onderwerp
    elif o.termijn.soort == TermijnSoort.BESLUIT_OP_BEZWAAR:
        onderwerp = gettext("U krijgt meer tijd voor uw bezwaar")
    return brief_klaarzetten(
        soort=soort, zaak=zaak, bron_id=bron_id, onderwerp=onderwerp, door=door, verzenddatum=vandaag,
        laag=Laag.UITVOERING,
    )  # fmt: skip
