"""Decide on a proposed destruction. Approved is done at once, by the one function that can (docs/keuzes/0033)."""

import datetime

import structlog
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction

from toegang.models import Actor, Document, Vernietiging, Zaak
from toegang.permissions import check_mag_vernietiging_besluiten
from toegang.statussen import (
    VERNIETIGING_OVERGANGEN,
    OngeldigeOvergang,
    VernietigingStatus,
    check_overgang,
)
from toegang.usecases import taken
from toegang.vernietigbaar import wat_beslissen_weigert

REDEN_MINSTENS = 10
HANGT_ERAAN = "Een andere zaak, bijvoorbeeld een bezwaar, kan niet zonder deze zaak. Vernietig die eerst."
log = structlog.get_logger("toegang.vernietigen")


@transaction.atomic
def vernietiging_besluiten(
    *, vernietiging_id, akkoord: bool, door: Actor, vandaag: datetime.date, reden: str = ""
) -> Vernietiging:
    """The FG approves, and it is gone, or turns it down with a reason. Approving twice is once.

    The zaak is fetched without `.voor()`: the FG reads no zaken. Files go after the commit; what a crash leaves there
    is a file that no row names, and goes with `wezen_opruimen`.
    """
    vernietiging = Vernietiging.objects.voor(door).vergrendelen(vernietiging_id)
    check_mag_vernietiging_besluiten(door, vernietiging)
    if akkoord and vernietiging.status == VernietigingStatus.VERNIETIGD:
        return vernietiging
    naar = VernietigingStatus.GOEDGEKEURD if akkoord else VernietigingStatus.AFGEWEZEN
    check_overgang(VERNIETIGING_OVERGANGEN, vernietiging.status, naar)
    vernietiging.status, vernietiging.besloten_op, vernietiging.besloten_door = naar, vandaag, door
    taken.afhandelen("vernietiging", vernietiging.pk, door=door)
    if not akkoord:
        if len(reden.strip()) < REDEN_MINSTENS:
            raise ValidationError({"reden": "Schrijf op waarom niet, in minstens 10 tekens"})
        vernietiging.afwijsreden = reden.strip()
        return vernietiging.bewaren(door=door, reden="vernietiging afgewezen")
    zaak = Zaak.objects.vergrendelen(vernietiging.zaak_id)
    if zinnen := wat_beslissen_weigert(vernietiging, zaak):
        raise OngeldigeOvergang(" ".join(zinnen))
    vernietiging.bewaren(door=door, reden="vernietiging goedgekeurd")
    _vernietigen(vernietiging)
    return Vernietiging.objects.get(pk=vernietiging.pk)


def _vernietigen(vernietiging: Vernietiging) -> None:
    """Call the function of the owner's role; it checks by itself who proposed and who approved."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sleutel FROM toegang_rijen_van(%s) WHERE tabel = %s",
            [vernietiging.zaak_id, Document._meta.db_table],
        )
        documenten = Document.objects.filter(pk__in=[pk for (pk,) in cursor.fetchall()]).exclude(bestand="")
        bestanden = list(documenten.order_by("pk").values_list("bestand", flat=True))
        try:
            with transaction.atomic():
                cursor.execute("SELECT toegang_vernietigen(%s)", [vernietiging.pk])
        except IntegrityError as fout:
            raise OngeldigeOvergang(HANGT_ERAAN) from fout
    transaction.on_commit(lambda: _bestanden_weg(bestanden))


def _bestanden_weg(bestanden: list[str]) -> None:
    for naam in bestanden:
        default_storage.delete(naam)
    log.info("bestanden_vernietigd", aantal=len(bestanden))
