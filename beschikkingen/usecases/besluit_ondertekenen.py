"""Sign in the name of the college."""

import datetime

from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_ondertekenen
from beschikkingen.poort import open_punten
from beschikkingen.statussen import BESLUIT_OVERGANGEN, BesluitStatus
from beschikkingen.usecases.besluit_oppakken import loslaten
from beschikkingen.usecases.besluit_ter_toetsing import taak_in_de_rij, uiterlijk
from beschikkingen.usecases.ophalen import uit_de_rij_vergrendelen
from toegang.models import Actor
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.usecases import taken


@transaction.atomic
def besluit_ondertekenen(*, besluit_id, door: Actor, vandaag: datetime.date) -> Besluit:
    """Within the mandate (Awb art. 10:10). It has effect only when its letter is sent, dated and made then (3:40)."""
    besluit = uit_de_rij_vergrendelen(besluit_id, door=door)
    if besluit.ondertekend_door != door:  # a second click of who signed is told where it stands
        check_mag_ondertekenen(door, besluit, vandaag)
    check_overgang(BESLUIT_OVERGANGEN, besluit.status, BesluitStatus.ONDERTEKEND)
    if mist := open_punten(besluit, vandaag=vandaag):
        raise OngeldigeOvergang(f"Er ontbreekt intussen iets: {mist[0].zin}. Stuur het besluit terug.")
    loslaten(besluit)
    besluit.status = BesluitStatus.ONDERTEKEND
    besluit.ondertekend_op, besluit.ondertekend_door = vandaag, door
    besluit.bewaren(door=door, reden="ondertekend")
    gebeurtenissen.besluit_ondertekend(besluit, door=door)
    taken.afhandelen("besluit_ondertekenen", besluit.pk, door=door)
    taken.klaarzetten(
        "besluit_verzenden", "Verzenddatum van het besluit kiezen", door=door, uiterlijk=uiterlijk(besluit, vandaag),
        zaak=besluit.zaak, adres="beschikkingen:verzenden", adres_pk=besluit.pk, rol=Rol.ADMINISTRATIE,
    )  # fmt: skip
    if besluit.wacht_op_toets:
        taak_in_de_rij(
            besluit, "besluit_toetsen", f"Spoed. Besluit achteraf toetsen: {besluit.kenmerk}", Rol.TOETSER, door=door,
            vandaag=vandaag,
        )  # fmt: skip
    return besluit
