"""That a dwangsom is due and how much: fixed by a besluit of its own (Awb art. 4:18)."""

import datetime

from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Aanleiding, Besluit, Ingebrekestelling, Uitkomst
from beschikkingen.usecases.ingebrekestelling_registreren import BEDRAG, volgelopen
from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def dwangsombesluit_opstellen(*, ingebrekestelling_id, door: Actor, vandaag: datetime.date) -> Besluit:
    """The amount follows from the dates; nobody types it. Asked again it is given back."""
    zaak_id = (
        Ingebrekestelling.objects.voor(door, Recht.PROCES_INZIEN)
        .values_list("zaak_id", flat=True)
        .get(pk=ingebrekestelling_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    notitie = Ingebrekestelling.objects.vergrendelen(ingebrekestelling_id)
    bestaand = Besluit.objects.filter(ingebrekestelling=notitie).first()
    if bestaand:
        return bestaand
    if not notitie.geldig:
        raise OngeldigeOvergang("Deze ingebrekestelling telt niet. Er is geen dwangsom om vast te stellen.")
    notitie = volgelopen(notitie, zaak, vandaag, door=door)
    if notitie.bedrag is None:
        raise OngeldigeOvergang(
            "De dwangsom loopt nog. Het bedrag staat vast als het besluit weg is, of na 42 dagen."
        )
    besluit = Besluit(
        zaak=zaak, ingebrekestelling=notitie, aanleiding=Aanleiding.INGEBREKESTELLING, uitkomst=Uitkomst.DWANGSOM,
        opgesteld_op=vandaag, opgesteld_door=door, bedrag=notitie.bedrag,
        wat_gebeurt_nu="Wij betalen dit binnen zes weken. Wij maken het over op uw rekening.",
    ).bewaren(door=door, reden="dwangsombesluit opgesteld")  # fmt: skip
    besluit.refresh_from_db(fields=["volgnummer"])
    gebeurtenissen.besluit_opgesteld(besluit, door=door)
    taken.afhandelen(BEDRAG, zaak.pk, door=door)
    return besluit
