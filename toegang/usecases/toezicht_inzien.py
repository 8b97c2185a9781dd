"""Toezichtinzage: a toezichthouder opens one zaak for a case of his own, as long as that lasts (Wmo 2015 art. 6.1)."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from toegang.models import Actor, Toezichtinzage, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Grond, Rol, Wet
from toegang.usecases.uitzonderingen import intrekken, verlenen

LANGST = datetime.timedelta(days=366)
NIET_WMO = "Toezicht op de Wmo gaat over zaken van de Wmo. Kies een andere zaak"


@transaction.atomic
def toezicht_inzien(
    *, zaak_id, door: Actor, nu: datetime.datetime, kenmerk: str, tot: datetime.datetime
) -> Toezichtinzage:
    """The zaak is fetched without `.voor()`: that is what this act is for. No task, no line of the timeline.

    Only the FG sees it. The right ends by its `tot`; asked again for the same case it is the same row, another end.
    """
    check_rol(door, Rol.TOEZICHTHOUDER)
    if door.medewerker_id is None:
        raise PermissionDenied("Alleen een toezichthouder kan dit doen.")
    if not kenmerk.strip():
        raise ValidationError({"kenmerk": "Vul het kenmerk van uw eigen zaak in"})
    if not nu < tot <= nu + LANGST:
        raise ValidationError({"tot_op": "Kies een dag na vandaag, hoogstens een jaar vooruit"})
    zaak = Zaak.objects.vergrendelen(zaak_id)
    if zaak.wet != Wet.WMO:
        raise ValidationError({"zaak": NIET_WMO})
    inzage = Toezichtinzage.objects.lopend(door, nu).filter(zaak=zaak, kenmerk=kenmerk.strip()).first()
    inzage = inzage or Toezichtinzage(
        zaak=zaak, medewerker_id=door.medewerker_id, kenmerk=kenmerk.strip(), begonnen_om=nu
    )
    inzage.eindigt_om = tot
    inzage.bewaren(door=door, reden="toezichtinzage")
    _bijwerken(zaak, door, nu)
    return inzage


@transaction.atomic
def toezicht_beeindigen(*, toezicht_id, door: Actor, nu: datetime.datetime) -> Toezichtinzage:
    """The supervisor's own case is over; a second time changes nothing."""
    zaak_id = Toezichtinzage.objects.van(door).values_list("zaak_id", flat=True).get(pk=toezicht_id)
    zaak = Zaak.objects.vergrendelen(zaak_id)
    inzage = Toezichtinzage.objects.vergrendelen(toezicht_id)
    if inzage.eindigt_om > nu:
        inzage.eindigt_om = nu
        inzage.bewaren(door=door, reden="toezicht klaar")
        _bijwerken(zaak, door, nu)
    return inzage


def _bijwerken(zaak: Zaak, door: Actor, nu: datetime.datetime) -> None:
    """What this ground gives lasts as long as the last case that still runs on this zaak."""
    intrekken(zaak, Grond.TOEZICHT, medewerker_id=door.medewerker_id)
    laatste = Toezichtinzage.objects.lopend(door, nu).filter(zaak=zaak).order_by("-eindigt_om").first()
    if laatste is not None and laatste.medewerker_id is not None:
        verlenen(zaak, laatste.medewerker_id, Grond.TOEZICHT, vanaf=nu, tot=laatste.eindigt_om, door=door)
