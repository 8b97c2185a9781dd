"""When all letters of a batch are made: one file for the printer, in address order."""

import datetime
import hashlib

import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from toegang.drukwerk import adresvolgorde, samenvoegen
from toegang.models import Actor, Verzending, Verzendregel
from toegang.models.bulk import bulk_met_historie
from toegang.models.document import HOOGSTENS_POGINGEN
from toegang.statussen import BriefStatus, VerzendingStatus
from toegang.usecases.verzending_nakijken import regels_nakijken, regels_van

log = structlog.get_logger("toegang.verzending")
LEEG = "Geen enkele brief kan mee. Herstel wat bij de uitzonderingen staat en kijk opnieuw na."


class BestandVeranderd(RuntimeError):
    """The file in storage is not the letter that was made."""


def verzendingen_afdrukken(*, nu: datetime.datetime, vandaag: datetime.date) -> int:
    """Each batch that is ready and has no file yet, one transaction a batch; how many files were made."""
    gemaakt = 0
    klaar = Verzending.objects.filter(status=VerzendingStatus.LOOPT, sha256="", fout="")
    for pk in list(klaar.order_by("samengesteld_om", "pk").values_list("pk", flat=True)):
        if _nog_te_maken(pk):
            continue
        try:
            with transaction.atomic():
                gemaakt += _afdrukken(pk, nu, vandaag)
        except Exception as fout:  # one batch that breaks does not hold the others
            log.warning("afdrukken_mislukt", verzending=str(pk), fout=type(fout).__name__)
            _mislukt(pk, fout)
    return gemaakt


def _nog_te_maken(pk) -> bool:
    """A letter goes along that is neither made nor given up."""
    wacht = Verzendregel.objects.wacht().filter(verzending=pk)
    return wacht.exclude(brief__status=BriefStatus.GEVRAAGD, brief__pogingen__gte=HOOGSTENS_POGINGEN).exists()


def _afdrukken(pk, nu: datetime.datetime, vandaag: datetime.date) -> bool:
    rijen = Verzending.objects.filter(pk=pk, status=VerzendingStatus.LOOPT, sha256="")
    verzending = rijen.select_for_update(skip_locked=True, of=("self",), no_key=True).first()
    if verzending is None:
        return False
    systeem = Actor.objects.systeem()
    # who died or moved meanwhile does not go along
    regels_nakijken(verzending, door=systeem, vandaag=vandaag, opnieuw=False)
    if _nog_te_maken(pk):
        return False
    regels = list(regels_van(verzending).mee().filter(brief__status=BriefStatus.GEMAAKT))
    if not regels:
        verzending.fout = LEEG
        verzending.bewaren(door=systeem, reden="niets af te drukken")
        return False
    regels.sort(key=lambda r: (*adresvolgorde(r.brief.aan_naam, r.brief.aan_adres), str(r.pk)))
    werk = samenvoegen((_bytes(r) for r in regels), dubbelzijdig=verzending.dubbelzijdig)
    for plek, (regel, paginas, vellen) in enumerate(
        zip(regels, werk.paginas, werk.vellen, strict=True), start=1
    ):
        regel.plek, regel.paginas, regel.vellen = plek, paginas, vellen
        regel.sha256 = regel.brief.document.sha256
    bulk_met_historie(regels, door=systeem, reden="afgedrukt")
    verzending.bestand.save("verzending", ContentFile(werk.inhoud), save=False)
    verzending.sha256, verzending.afgedrukt_om = hashlib.sha256(werk.inhoud).hexdigest(), nu
    try:
        verzending.bewaren(door=systeem, reden="printbestand gemaakt")
    except BaseException:
        default_storage.delete(str(verzending.bestand))
        raise
    return True


def _bytes(regel: Verzendregel) -> bytes:
    document = regel.brief.document if regel.brief else None
    if document is None:
        raise BestandVeranderd(str(regel.pk))
    with document.bestand.open("rb") as bestand:
        inhoud = bestand.read()
    if hashlib.sha256(inhoud).hexdigest() != document.sha256:
        raise BestandVeranderd(str(document.pk))
    return inhoud


def _mislukt(pk, fout: Exception) -> None:
    """Not tried again by itself: a person looks, and asks again."""
    with transaction.atomic():
        verzending = Verzending.objects.vergrendelen(pk)
        verzending.fout = f"Het printbestand kon niet worden gemaakt ({type(fout).__name__})."
        verzending.bewaren(door=Actor.objects.systeem(), reden="printbestand mislukt")
