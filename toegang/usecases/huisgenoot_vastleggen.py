"""Who lives with whom, written down by hand where the BRP does not say it, or says it wrong."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.huishoudens import adressleutel
from toegang.models import Actor, Huishouden, Huishoudlid, Inwoner
from toegang.usecases.inwoner_ophalen import inwoner_vergrendelen

DESK = "desk"
ZELF = "Kies een ander dan de inwoner zelf."
AL_SAMEN = "Deze twee staan al in hetzelfde huishouden."
VOOR_BEGIN = "De einddatum ligt voor het begin. Controleer de datum"
TOEKOMST = "Deze dag is nog niet geweest"


@transaction.atomic
def huisgenoot_toevoegen(
    *,
    inwoner_id,
    huisgenoot_id,
    vanaf_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    tot_op: datetime.date | None = None,
) -> Huishoudlid:
    """The other joins the household of this person from a day on; where the other lived until then, ends that day.

    Only by who may write on the pages of both.
    """
    if inwoner_id == huisgenoot_id:
        raise ValidationError(ZELF)
    _check(vanaf_op, tot_op, vandaag)
    beide = {pk: inwoner_vergrendelen(pk, door=door)[0] for pk in sorted((inwoner_id, huisgenoot_id))}
    inwoner, ander = beide[inwoner_id], beide[huisgenoot_id]
    huishouden = _huishouden(inwoner, vanaf_op, door=door)
    woont = Huishoudlid.objects.filter(inwoner=ander, tot_op=None).first()
    if woont and woont.huishouden_id == huishouden.pk:
        raise ValidationError(AL_SAMEN)
    if woont and tot_op is None:
        woont.tot_op = max(woont.vanaf_op, vanaf_op)
        woont.bewaren(door=door, reden="woont nu bij een ander")
    return Huishoudlid(
        huishouden=huishouden, inwoner=ander, vanaf_op=vanaf_op, tot_op=tot_op, bron=DESK
    ).bewaren(door=door, reden="huisgenoot vastgelegd")


@transaction.atomic
def huisgenoot_wijzigen(
    *,
    lid_id,
    vanaf_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    tot_op: datetime.date | None = None,
    versie: int | None = None,
) -> Huishoudlid:
    """Correct the period, or end it. What the BRP said and was wrong stays as it is said here.

    Who leaves a household of the BRP stands alone from then on, so that the next night does not put him back.
    """
    inwoner_id = Huishoudlid.objects.values_list("inwoner_id", flat=True).get(pk=lid_id)
    inwoner, _ = inwoner_vergrendelen(inwoner_id, door=door)
    lid = Huishoudlid.objects.vergrendelen(lid_id)
    lid.check_versie(versie)
    _check(vanaf_op, tot_op, vandaag)
    was_open, van_brp = lid.tot_op is None, lid.bron != DESK
    lid.vanaf_op, lid.tot_op, lid.bron = vanaf_op, tot_op, DESK
    lid.bewaren(door=door, reden="periode van samenwonen gewijzigd")
    if tot_op and was_open and van_brp:
        alleen = Huishouden(adressleutel="").bewaren(door=door, reden="woont hier niet meer")
        Huishoudlid(huishouden=alleen, inwoner=inwoner, vanaf_op=tot_op, bron=DESK).bewaren(
            door=door, reden="woont hier niet meer"
        )
    return lid


def _check(vanaf_op: datetime.date, tot_op: datetime.date | None, vandaag: datetime.date) -> None:
    fouten = {}
    if vanaf_op > vandaag:
        fouten["vanaf_op"] = TOEKOMST
    if tot_op and tot_op > vandaag:
        fouten["tot_op"] = TOEKOMST
    if tot_op and tot_op < vanaf_op:
        fouten["tot_op"] = VOOR_BEGIN
    if fouten:
        raise ValidationError(fouten)


def _huishouden(inwoner: Inwoner, vanaf_op: datetime.date, *, door: Actor) -> Huishouden:
    """Where this person lives now; made when nobody wrote it down yet."""
    lid = Huishoudlid.objects.filter(inwoner=inwoner, tot_op=None).select_related("huishouden").first()
    if lid:
        return lid.huishouden
    sleutel = adressleutel(
        postcode=inwoner.postcode, huisnummer=inwoner.huisnummer, huisletter=inwoner.huisletter,
        toevoeging=inwoner.toevoeging, straat=inwoner.straat, locatie=inwoner.locatie, gemeente=inwoner.gemeente_code,
    )  # fmt: skip
    huishouden = Huishouden(adressleutel=sleutel).bewaren(door=door, reden="huisgenoot vastgelegd")
    Huishoudlid(huishouden=huishouden, inwoner=inwoner, vanaf_op=vanaf_op, bron=DESK).bewaren(
        door=door, reden="huisgenoot vastgelegd"
    )
    return huishouden
