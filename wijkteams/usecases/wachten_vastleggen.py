"""A zaak waits for a regisseur, with the reason and the day to look again."""

import datetime

from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams.models import Wachtplek
from wijkteams.opschaalregels import check_kijkdag
from wijkteams.permissions import wacht_op_regisseur

TAAK = "wachtlijst_bekijken"


@transaction.atomic
def wachten_vastleggen(
    *, zaak_id, waarom: str, bekijken_op: datetime.date, door: Actor, vandaag: datetime.date
) -> Wachtplek:
    """By who divides; said again it gets a new reason and day, the day since when stays."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.VERDELEN)
    if not wacht_op_regisseur(zaak):
        raise OngeldigeOvergang("Dit staat niet op de wachtlijst om te verdelen. Ververs de pagina.")
    check_kijkdag("bekijken_op", bekijken_op, vandaag)
    plek = zaak.wachtplekken.lopend().select_for_update(of=("self",), no_key=True).first()
    plek = plek or Wachtplek(zaak=zaak, sinds_op=vandaag)
    plek.waarom, plek.bekijken_op = Wachtplek.Waarom(waarom), bekijken_op
    plek.bewaren(door=door, reden="laten wachten")
    taken.afhandelen(TAAK, zaak.pk, door=door)
    taken.klaarzetten(
        TAAK, "Bekijk de wachtlijst opnieuw: kan dit nu verdeeld worden?", zaak=zaak, rol=Rol.TEAMLEAD, door=door,
        uiterlijk=bekijken_op, adres="wijkteams:toewijzen",
    )  # fmt: skip
    return plek


def wachten_eindigt(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """Somebody got it, or it went to another team."""
    for plek in zaak.wachtplekken.lopend():
        plek.tot_op = max(vandaag, plek.sinds_op)
        plek.bewaren(door=door, reden="wachten voorbij")
    taken.afhandelen(TAAK, zaak.pk, door=door)
