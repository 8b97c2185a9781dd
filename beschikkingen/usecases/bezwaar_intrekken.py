"""The inwoner takes the bezwaar back, in writing or at the hearing (Awb art. 6:21)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from beschikkingen import gebeurtenissen
from beschikkingen.models import Besluit, Bezwaar
from beschikkingen.statussen import BEZWAAR_OVERGANGEN, BesluitStatus, BezwaarStatus
from beschikkingen.usecases.bezwaar_ophalen import bezwaar_vergrendelen, check_behandelt, check_open
from beschikkingen.usecases.bezwaar_oppakken import bezwaar_loslaten
from toegang.models import Actor, Intrekwijze, TermijnSoort
from toegang.rechten import Laag, Rol
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.tussen import check_tussen
from toegang.usecases import klok
from toegang.usecases.brief_klaarzetten import brief_klaarzetten

SOORT = "bezwaar_ingetrokken"


@transaction.atomic
def bezwaar_intrekken(
    *, bezwaar_id, door: Actor, vandaag: datetime.date, ingetrokken_op: datetime.date, ingetrokken_hoe: str
) -> Bezwaar:
    """By word of mouth only at the hearing; the administratie registers a letter, the jurist both. We confirm it."""
    bezwaar = bezwaar_vergrendelen(bezwaar_id, door=door)
    if not door.rechten.heeft_rol(Rol.ADMINISTRATIE):
        check_behandelt(door, bezwaar)
    check_open(bezwaar)
    check_tussen("ingetrokken_op", ingetrokken_op, bezwaar.ontvangen_op, vandaag)
    if ingetrokken_hoe == Intrekwijze.MONDELING and not bezwaar.hoorzitting_om:
        raise ValidationError(
            {"ingetrokken_hoe": "Mondeling intrekken kan alleen bij het horen. Vraag een brief."}
        )
    onderweg = Besluit.objects.filter(bezwaar=bezwaar).exclude(status=BesluitStatus.CONCEPT)
    if onderweg.exists():
        raise OngeldigeOvergang("Het besluit op dit bezwaar is al onderweg. Haal het eerst terug.")
    check_overgang(BEZWAAR_OVERGANGEN, bezwaar.status, BezwaarStatus.INGETROKKEN)
    bezwaar_loslaten(bezwaar, door=door)
    bezwaar.status, bezwaar.afgedaan_op = BezwaarStatus.INGETROKKEN, vandaag
    bezwaar.ingetrokken_op, bezwaar.ingetrokken_hoe = ingetrokken_op, Intrekwijze(ingetrokken_hoe)
    bezwaar.bewaren(door=door, reden="bezwaar ingetrokken")
    if not Bezwaar.objects.open().filter(besluit=bezwaar.besluit).exists():
        klok.halen(
            bezwaar.zaak, TermijnSoort.BESLUIT_OP_BEZWAAR, vandaag, door=door, aanvraag=bezwaar.besluit.aanvraag,
            met="Bezwaar ingetrokken",
        )  # fmt: skip
    brief_klaarzetten(
        soort=SOORT, zaak=bezwaar.zaak, bron_id=bezwaar.pk, onderwerp=gettext("U trok uw bezwaar in"), door=door,
        verzenddatum=vandaag, laag=Laag.PROCES,
    )  # fmt: skip
    gebeurtenissen.bezwaar_ingetrokken(bezwaar, door=door)
    bezwaar.zaak.bewaren(door=door, reden="bezwaar ingetrokken")
    return bezwaar
