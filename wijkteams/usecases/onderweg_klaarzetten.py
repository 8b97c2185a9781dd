"""*Zet klaar voor onderweg*: one's own visits go along on a device, until the end of their day."""

import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Apparaat, Huisbezoek, Klaarzetting
from wijkteams.permissions import check_in_behandeling, check_mag_op_huisbezoek
from wijkteams.statussen import HuisbezoekStatus


@transaction.atomic
def onderweg_klaarzetten(
    *, huisbezoek_id: UUID, apparaat_id: UUID, door: Actor, nu: datetime.datetime
) -> Klaarzetting:
    """Only who makes the visit, only what is still to come, only on a device of one's own; again is harmless."""
    rij = Huisbezoek.objects.voor(door, Recht.PROCES_INZIEN).get(pk=huisbezoek_id)
    zaak = zaak_vergrendelen(rij.zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_mag_op_huisbezoek(door, zaak)
    check_in_behandeling(zaak)
    apparaat = Apparaat.objects.filter(pk=apparaat_id, actor=door, beeindigd_om=None).first()
    if apparaat is None:
        raise PermissionDenied(
            "Dit apparaat is niet van u, of u bent er uitgelogd. Kies opnieuw een pincode."
        )
    bezoek = Huisbezoek.objects.vergrendelen(huisbezoek_id)
    tot_om = einde_van_de_dag(bezoek.gepland_om)
    if bezoek.status != HuisbezoekStatus.GEPLAND or tot_om <= nu:
        raise OngeldigeOvergang("Dit huisbezoek staat niet meer gepland. Ververs de pagina.")

    staat_al = Klaarzetting.objects.filter(huisbezoek=bezoek, apparaat=apparaat).first()
    klaar = staat_al or Klaarzetting(huisbezoek=bezoek, apparaat=apparaat)
    klaar.om, klaar.tot_om = nu, tot_om
    klaar.bewaren(door=door, reden="klaargezet voor onderweg")
    gebeurtenissen.onderweg_klaargezet(zaak, door=door)
    return klaar


def einde_van_de_dag(om: datetime.datetime) -> datetime.datetime:
    """Midnight after the visit, in our own time."""
    morgen = timezone.localdate(om) + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(morgen, datetime.time()))
