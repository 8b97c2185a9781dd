"""What a worker does for a batch: ask for its letters, make the print file, and let each letter have effect."""

import datetime
from collections.abc import Callable

import structlog
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import InterfaceError, OperationalError, transaction

from toegang.briefsoorten import bron_van
from toegang.models import Actor, Brief, Uit, Verzending, Verzendregel
from toegang.models.bulk import bulk_met_historie
from toegang.models.document import AFSCHRIFT
from toegang.models.verzending import in_verzending
from toegang.rechten import Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang, VerzendingStatus
from toegang.usecases import taken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.verzending_afdrukken import verzendingen_afdrukken

log = structlog.get_logger("toegang.verzending")
GEWEIGERD = (ValidationError, OngeldigeOvergang, PermissionDenied, ObjectDoesNotExist)
WEG = (OperationalError, InterfaceError)  # the database, not this letter: the next round tries again
AL_MEE = "Deze brief gaat al mee met een andere verzending."
ONVERWACHT = "Er ging iets mis. Vraag de beheerder om hulp."
Doorgaan = Callable[[], bool]


def brieven_vragen(*, vandaag: datetime.date, doorgaan: Doorgaan = lambda: True) -> int:
    """Before the letters are made: ask for those that only waited for a day. One transaction a letter."""
    gevraagd = 0
    while doorgaan():
        with transaction.atomic():
            regel = _pak(verzending__status=VerzendingStatus.LOOPT, brief=None)
            if regel is None:
                break
            _vragen(regel, vandaag)
            gevraagd += 1
    return gevraagd


def verzendingen_uitvoeren(
    *, nu: datetime.datetime, vandaag: datetime.date, doorgaan: Doorgaan = lambda: True
) -> int:
    """After the letters are made: print files, and the letters that a person handed over. Safe to run twice."""
    gedaan = verzendingen_afdrukken(nu=nu, vandaag=vandaag)
    while doorgaan():
        with transaction.atomic():
            regel = _pak(verzending__status=VerzendingStatus.AANGEBODEN)
            if regel is None:
                break
            _verzenden(regel, vandaag)
            gedaan += 1
    return gedaan


def _pak(**welke) -> Verzendregel | None:
    """The next row of this kind that no other worker holds."""
    regels = (
        Verzendregel.objects.open()
        .mee()
        .filter(**welke)
        .select_related(
            "verzending__samengesteld_door__medewerker", "verzending__aangeboden_door__medewerker", "zaak"
        )
    )
    return (
        regels.order_by("verzending_id", "plek", "pk")
        .select_for_update(skip_locked=True, of=("self",), no_key=True)
        .first()
    )


def _vragen(regel: Verzendregel, vandaag: datetime.date) -> None:
    verzending, systeem = regel.verzending, Actor.objects.systeem()
    try:
        with transaction.atomic():
            regel.brief = bron_van(regel.soort).schrijven(
                regel.bron_id, door=verzending.samengesteld_door, vandaag=vandaag,
                verzenddatum=verzending.verzenddatum,
            )  # fmt: skip
            if regel.brief.verzendregels.open().exists():  # chosen by a colleague meanwhile
                raise OngeldigeOvergang(AL_MEE)
            regel.bewaren(door=systeem, reden="brief gevraagd")
            _afschriften_mee(regel, systeem)
    except WEG:
        raise
    except Exception as fout:  # whatever a letter breaks on, the next one goes on
        log.warning("niet_gevraagd", regel=str(regel.pk), fout=type(fout).__name__)
        regel = Verzendregel.objects.get(pk=regel.pk)
        regel.uit, regel.uitleg = Uit.NIET_KLAAR, _zin(fout)
        regel.bewaren(door=systeem, reden="niet te schrijven")


def _afschriften_mee(regel: Verzendregel, systeem: Actor) -> None:
    """The copy for a mentor goes along in the same batch."""
    kopieen = Brief.objects.filter(
        ~in_verzending(), soort=regel.soort, bron_id=regel.bron_id, sleutel__contains=AFSCHRIFT,
        status__in=[BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT],
    )  # fmt: skip
    erbij = [
        Verzendregel(
            verzending=regel.verzending,
            zaak_id=regel.zaak_id,
            soort=regel.soort,
            bron_id=regel.bron_id,
            brief=kopie,
        )
        for kopie in kopieen.order_by("pk")
    ]
    bulk_met_historie(erbij, door=systeem, reden="afschrift gaat mee")


def _verzenden(regel: Verzendregel, vandaag: datetime.date) -> None:
    """By the same act as one letter alone, in the name of who said that the post went (Awb art. 3:41)."""
    verzending: Verzending = regel.verzending
    door = verzending.aangeboden_door or Actor.objects.systeem()
    try:
        with transaction.atomic():
            brief_verzenden(
                brief_id=regel.brief_id, door=door, vandaag=max(vandaag, verzending.verzenddatum),
                verzonden_op=verzending.verzenddatum, verzending=verzending,
            )  # fmt: skip
            regel.afgedaan_op = verzending.verzenddatum
            regel.bewaren(door=door, reden="verzonden")
    except WEG:
        raise
    except Exception as fout:  # whatever a letter breaks on, the next one goes on
        log.warning("niet_verzonden", regel=str(regel.pk), fout=type(fout).__name__)
        regel = Verzendregel.objects.select_related("zaak").get(pk=regel.pk)
        regel.uit, regel.uitleg, regel.afgedaan_op = Uit.VERWERKEN, _zin(fout), verzending.verzenddatum
        regel.bewaren(door=door, reden="verwerken mislukt")
        taken.klaarzetten(
            "brief_niet_verwerkt", "De brief is op de post, maar niet verwerkt. Zoek uit waarom", door=door,
            uiterlijk=vandaag, adres="toegang:brief", adres_pk=regel.brief_id, zaak=regel.zaak, rol=Rol.ADMINISTRATIE,
        )  # fmt: skip


def _zin(fout: Exception) -> str:
    if not isinstance(fout, GEWEIGERD):
        return ONVERWACHT
    zinnen = fout.messages if isinstance(fout, ValidationError) else [str(fout)]
    return (" ".join(zinnen) or "Dit kan nu niet.")[:300]
