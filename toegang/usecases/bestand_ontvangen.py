"""A file comes in: checked by content, scanned, kept under a random name; in quarantine while the scanner is silent."""

import datetime
import hashlib

import structlog
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from toegang.bestandscontrole import Geweigerd, check_grootte, keuren, nette_naam
from toegang.models import Actor, Contactmoment, Document, DocumentSoort, Inwoner, Zaak
from toegang.nudge import nudge_na_commit
from toegang.rechten import Laag
from toegang.virusscanner import ScannerZwijgt, Uitslag, scannen

VIRUS = "In dit bestand zit een virus. Wij hebben het niet bewaard. Kies een ander bestand"
log = structlog.get_logger("toegang.bestanden")


@transaction.atomic
def bestand_ontvangen(
    *,
    bestand: UploadedFile,
    door: Actor,
    nu: datetime.datetime,
    titel: str = "",
    soort: DocumentSoort = DocumentSoort.UPLOAD,
    zaak: Zaak | None = None,
    contactmoment: Contactmoment | None = None,
    inwoner: Inwoner | None = None,
    laag: Laag = Laag.INHOUD,
    ontvangen_op: datetime.date | None = None,
) -> Document:
    """Keep this file with a zaak, a contact or a person; the caller fetched that for `door`, so its right was asked.

    ValidationError with a sentence when the file is not what we take, or holds a virus. Without `titel` its own name,
    made harmless, is the title.
    """
    try:
        check_grootte(bestand.size or 0)
        bestand.seek(0)
        inhoud = bestand.read()
        gekeurd = keuren(inhoud, bestand.name or "")
    except Geweigerd as fout:
        raise ValidationError(str(fout), code="bestand") from None
    in_quarantaine, scanuitslag = _scannen(inhoud)
    document = Document(
        zaak=zaak, contactmoment=contactmoment, inwoner=inwoner, soort=soort,
        titel=nette_naam(titel) if titel else gekeurd.titel, mediatype=gekeurd.soort.mediatype,
        grootte=len(inhoud), sha256=hashlib.sha256(inhoud).hexdigest(), laag=laag,
        ontvangen_op=ontvangen_op or timezone.localdate(nu), gemaakt_om=nu, in_quarantaine=in_quarantaine,
        scanuitslag=scanuitslag,
    )  # fmt: skip
    document.bestand.save("bestand", ContentFile(inhoud), save=False)
    try:
        document.bewaren(door=door, reden="bestand ontvangen")
    except BaseException:
        default_storage.delete(str(document.bestand))
        raise
    if in_quarantaine:
        nudge_na_commit("quarantaine")
    return document


def _scannen(inhoud: bytes) -> tuple[bool, str]:
    """Whether it must wait, and what the scanner said; a virus is refused at once."""
    try:
        scan = scannen(inhoud)
    except ScannerZwijgt as fout:
        log.warning("scanner_zwijgt", reden=str(fout))
        return True, ""
    if scan.uitslag == Uitslag.BESMET:
        log.warning("virus_geweigerd", virus=scan.wat)
        raise ValidationError(VIRUS, code="virus")
    return False, scan.tekst
