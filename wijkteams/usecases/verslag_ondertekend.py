"""The verslag came back with the citizen's words and signature."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor
from toegang.statussen import check_overgang
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from wijkteams import gebeurtenissen
from wijkteams.models import Hulpvraag, TredeSoort, Verslag
from wijkteams.statussen import VERSLAG_OVERGANGEN, VerslagStatus
from wijkteams.usecases.verslag_ophalen import verslag_vergrendelen


@transaction.atomic
def verslag_ondertekend(
    *,
    verslag_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    ondertekend_op: datetime.date,
    opmerkingen: str = "",
    als_aanvraag: bool = True,
    ontvangen_op: datetime.date | None = None,
) -> Verslag:
    """A signed verslag can count as the aanvraag (2.3.2 lid 9); the two weeks run from its receipt (2.3.5 lid 2)."""
    zaak, _, verslag = verslag_vergrendelen(verslag_id, door=door)
    check_overgang(VERSLAG_OVERGANGEN, verslag.status, VerslagStatus.ONDERTEKEND)
    ontvangen_op = ontvangen_op or ondertekend_op
    if ondertekend_op > vandaag:
        raise ValidationError({"ondertekend_op": f"De datum moet op of voor {opmaak.datum(vandaag)} liggen"})
    if not ondertekend_op <= ontvangen_op <= vandaag:
        zin = f"De datum moet tussen {opmaak.datum(ondertekend_op)} en {opmaak.datum(vandaag)} liggen"
        raise ValidationError({"ontvangen_op": zin})
    verslag.status, verslag.ondertekend_op = VerslagStatus.ONDERTEKEND, ondertekend_op
    verslag.opmerkingen = opmerkingen
    verslag.bewaren(door=door, reden="verslag ondertekend")
    gebeurtenissen.verslag_ondertekend(verslag, door=door)
    if als_aanvraag:
        aanvraag_registreren(
            zaak_id=zaak.pk, door=door, vandaag=vandaag, nu=nu, ontvangen_op=ontvangen_op, wijze="verslag",
            gevraagd=_gevraagd(verslag),
        )  # fmt: skip
    return verslag


def _gevraagd(verslag: Verslag) -> str:
    """Which decision is asked (Awb art. 4:2): help for the needs that reached rung 7, else for all of them."""
    hulpvragen = Hulpvraag.objects.filter(onderzoek_id=verslag.onderzoek_id).order_by("nummer")
    maatwerk = list(hulpvragen.filter(treden__trede=TredeSoort.MAATWERK)) or list(hulpvragen)
    return "\n".join(h.omschrijving for h in maatwerk) or "De hulp die in het verslag staat"
