"""The toetser finds the content good."""

import datetime

from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_toetsen
from beschikkingen.statussen import BESLUIT_OVERGANGEN, BesluitStatus
from beschikkingen.usecases.besluit_oppakken import loslaten
from beschikkingen.usecases.besluit_ter_toetsing import taak_in_de_rij
from beschikkingen.usecases.ophalen import uit_de_rij_vergrendelen
from toegang.models import Actor
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.usecases import taken


@transaction.atomic
def besluit_goedkeuren(*, besluit_id, door: Actor, vandaag: datetime.date) -> Besluit:
    """By another than the author; not while a remark is open."""
    besluit = uit_de_rij_vergrendelen(besluit_id, door=door)
    achteraf = besluit.wacht_op_toets and besluit.status != BesluitStatus.TER_TOETSING
    if not achteraf:
        check_overgang(BESLUIT_OVERGANGEN, besluit.status, BesluitStatus.TER_ONDERTEKENING)
    check_mag_toetsen(door, besluit)
    if not achteraf and besluit.opmerkingen.filter(gedaan_op=None).exists():
        raise OngeldigeOvergang(
            "Er staat nog een opmerking open. Stuur het besluit terug met deze opmerking."
        )
    loslaten(besluit)
    if achteraf:
        return _achteraf(besluit, vandaag, door=door)
    besluit.status = BesluitStatus.TER_ONDERTEKENING
    besluit.getoetst_op, besluit.getoetst_door = vandaag, door
    besluit.bewaren(door=door, reden="goedgekeurd")
    gebeurtenissen.besluit_goedgekeurd(besluit, door=door)
    taken.afhandelen("besluit_toetsen", besluit.pk, door=door)
    taak_in_de_rij(
        besluit, "besluit_ondertekenen", f"Besluit ondertekenen: {besluit.kenmerk}", Rol.ONDERTEKENAAR, door=door,
        vandaag=vandaag,
    )  # fmt: skip
    return besluit


def _achteraf(besluit: Besluit, vandaag: datetime.date, *, door: Actor) -> Besluit:
    """Spoed went before the check; what the toetser finds is a remark, and a new besluit when it must change."""
    besluit.getoetst_op, besluit.getoetst_door = vandaag, door
    besluit.bewaren(door=door, reden="achteraf getoetst")
    gebeurtenissen.besluit_achteraf_getoetst(besluit, door=door)
    taken.afhandelen("besluit_toetsen", besluit.pk, door=door)
    return besluit
