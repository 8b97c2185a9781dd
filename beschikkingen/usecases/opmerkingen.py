"""Remarks of who checks or signs, per part of the letter."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Besluit, Toetsopmerking
from beschikkingen.permissions import check_opgepakt
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ophalen import besluit_om_te_schrijven, uit_de_rij_vergrendelen
from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang

IN_DE_RIJ = (BesluitStatus.TER_TOETSING, BesluitStatus.TER_ONDERTEKENING)


@transaction.atomic
def opmerking_maken(
    *, besluit_id, door: Actor, vandaag: datetime.date, onderdeel: str, tekst: str
) -> Toetsopmerking:
    """By who claimed it; the besluit then goes back with it. The same remark twice is one."""
    besluit = uit_de_rij_vergrendelen(besluit_id, door=door)
    check_opgepakt(door, besluit)
    if besluit.status not in IN_DE_RIJ and not besluit.wacht_op_toets:
        raise OngeldigeOvergang("U kunt nu geen opmerking maken: dit besluit ligt niet bij u.")
    return vastleggen(besluit, door=door, vandaag=vandaag, onderdeel=onderdeel, tekst=tekst)


def vastleggen(
    besluit: Besluit, *, door: Actor, vandaag: datetime.date, onderdeel: str, tekst: str
) -> Toetsopmerking:
    """The write itself, for a besluit that is locked."""
    if not tekst.strip():
        raise ValidationError("Schrijf op wat er anders moet.")
    zelfde = besluit.opmerkingen.filter(
        onderdeel=onderdeel, tekst=tekst, gedaan_op=None, gemaakt_door=door
    ).first()
    return zelfde or Toetsopmerking(
        besluit=besluit, onderdeel=onderdeel, tekst=tekst, gemaakt_op=vandaag, gemaakt_door=door
    ).bewaren(door=door, reden="opmerking gemaakt")


@transaction.atomic
def opmerking_afhandelen(*, besluit_id, opmerking_id, door: Actor, vandaag: datetime.date) -> Toetsopmerking:
    """*Gedaan*: by who writes the besluit, while it is a draft; a second click changes nothing."""
    besluit = besluit_om_te_schrijven(besluit_id, door=door)
    opmerking = besluit.opmerkingen.get(pk=opmerking_id)
    if opmerking.gedaan_op is not None:
        return opmerking
    if besluit.status != BesluitStatus.CONCEPT:
        raise OngeldigeOvergang(
            "Dit besluit is niet meer bij u. Een opmerking afhandelen kan alleen in het concept."
        )
    opmerking.gedaan_op, opmerking.gedaan_door = vandaag, door
    return opmerking.bewaren(door=door, reden="opmerking afgehandeld")
