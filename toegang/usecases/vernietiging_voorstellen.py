"""Propose to destroy what is held of one closed zaak; another decides."""

import datetime

from django.db import transaction

from toegang.models import Actor, Vernietiging
from toegang.permissions import check_mag_vernietiging_voorstellen
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.vernietigbaar import grondslag, wat_weigert

BESLISSEN_BINNEN = datetime.timedelta(days=14)  # no law: the municipality's own measure
TITEL = "Voorstel om een zaak te vernietigen: beslis erover."


@transaction.atomic
def vernietiging_voorstellen(*, zaak_id, door: Actor, vandaag: datetime.date) -> Vernietiging:
    """By term or by a granted request. No event and no task on the zaak itself: it stays as it was proposed."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_vernietiging_voorstellen(door)
    zinnen = wat_weigert(zaak, vandaag)
    if zinnen or zaak.afgesloten_op is None:
        raise OngeldigeOvergang(" ".join(zinnen))
    aanleiding, bron, vanaf = grondslag(zaak, vandaag)
    vernietiging = Vernietiging(
        zaak=zaak, zaakversie=zaak.versie, wet=zaak.wet, soort=zaak.soort, afgesloten_op=zaak.afgesloten_op,
        aanleiding=aanleiding, bron=bron, mag_vanaf_op=vanaf, voorgesteld_op=vandaag, voorgesteld_door=door,
    ).bewaren(door=door, reden="vernietiging voorgesteld")  # fmt: skip
    taken.klaarzetten(
        "vernietiging", TITEL, door=door, uiterlijk=vandaag + BESLISSEN_BINNEN, adres="toegang:vernietiging",
        adres_pk=vernietiging.pk, rol=Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,
    )  # fmt: skip
    return vernietiging
