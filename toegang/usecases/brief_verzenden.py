"""Post is weg: the letter was handed over, and what follows from that begins (Awb art. 3:41)."""

import datetime
import hashlib

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.briefsoorten import briefsoort
from toegang.models import Actor, Brief, Verzending
from toegang.nudge import nudge_na_commit
from toegang.permissions import check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import BRIEF_OVERGANGEN, BriefStatus, OngeldigeOvergang, check_overgang
from toegang.usecases import taken
from toegang.usecases.brief_klaarzetten import opnieuw_vragen
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.verzending_nakijken import oude_bytes_bewaren
from toegang.veilig_contact import waarheen


class BriefOpnieuwMaken(Exception):
    """Another day than the letter says: it is made anew with this day, and then handed over."""

    def __init__(self, dag: datetime.date):
        super().__init__(
            f"Op de brief stond een andere datum. Wij maken de brief opnieuw met {opmaak.datum(dag)}. "
            "Verstuur daarna de nieuwe brief."
        )


IN_VERZENDING = "Deze brief gaat mee met een verzending. Leg daar vast dat de post weg is."
VERANDERD = "Het bestand van deze brief is niet meer het bestand dat gemaakt is. Maak de brief opnieuw."


def brief_verzenden(
    *,
    brief_id,
    door: Actor,
    vandaag: datetime.date,
    verzonden_op: datetime.date,
    verzending: Verzending | None = None,
) -> Brief:
    """Only this makes it effective. A second click is harmless; another day than printed raises BriefOpnieuwMaken.

    `verzending`: the batch that was handed over; a letter that goes with one does not go by itself.
    """
    with transaction.atomic():
        brief = brief_vergrendelen(brief_id, door=door)
        if brief.status == BriefStatus.VERZONDEN:
            return brief
        check_overgang(BRIEF_OVERGANGEN, brief.status, BriefStatus.VERZONDEN)
        if verzending is None and brief.verzendregels.open().exists():
            raise OngeldigeOvergang(IN_VERZENDING)
        _check_dag(brief, verzonden_op, vandaag)
        if opnieuw := verzonden_op != brief.verzenddatum:
            brief.verzenddatum = verzonden_op
            oude_bytes_bewaren(brief, door=door)
            opnieuw_vragen(brief)
            brief.bewaren(door=door, reden="andere verzenddatum")
            nudge_na_commit("brieven")
        else:
            _verzonden(brief, door, verzonden_op)
    if opnieuw:
        raise BriefOpnieuwMaken(verzonden_op)
    return brief


def brief_vergrendelen(brief_id, *, door: Actor) -> Brief:
    """The letter for who sends it: zaak first, then the letter."""
    zaak_id = Brief.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=brief_id)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.UITVOERING_INZIEN)
    check_rol(door, Rol.ADMINISTRATIE)
    brief = Brief.objects.vergrendelen(brief_id)
    brief.zaak = zaak
    return brief


def _check_dag(brief: Brief, verzonden_op: datetime.date, vandaag: datetime.date) -> None:
    if verzonden_op > vandaag:
        raise ValidationError("De post kan niet in de toekomst zijn aangeboden. Kies vandaag of eerder.")
    if verzonden_op < brief.zaak.gemeld_op:
        raise ValidationError(
            f"De vraag kwam pas op {opmaak.datum(brief.zaak.gemeld_op)} binnen. Controleer de datum."
        )
    if brief.zaak.dossier.inwoner.overleden_op:
        raise ValidationError("Deze inwoner is overleden. Verstuur deze brief niet.")
    if weigering := waarheen(brief.zaak.dossier.inwoner).weigering:
        raise ValidationError(weigering)


def _bevriezen(brief: Brief) -> None:
    """What leaves the house is what lies in storage, and what it was made from; both hashes stay with the letter."""
    document = brief.document
    if document is None:
        raise ValidationError(VERANDERD)
    with document.bestand.open("rb") as bestand:
        brief.pdf_sha256 = hashlib.sha256(bestand.read()).hexdigest()
    if brief.pdf_sha256 != document.sha256:
        raise ValidationError(VERANDERD)
    brief.inhoud_sha256, brief.code = document.inhoud_sha256, (document.inhoud or {}).get("code", "")


def _verzonden(brief: Brief, door: Actor, op: datetime.date) -> None:
    _bevriezen(brief)
    brief.status, brief.verzonden_op, brief.verzonden_door = BriefStatus.VERZONDEN, op, door
    brief.bewaren(door=door, reden="verzonden")
    gebeurtenissen.brief_verzonden(brief, door=door)
    taken.afhandelen("brief_verzenden", brief.pk, door=door)
    soort = briefsoort(brief.soort)
    if soort.na_verzending and not (brief.is_afschrift or brief.is_herhaling):
        soort.na_verzending(brief, door=door, op=op)
