"""Claim a besluit to check or to sign: it opens the content of that one zaak, for as long as it takes."""

import datetime

from django.contrib.auth.models import Permission
from django.contrib.postgres.functions import TransactionNow
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Greatest
from django.utils import timezone

from beschikkingen import gebeurtenissen
from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_oppakken
from beschikkingen.regels import oppakken_tot
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ophalen import uit_de_rij_vergrendelen
from toegang.models import Actor, ZaakUserObjectPermission
from toegang.rechten import Grond, Recht
from toegang.statussen import OngeldigeOvergang

SECONDE = datetime.timedelta(
    seconds=1
)  # the rights query compares with the database's clock, and an end is later
UUR = datetime.timedelta(hours=1)
VAN_HIER = (Grond.TOETS, Grond.ONDERTEKENING)
GROND = {BesluitStatus.TER_TOETSING: Grond.TOETS, BesluitStatus.TER_ONDERTEKENING: Grond.ONDERTEKENING}


@transaction.atomic
def besluit_oppakken(*, besluit_id, door: Actor, vandaag: datetime.date) -> Besluit:
    """Until five working days from now; claiming twice is one claim."""
    besluit = uit_de_rij_vergrendelen(besluit_id, door=door)
    grond = Grond.TOETS if besluit.wacht_op_toets else GROND.get(BesluitStatus(besluit.status))
    if grond is None:
        raise OngeldigeOvergang(
            "Dit besluit wacht niet op een toets of een handtekening. Kies een ander uit de rij."
        )
    check_mag_oppakken(door, besluit, vandaag)
    if besluit.opgepakt_door == door and besluit.opgepakt_tot and besluit.opgepakt_tot >= vandaag:
        return besluit
    if besluit.opgepakt_door:
        loslaten(besluit)
    tot = oppakken_tot(vandaag)
    besluit.opgepakt_door, besluit.opgepakt_tot = door, tot
    besluit.bewaren(door=door, reden="opgepakt")
    inzage_geven(besluit.zaak_id, grond, tot, door=door)
    gebeurtenissen.besluit_opgepakt(besluit, door=door)
    return besluit


def loslaten(besluit: Besluit) -> None:
    """The claim is over: its exception ends now; the caller saves the besluit."""
    if besluit.opgepakt_door is None:
        return
    inzage_eindigen(besluit.zaak_id, besluit.opgepakt_door, VAN_HIER)
    besluit.opgepakt_door = besluit.opgepakt_tot = None


def inzage_eindigen(zaak_id, wie: Actor, gronden: tuple[Grond, ...]) -> None:
    """What this person saw of the zaak on these grounds is over now."""
    for rij in ZaakUserObjectPermission.objects.filter(
        user_id=wie.medewerker_id, content_object_id=zaak_id, grond__in=gronden, tot__gt=TransactionNow()
    ):
        rij.tot = TransactionNow()
        rij.save()


def inzage_geven(
    zaak_id, grond: Grond, laatste: datetime.date, *, door: Actor, wat: Recht = Recht.INHOUD_INZIEN
) -> None:
    """One row a person, zaak, ground and right: an ended one is used again."""
    tot = timezone.make_aware(datetime.datetime.combine(laatste, datetime.time(23, 59, 59)))
    recht = Permission.objects.get(content_type__app_label="toegang", codename=wat.value)
    rijen = ZaakUserObjectPermission.objects.filter(user=door.medewerker, permission=recht)
    rij = rijen.filter(content_object_id=zaak_id, grond=grond).first()
    if rij is None:
        rij = ZaakUserObjectPermission(user=door.medewerker, content_object_id=zaak_id, permission=recht)
    rij.grond, rij.vanaf, rij.verleend_door = grond, TransactionNow() - SECONDE, door
    rij.tot = Greatest(
        Value(tot), TransactionNow() + UUR
    )  # what is entered afterwards still opens for the work
    rij.save()
