"""The desk takes somebody over from the BRP, or asks the BRP again about somebody it knows."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang import bsn as bsn_
from toegang.brp_antwoord import persoon_uit_antwoord
from toegang.brp_client import client
from toegang.brp_fouten import BrpFout
from toegang.brp_vragen import raadplegen
from toegang.models import Actor, Brpstand, Dossier, Inwoner
from toegang.permissions import check_mag_brp, check_rol
from toegang.rechten import Recht, Rol
from toegang.usecases.brp_overnemen import Overgenomen, brp_overnemen
from toegang.zoeken import zichtbaar_voor

NIEMAND = "De BRP kent niemand met dit BSN. Controleer de cijfers."


@transaction.atomic
def inwoner_uit_brp(*, bsn: str, door: Actor, nu: datetime.datetime) -> Inwoner:
    """Make or bring up to date the one inwoner with this BSN (Wmo 2015 art. 5.2.9). ValidationError has the sentence.

    The caller writes the question in the read log. A person with a shielded dossier is "nobody" to who may not see it.
    """
    check_rol(door, Rol.KCC, Rol.ADMINISTRATIE)
    bekend = Inwoner.objects.met_bsn(bsn).values_list("pk", flat=True).first()
    if bekend and not zichtbaar_voor(door).filter(pk=bekend).exists():
        raise ValidationError(NIEMAND)
    return _vragen(bsn, door=door, nu=nu).inwoner


@transaction.atomic
def inwoner_verversen(*, inwoner_id, door: Actor, nu: datetime.datetime) -> Overgenomen:
    """Ask the BRP again about an inwoner whose dossier this Actor may see; DoesNotExist when he may not."""
    inwoner = Inwoner.objects.filter(
        dossier__in=Dossier.objects.voor(door, Recht.PROCES_INZIEN)
    ).get(pk=inwoner_id)  # fmt: skip
    check_mag_brp(door)
    if not inwoner.bsn_index:
        raise ValidationError("Van deze inwoner is geen BSN bekend. Zoek eerst in de BRP op naam of adres.")
    return _vragen(inwoner.bsn, door=door, nu=nu)


def _vragen(bsn: str, *, door: Actor, nu: datetime.datetime) -> Overgenomen:
    try:
        personen = [persoon_uit_antwoord(p) for p in client().vraag(raadplegen([bsn]))]
        persoon = next((p for p in personen if p.bsn == bsn_.normaal(bsn)), None)
        if persoon is None:
            raise ValidationError(NIEMAND)
        uit = brp_overnemen(persoon=persoon, door=door, vandaag=timezone.localdate(nu))
    except BrpFout as fout:
        raise ValidationError(fout.zin) from None
    Brpstand.objects.update_or_create(
        inwoner=uit.inwoner, defaults={"bevraagd_om": nu, "pogingen": 0, "uitkomst": "gevonden"}
    )
    return uit
