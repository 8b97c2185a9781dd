"""A person who was not known yet (design: search before create)."""

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Inwoner
from toegang.namen import voorletters_van
from toegang.permissions import check_rol
from toegang.rechten import Rol

BSN_BEKEND = "Bij dit BSN hoort al een inwoner. Zoek op het BSN, of laat de administratie het uitzoeken."


@transaction.atomic
def inwoner_registreren(*, door: Actor, **velden) -> Inwoner:
    """Make an inwoner; `velden` are fields of the model, plus `bsn`. One BSN is one person (Wmo 2015 art. 5.2.9)."""
    check_rol(door, Rol.KCC, Rol.ADMINISTRATIE)
    bsn = velden.pop("bsn", "")
    if bsn and Inwoner.objects.met_bsn(bsn).exists():
        raise ValidationError({"bsn": BSN_BEKEND})
    inwoner = Inwoner(**velden)
    inwoner.postcode = inwoner.postcode.replace(" ", "").upper()
    if not inwoner.voorletters:
        inwoner.voorletters = voorletters_van(inwoner.voornamen)
    if bsn:
        inwoner.bsn = bsn
    return inwoner.bewaren(door=door, reden="inwoner geregistreerd")
