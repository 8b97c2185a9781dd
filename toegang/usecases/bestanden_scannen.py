"""What waits in quarantine is asked of the scanner again: released when clean, removed when not."""

import datetime

import structlog
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor, Document
from toegang.rechten import Rol
from toegang.usecases import taken
from toegang.virusscanner import ScannerZwijgt, Uitslag, scannen

log = structlog.get_logger("toegang.bestanden")


def bestanden_scannen(*, nu: datetime.datetime, hoogstens: int = 100) -> int:
    """Decide about waiting files, one transaction each, oldest first; stops when the scanner is silent.

    Without a scanner (it was switched off) what waits is released, as everything that comes in then.
    """
    gedaan = 0
    wachtend = Document.objects.te_scannen().values_list("pk", flat=True)[:hoogstens]
    for pk in list(wachtend):
        try:
            with transaction.atomic():
                gedaan += _een(pk, nu)
        except ScannerZwijgt as fout:
            log.warning("scanner_zwijgt", reden=str(fout), wachtend=len(wachtend) - gedaan)
            break
        except OSError as fout:  # the file is not there: the next one goes on
            log.error("bestand_onleesbaar", document=str(pk), fout=type(fout).__name__)
    return gedaan


def _een(pk, nu: datetime.datetime) -> int:
    document = (
        Document.objects.te_scannen().select_for_update(skip_locked=True, of=("self",)).filter(pk=pk).first()
    )
    if document is None:  # another worker has it
        return 0
    systeem = Actor.objects.systeem()
    with document.bestand.open("rb") as bestand:
        scan = scannen(bestand.read())
    document.scanuitslag = scan.tekst
    if scan.uitslag != Uitslag.BESMET:
        document.in_quarantaine = False
        document.bewaren(door=systeem, reden="vrijgegeven na controle")
        return 1
    document.bewaren(door=systeem, reden="virus gevonden, bestand verwijderd")
    taken.klaarzetten(
        "bestand_geweigerd", "In een bestand zat een virus. Vraag het opnieuw op.", door=systeem,
        uiterlijk=timezone.localdate(nu), zaak=document.zaak, contactmoment=document.contactmoment,
        rol=Rol.ADMINISTRATIE, adres="toegang:contact" if document.zaak_id is None else "toegang:documenten",
        adres_pk=document.zaak_id or document.contactmoment_id,
    )  # fmt: skip
    pad = str(document.bestand)
    transaction.on_commit(lambda: default_storage.delete(pad))
    log.warning("virus_verwijderd", document=str(pk), virus=scan.wat)
    return 1
