"""Noodinzage: open content without the right, for at most four hours, with a notice and a review."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, ActorSoort, Noodinzage, Zaak
from toegang.rechten import Grond, Rol
from toegang.usecases import taken
from toegang.usecases.uitzonderingen import verlenen

DUUR = datetime.timedelta(hours=4)
REDEN_MINSTENS = 20
BEOORDELEN_BINNEN = datetime.timedelta(days=7)


@transaction.atomic
def nood_inzien(*, zaak_id, door: Actor, nu: datetime.datetime, grond: str, reden: str) -> Noodinzage:
    """Any colleague can, and answers for it: the teamlead and the FG get a task at once.

    The zaak is fetched without `.voor()`: that is what this act is for. Its right ends by its `tot`.
    """
    if door.soort != ActorSoort.MEDEWERKER or door.medewerker_id is None:
        raise PermissionDenied("Alleen collega's kunnen een noodinzage doen.")
    if len(reden.strip()) < REDEN_MINSTENS:
        raise ValidationError(
            {"reden": f"Schrijf in minstens {REDEN_MINSTENS} tekens op waarom dit niet kan wachten."}
        )
    zaak = Zaak.objects.vergrendelen(zaak_id)
    noodinzage = Noodinzage(
        zaak=zaak, medewerker_id=door.medewerker_id, grond=Noodinzage.NoodGrond(grond), reden=reden.strip(),
        begonnen_om=nu, eindigt_om=nu + DUUR,
    ).bewaren(door=door, reden="noodinzage begonnen")  # fmt: skip
    verlenen(zaak, door.medewerker_id, Grond.NOODINZAGE, vanaf=nu, tot=noodinzage.eindigt_om, door=door)
    gebeurtenissen.noodinzage_begonnen(noodinzage, door=door)
    uiterlijk = (nu + BEOORDELEN_BINNEN).date()
    titel = "Noodinzage door een collega: was dit terecht?"
    taken.klaarzetten(
        "noodinzage_teamlead", titel, door=door, uiterlijk=uiterlijk, adres="toegang:noodinzage_beoordelen",
        adres_pk=noodinzage.pk, zaak=zaak, rol=Rol.TEAMLEAD,
    )  # fmt: skip
    taken.klaarzetten(
        "noodinzage_fg", titel, door=door, uiterlijk=uiterlijk, adres="toegang:noodinzage_beoordelen",
        adres_pk=noodinzage.pk, rol=Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,
    )  # fmt: skip
    return noodinzage
