"""A link by which an organisation refers, and its end."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Organisatie, Verwijslink
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.verwijslinks import token_van

HOOGSTENS_DAGEN = 2 * 366


@transaction.atomic
def verwijslink_maken(
    *, organisatie_id, geldig_tot: datetime.date, door: Actor, vandaag: datetime.date
) -> tuple[Verwijslink, str]:
    """The link and its token, which is kept nowhere: who loses it gets a new one."""
    check_rol(door, Rol.BEHEERDER)
    organisatie = Organisatie.objects.vergrendelen(organisatie_id)
    if not organisatie.actief:
        raise ValidationError("Deze organisatie staat uit. Zet haar eerst weer aan.")
    laatste = vandaag + datetime.timedelta(days=HOOGSTENS_DAGEN)
    if not vandaag <= geldig_tot <= laatste:
        raise ValidationError(
            {"geldig_tot": f"De datum moet van vandaag tot en met {opmaak.datum(laatste)} liggen"}
        )
    link = Verwijslink(
        organisatie=organisatie, gemaakt_op=vandaag, gemaakt_door=door, geldig_tot=geldig_tot
    ).bewaren(door=door, reden="link gemaakt")
    return link, token_van(link)


@transaction.atomic
def verwijslink_intrekken(*, link_id, door: Actor, vandaag: datetime.date) -> Verwijslink:
    """From now on this link opens nothing; what was sent by it stays."""
    check_rol(door, Rol.BEHEERDER)
    link = Verwijslink.objects.vergrendelen(link_id)
    if link.ingetrokken_op is None:
        link.ingetrokken_op = vandaag
        link.bewaren(door=door, reden="link ingetrokken")
    return link
