"""Make the PDF of a letter: claimed, built and marked in one transaction, so that none is lost or doubled."""

import datetime
import hashlib
from collections.abc import Callable

import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import QuerySet

from toegang import gebeurtenissen
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import Brief as Inhoud
from toegang.brieven.basis import html_maken
from toegang.brieven.inhoud import als_gegevens, hash_van
from toegang.models import Actor, Brief, Document, DocumentSoort
from toegang.models.document import HOOGSTENS_POGINGEN
from toegang.models.verzending import vastgehouden
from toegang.pdf import PdfMislukt, pdf_maken
from toegang.rechten import Rol
from toegang.statussen import BRIEF_OVERGANGEN, BriefStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.brief_klaarzetten import aanhouden
from toegang.vaste_vraag import vaste_vraag
from toegang.veilig_contact import waarheen

log = structlog.get_logger("toegang.brieven")


def brieven_maken(*, nu: datetime.datetime, doorgaan: Callable[[], bool] = lambda: True) -> int:
    """Make what was asked for, one transaction a letter; a letter that fails waits and never stops the others."""
    gemaakt, systeem = 0, Actor.objects.systeem()
    while doorgaan():
        with transaction.atomic():
            te_maken = Brief.objects.te_maken(nu).filter(~vastgehouden())
            rijen = te_maken.select_for_update(skip_locked=True, of=("self",), no_key=True)
            brief = rijen.only("pk").first()
            if brief is None:
                break
            gemaakt += _een(brief.pk, nu, systeem)
    return gemaakt


def brief_maken(
    *,
    brief_id,
    nu: datetime.datetime,
    systeem: Actor | None = None,
    pdf: Callable[..., bytes] | None = None,
) -> bool:
    """Make this one letter now; False when it failed (the row says why). `pdf`: another renderer (the demo)."""
    return _een(brief_id, nu, systeem or Actor.objects.systeem(), pdf)


def _een(pk, nu: datetime.datetime, systeem: Actor, pdf: Callable[..., bytes] | None = None) -> bool:
    """True when it was made; a failure is rolled back and written down apart."""
    try:
        with transaction.atomic():
            _niet_op_de_schijf_wachten()
            return _maken(pk, nu, systeem, pdf or pdf_maken)
    except Exception as fout:  # whatever a letter breaks on, the next one goes on
        log.warning("brief_mislukt", brief=str(pk), fout=type(fout).__name__)
        _mislukt(pk, nu, fout)
        return False


def _niet_op_de_schijf_wachten() -> None:
    """This commit may reach the disk a moment later: after a power cut the row still asks, and it is made again.

    Whole or not at all, as ever; and what leaves the house waits for the disk, this letter's row before it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")


def _maken(pk, nu: datetime.datetime, systeem: Actor, pdf: Callable[..., bytes]) -> bool:
    (brief,) = _met_alles(pk=pk)
    if brief.status != BriefStatus.GEVRAAGD:
        return False
    if weigering := waarheen(brief.zaak.dossier.inwoner).weigering:
        aanhouden(brief, weigering, door=systeem)
        return False
    check_overgang(BRIEF_OVERGANGEN, brief.status, BriefStatus.GEMAAKT)
    inhoud, gemaakt = brief_als_pdf(brief, pdf)
    oud = str(brief.document.bestand) if brief.document else ""
    document = _document(brief, inhoud, gemaakt, nu)
    try:
        _vastleggen(brief, document, nu, systeem)
    except BaseException:
        default_storage.delete(str(document.bestand))
        raise
    if oud:
        transaction.on_commit(lambda: default_storage.delete(oud))
    return True


def brief_als_pdf(brief: Brief, pdf: Callable[..., bytes] = pdf_maken) -> tuple[Inhoud, bytes]:
    """What the letter says and its bytes; nothing is kept. A sample before the batch runs is made so too."""
    soort = briefsoort(brief.soort)
    inhoud = soort.bouwen(brief)
    erbij = {"bijlage": soort.bijlage(inhoud)} if soort.bijlage else {}
    gemaakt = pdf(
        html_maken(inhoud),
        titel=inhoud.onderwerp,
        kenmerk=inhoud.kop.kenmerk,
        gemaakt_op=brief.verzenddatum,
        **erbij,
    )
    return inhoud, gemaakt


@vaste_vraag
def _met_alles(pk) -> QuerySet[Brief]:
    """The letter, locked, with all that stands in its head."""
    met = Brief.objects.select_related(
        "zaak__dossier__inwoner", "zaak__regisseur", "zaak__wijkteam", "document"
    )
    return met.select_for_update(of=("self",), no_key=True).filter(pk=pk)


def _vastleggen(brief: Brief, document: Document, nu: datetime.datetime, systeem: Actor) -> None:
    eerste_keer = brief.versie == 1  # asked for once, never tried: it holds no task yet
    document.bewaren(door=systeem, reden="brief gemaakt")
    brief.document, brief.status, brief.gemaakt_om = document, BriefStatus.GEMAAKT, nu
    brief.fout, brief.opnieuw_om = "", None
    brief.bewaren(door=systeem, reden="brief gemaakt")
    gebeurtenissen.brief_gemaakt(brief, door=systeem)
    if not eerste_keer:
        for wat in ("brief_mislukt", "brief_overleg"):
            taken.afhandelen(wat, brief.pk, door=systeem)
    taken.klaarzetten(
        "brief_verzenden", "Brief versturen", door=systeem, uiterlijk=brief.verzenddatum, adres="toegang:brief",
        adres_pk=brief.pk, zaak=brief.zaak, rol=Rol.ADMINISTRATIE, nieuw=eerste_keer,
    )  # fmt: skip


def _document(brief: Brief, inhoud: Inhoud, pdf: bytes, nu: datetime.datetime) -> Document:
    """The file under a random name; made anew it takes the place of the one that was never sent."""
    document = brief.document or Document(zaak=brief.zaak)
    document.soort = brief.soort if brief.soort in DocumentSoort.values else DocumentSoort.BRIEF
    document.titel, document.laag, document.gemaakt_om = brief.onderwerp, brief.laag, nu
    document.grootte, document.sha256 = len(pdf), hashlib.sha256(pdf).hexdigest()
    document.inhoud = als_gegevens(inhoud)
    document.inhoud_sha256 = hash_van(document.inhoud)
    document.bestand.save("brief", ContentFile(pdf), save=False)
    return document


def _mislukt(pk, nu: datetime.datetime, fout: Exception) -> None:
    """The try and its reason, in a transaction of its own; after the last try a person looks."""
    with transaction.atomic():
        brief = Brief.objects.select_related("zaak").select_for_update(of=("self",), no_key=True).get(pk=pk)
        systeem = Actor.objects.systeem()
        brief.pogingen += 1
        zin = (
            str(fout)
            if isinstance(fout, PdfMislukt)
            else f"De brief kon niet worden gemaakt ({type(fout).__name__})."
        )
        brief.fout = zin[:300]
        brief.opnieuw_om = nu + datetime.timedelta(minutes=2**brief.pogingen)
        brief.bewaren(door=systeem, reden="maken mislukt")
        if brief.pogingen >= HOOGSTENS_POGINGEN:
            taken.klaarzetten(
                "brief_mislukt", "Brief kon niet worden gemaakt", door=systeem, uiterlijk=nu.date(),
                adres="toegang:brief", adres_pk=brief.pk, zaak=brief.zaak, rol=Rol.ADMINISTRATIE,
            )  # fmt: skip
