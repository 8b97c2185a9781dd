"""A person who was not known yet (design: search before create)."""

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Inwoner
from toegang.namen import voorletters_van
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.usecases.dubbel_melden import dubbel_melden
from toegang.zoeken import is_afgeschermd_bekend

BSN_BEKEND = "Bij dit BSN hoort al een inwoner. Zoek op het BSN, of laat de administratie het uitzoeken."


@transaction.atomic
def inwoner_registreren(*, door: Actor, **velden) -> Inwoner:
    """Make an inwoner; `velden` are fields of the model, plus `bsn`. One BSN is one person (Wmo 2015 art. 5.2.9).

    Whoever is there already but shielded is told to nobody but the colleagues named on that dossier.
    """
    check_rol(door, Rol.KCC, Rol.ADMINISTRATIE)
    bsn = velden.pop("bsn", "")
    gevraagd = bsn
    afgeschermd = is_afgeschermd_bekend(
        geslachtsnaam=velden["geslachtsnaam"], geboren=velden.get("geboren", "00000000"), bsn=bsn
    )
    if afgeschermd:
        bsn = ""  # it is his who is shielded already; who is named joins the two
    if bsn and Inwoner.objects.met_bsn(bsn).exists():
        raise ValidationError({"bsn": BSN_BEKEND})
    inwoner = Inwoner(**velden)
    inwoner.postcode = inwoner.postcode.replace(" ", "").upper()
    if not inwoner.voorletters:
        inwoner.voorletters = voorletters_van(inwoner.voornamen)
    if bsn:
        inwoner.bsn = bsn
    inwoner.bewaren(door=door, reden="inwoner geregistreerd")
    if afgeschermd:
        dubbel_melden(inwoner=inwoner, bsn=gevraagd, door=door)
    return inwoner
