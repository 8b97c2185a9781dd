"""A file that was stored while its transaction rolled back belongs to no row: it goes after a day."""

import datetime
import re
from collections.abc import Iterator

import structlog
from django.core.files.storage import default_storage
from django.db import transaction

from toegang.models import Actor, Document, Verzending

OUDER_DAN = datetime.timedelta(days=1)  # what is being stored just now has its row by then
EIGEN_MAP, EIGEN_NAAM = re.compile(r"[0-9a-f]{2}"), re.compile(r"[0-9a-f]{30}\w*")  # `willekeurig_pad`
PER_KEER = 500
log = structlog.get_logger("toegang.bestanden")


@transaction.atomic
def wezen_opruimen(*, door: Actor, nu: datetime.datetime) -> int:
    """Remove what neither a Document nor a batch names; only files under names that we gave. The log only counts."""
    gezien = weg = 0
    for namen in _mappen():
        oud = [naam for naam in namen if default_storage.get_modified_time(naam) < nu - OUDER_DAN]
        gezien += len(namen)
        for begin in range(0, len(oud), PER_KEER):
            deel = oud[begin : begin + PER_KEER]
            bekend = {
                naam
                for model in (Document, Verzending)
                for naam in model.objects.filter(bestand__in=deel).values_list("bestand", flat=True)
            }
            for naam in deel:
                if naam not in bekend:
                    default_storage.delete(naam)
                    weg += 1
    log.info("wezen_opgeruimd", door=door.pk, gezien=gezien, weg=weg)
    return weg


def _mappen() -> Iterator[list[str]]:
    """The files of one folder at a time."""
    for map_naam in sorted(default_storage.listdir("")[0]) if default_storage.exists("") else ():
        if EIGEN_MAP.fullmatch(map_naam):
            bestanden = default_storage.listdir(map_naam)[1]
            yield [f"{map_naam}/{naam}" for naam in bestanden if EIGEN_NAAM.fullmatch(naam)]
