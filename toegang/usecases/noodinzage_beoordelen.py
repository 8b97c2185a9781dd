"""Close the review of a noodinzage."""

import datetime

from django.db import transaction

from toegang.models import Actor, Noodinzage, Zaak
from toegang.permissions import check_mag_noodinzage_beoordelen
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken


@transaction.atomic
def noodinzage_beoordelen(*, noodinzage_id, door: Actor, nu: datetime.datetime, oordeel: str) -> Noodinzage:
    """Terecht or niet terecht closes it; navragen keeps it open. By the FG or the teamlead, never on one's own."""
    noodinzage = Noodinzage.objects.vergrendelen(noodinzage_id)
    zaak = Zaak.objects.met_rechten(door).get(pk=noodinzage.zaak_id)
    check_mag_noodinzage_beoordelen(door, noodinzage, zaak)
    if noodinzage.beoordeeld_om:
        raise OngeldigeOvergang("Deze noodinzage is al beoordeeld.")
    noodinzage.oordeel = Noodinzage.Oordeel(oordeel)
    if noodinzage.oordeel != Noodinzage.Oordeel.NAVRAGEN:
        noodinzage.beoordeeld_om, noodinzage.beoordeeld_door = nu, door
        for soort in ("noodinzage_teamlead", "noodinzage_fg"):
            taken.afhandelen(soort, noodinzage.pk, door=door)
    return noodinzage.bewaren(door=door, reden=f"oordeel: {noodinzage.get_oordeel_display().lower()}")
