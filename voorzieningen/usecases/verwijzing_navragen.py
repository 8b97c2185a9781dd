"""Did the inwoner go, and did it help? Asked by who referred, on the day that was agreed."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.models.basis import zonder_oud
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from voorzieningen import gebeurtenissen
from voorzieningen.kaartrechten import check_mag_navragen
from voorzieningen.models import Uitkomst, Verwijzing
from voorzieningen.usecases.verwijzing_vastleggen import NAVRAGEN, VERST

AL_GEDAAN = "Deze verwijzing is al nagevraagd. Wat u typte, is niet bewaard."


@transaction.atomic
def verwijzing_navragen(
    *,
    verwijzing_id,
    uitkomst: str,
    door: Actor,
    vandaag: datetime.date,
    toelichting: str = "",
    opnieuw_op: datetime.date | None = None,
    versie: int | None = None,
) -> Verwijzing:
    """What came of it; nobody reached and `opnieuw_op`: it stays open until that day. The same by the same is once."""
    verwijzing = _vergrendelen(verwijzing_id, door)
    check_mag_navragen(door, verwijzing)
    if verwijzing.uitkomst:
        if (verwijzing.uitkomst, verwijzing.nagevraagd_door) == (uitkomst, door):
            return verwijzing
        raise OngeldigeOvergang(AL_GEDAAN)
    verwijzing.check_versie(versie)
    verwijzing.toelichting = toelichting
    if uitkomst == Uitkomst.NIET_BEREIKT and opnieuw_op:
        return _opnieuw(verwijzing, opnieuw_op, door=door, vandaag=vandaag)
    verwijzing.uitkomst = Uitkomst(uitkomst)
    verwijzing.nagevraagd_op, verwijzing.nagevraagd_door = vandaag, door
    verwijzing.bewaren(door=door, reden="nagevraagd")
    taken.afhandelen(NAVRAGEN, verwijzing.pk, door=door)
    if verwijzing.van_de_zaak:
        gebeurtenissen.verwijzing_nagevraagd(verwijzing, door=door)
    return verwijzing


def _vergrendelen(verwijzing_id, door: Actor) -> Verwijzing:
    """Invisible raises DoesNotExist (404). Lock order: the zaak first, when there is one."""
    gezien = Verwijzing.objects.voor(door).select_related("contactmoment").get(pk=verwijzing_id)
    if zaak_id := gezien.zaak_id or (gezien.contactmoment and gezien.contactmoment.zaak_id):
        Zaak.objects.vergrendelen(zaak_id)
    rijen = Verwijzing.objects.select_related("zaak", "contactmoment__zaak", "voorziening", "nagevraagd_door")
    return zonder_oud(rijen.select_for_update(of=("self",), no_key=True).get(pk=verwijzing_id))


def _opnieuw(verwijzing: Verwijzing, op: datetime.date, *, door: Actor, vandaag: datetime.date) -> Verwijzing:
    if not vandaag < op <= vandaag + VERST:
        raise ValidationError({"opnieuw_op": "Kies een dag na vandaag, en binnen een jaar"})
    verwijzing.kijken_op = op
    verwijzing.pogingen += 1
    verwijzing.bewaren(door=door, reden="niet bereikt: later opnieuw")
    taken.verzetten(NAVRAGEN, verwijzing.pk, op, door=door)
    return verwijzing
