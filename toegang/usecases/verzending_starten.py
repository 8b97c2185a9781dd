"""Let a batch run, stop it after this letter, let it go on, or undo it."""

import datetime

from django.core.files.storage import default_storage
from django.db import transaction

from toegang.models import Actor, Verzending, Verzendregel
from toegang.models.bulk import wijzigen_met_historie
from toegang.nudge import nudge_na_commit
from toegang.statussen import VERZENDING_OVERGANGEN, OngeldigeOvergang, VerzendingStatus, check_overgang
from toegang.usecases.verzending_nakijken import brieven_dateren, regels_nakijken
from toegang.usecases.verzending_ophalen import AL, check_status, verzending_vergrendelen


@transaction.atomic
def verzending_starten(*, verzending_id, door: Actor, vandaag: datetime.date) -> Verzending:
    """Begin, or go on after a stop. Started already: a second click is harmless."""
    verzending = verzending_vergrendelen(verzending_id, door=door)
    if verzending.status == VerzendingStatus.LOOPT:
        return verzending
    check_status(verzending, VerzendingStatus.CONTROLE, VerzendingStatus.GESTOPT)
    regels_nakijken(verzending, door=door, vandaag=vandaag)
    if not Verzendregel.objects.open().mee().filter(verzending=verzending).exists():
        raise OngeldigeOvergang("Geen enkele brief kan nu mee. Herstel eerst wat hieronder staat.")
    brieven_dateren(verzending, door=door, vandaag=vandaag)
    _naar(verzending, VerzendingStatus.LOOPT, door=door, reden="gestart")
    nudge_na_commit("brieven")
    return verzending


@transaction.atomic
def verzending_stoppen(*, verzending_id, door: Actor) -> Verzending:
    """The letter that is being made now is the last one."""
    verzending = verzending_vergrendelen(verzending_id, door=door)
    if verzending.status != VerzendingStatus.GESTOPT:
        check_status(verzending, VerzendingStatus.LOOPT)
        _naar(verzending, VerzendingStatus.GESTOPT, door=door, reden="gestopt")
    return verzending


@transaction.atomic
def verzending_opheffen(*, verzending_id, door: Actor, vandaag: datetime.date) -> Verzending:
    """The letters are free again, each with the date it has; what was printed is waste paper."""
    verzending = verzending_vergrendelen(verzending_id, door=door)
    if verzending.status == VerzendingStatus.VERVALLEN:
        return verzending
    if not verzending.is_open:
        raise OngeldigeOvergang(AL[verzending.status])
    open_ = Verzendregel.objects.open().filter(verzending=verzending)
    wijzigen_met_historie(open_, door=door, reden="verzending opgeheven", afgedaan_op=vandaag)
    bestand_weg(verzending)
    _naar(verzending, VerzendingStatus.VERVALLEN, door=door, reden="opgeheven")
    nudge_na_commit("brieven")
    return verzending


def bestand_weg(verzending: Verzending) -> None:
    """The print file holds the letters of many: it goes as soon as nobody needs it. The caller saves the row."""
    if naam := str(verzending.bestand):
        transaction.on_commit(lambda: default_storage.delete(naam))
        verzending.bestand = ""


def _naar(verzending: Verzending, status: VerzendingStatus, *, door: Actor, reden: str) -> None:
    check_overgang(VERZENDING_OVERGANGEN, verzending.status, status)
    verzending.status = status
    verzending.bewaren(door=door, reden=reden)
