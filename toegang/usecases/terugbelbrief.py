"""After three calls in vain a letter: made, printed and sent by the desk, where no zaak runs."""

import datetime
import hashlib
import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from toegang import opmaak
from toegang.brieven.basis import Adresblok, Afzender, Briefkop, html_maken
from toegang.brieven.geadresseerde import geadresseerden
from toegang.brieven.terugbelbrief import Terugbelbrief as Inhoud
from toegang.contactroutes import HOOGSTENS_POGINGEN
from toegang.models import Actor, Contactmoment, Document, DocumentSoort, Route, Terugbelbrief
from toegang.models.terugbelbrief import HOOGSTENS_POGINGEN as HOOGSTENS_KEER
from toegang.nudge import nudge_na_commit
from toegang.pdf import pdf_maken
from toegang.rechten import Laag, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.collega_inlichten import inlichten
from toegang.usecases.contact_afhandelen import (
    AFGEHANDELD_DOOR_COLLEGA,
    afhandelen,
    wachtende_brieven_vervallen,
)
from toegang.usecases.contact_ophalen import check_mag_afhandelen, check_open, contact_vergrendelen
from toegang.usecases.wensen_overnemen import spreekt_een_ander
from toegang.veilig_contact import waarheen

log = structlog.get_logger("toegang.brieven")
NOG_NIET = "De brief wordt nog gemaakt. Ververs de pagina over een halve minuut."
MISLUKT = "terugbelbrief_mislukt"
EERST_MAKEN = "Er is nog geen brief gemaakt."
ANDER_ADRES = "Naam, adres of afspraak over post is sindsdien veranderd. Maak de brief opnieuw."


def wat_brief_weigert(contact: Contactmoment, gemist: int) -> str:
    """Why no letter can be made for this contact; empty when one can. The button and the act share it."""
    if contact.zaak_id:
        return "Dit contact hoort bij een zaak. Stuur de brief vanuit die zaak."
    if contact.inwoner is None:
        return "Koppel dit contact eerst aan een inwoner. Zonder naam kan er geen brief zijn."
    if spreekt_een_ander(contact):
        return "Een ander had contact met ons over deze inwoner. Schrijf de inwoner daar niet over."
    if gemist < HOOGSTENS_POGINGEN:
        return f"Bel eerst {HOOGSTENS_POGINGEN} keer."
    return waarheen(contact.inwoner).weigering


@transaction.atomic
def terugbelbrief_maken(
    *,
    contact_id,
    door: Actor,
    vandaag: datetime.date,
) -> list[Terugbelbrief]:
    """One for the addressee, one for a mentor, with the date of today; a letter that waits is made anew.

    OngeldigeOvergang with a sentence when it may not be sent, ValidationError when there is no address. A worker makes
    the PDF.
    """
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_mag_afhandelen(door, contact)
    check_open(contact)
    weigering = wat_brief_weigert(contact, contact.terugbelpogingen.filter(bereikt=False).count())
    if weigering or contact.inwoner is None:
        raise OngeldigeOvergang(weigering)
    wie = geadresseerden(contact.inwoner, vandaag)
    wachtende_brieven_vervallen(contact, door=door, op=vandaag)
    brieven = [
        Terugbelbrief(
            contactmoment=contact, aan_naam=g.naam, aan_adres=list(g.regels), gedateerd_op=vandaag
        ).bewaren(door=door, reden="terugbelbrief gevraagd")
        for g in wie
    ]
    nudge_na_commit("brieven")
    taken.afhandelen(MISLUKT, contact.pk, door=door)
    taken.klaarzetten(
        "terugbelbrief", "Druk de brief af en leg vast dat hij weg is", door=door, contactmoment=contact,
        uiterlijk=vandaag, adres="toegang:contact", rol=Rol.ADMINISTRATIE,
    )  # fmt: skip
    return brieven


def terugbelbrieven_maken(
    *,
    nu: datetime.datetime,
    pdf: Callable[..., bytes] | None = None,
    doorgaan: Callable[[], bool] = lambda: True,
) -> int:
    """Make what was asked for, one transaction a letter; one that fails is tried again and never stops the others."""
    gemaakt, systeem = 0, Actor.objects.systeem()
    gehad: list[uuid.UUID] = []
    while doorgaan():
        with transaction.atomic():
            wacht = Terugbelbrief.objects.te_maken().exclude(pk__in=gehad)
            brief = wacht.select_for_update(skip_locked=True, of=("self",), no_key=True).first()
            if brief is None:
                return gemaakt
            gehad.append(brief.pk)
            brief.pogingen += 1
            try:
                with transaction.atomic():
                    brief.document = _document(brief, nu, systeem, pdf or pdf_maken)
                gemaakt += 1
            except Exception as fout:  # whatever a letter breaks on, the next one goes on
                log.warning("terugbelbrief_mislukt", brief=str(brief.pk), fout=type(fout).__name__)
            brief.bewaren(
                door=systeem, reden="terugbelbrief gemaakt" if brief.document_id else "maken mislukt"
            )
            if brief.document_id is None and brief.pogingen >= HOOGSTENS_KEER:
                _aan_een_mens(brief, nu, systeem)
    return gemaakt


def _aan_een_mens(brief: Terugbelbrief, nu: datetime.datetime, systeem: Actor) -> None:
    """After the last try: somebody looks, and lets it be made anew from the contact."""
    taken.klaarzetten(
        MISLUKT, "Terugbelbrief kon niet worden gemaakt", door=systeem, contactmoment=brief.contactmoment,
        uiterlijk=timezone.localdate(nu), adres="toegang:contact", rol=Rol.ADMINISTRATIE,
    )  # fmt: skip


def _document(
    brief: Terugbelbrief, nu: datetime.datetime, systeem: Actor, pdf: Callable[..., bytes]
) -> Document:
    contact = Contactmoment.objects.select_related("inwoner").get(pk=brief.contactmoment_id)
    if contact.inwoner is None:
        raise ValueError("Dit contact heeft geen inwoner meer.")
    gemeente, naam = settings.GEMEENTE, contact.inwoner.naam
    gebeld = contact.terugbelpogingen.filter(bereikt=False).order_by("om").values_list("om", flat=True)
    inhoud = Inhoud(
        kop=Briefkop(
            afzender=Afzender.van_gemeente(gemeente), adres=Adresblok((brief.aan_naam, *brief.aan_adres)),
            kenmerk=kenmerk(contact), contactpersoon=f"Gemeente {gemeente['naam']}",
            contact_telefoon=gemeente["telefoon"], verzonden_op=brief.gedateerd_op,
            grote_letters=contact.inwoner.grote_letters, venster=gemeente["venster"],
        ),
        aanhef=naam.aanhef() if brief.aan_naam == naam.aanschrijving() else "Geachte heer of mevrouw",
        ontvangen_op=contact.ontvangen_op,
        gebeld_op=tuple(sorted({timezone.localdate(om) for om in gebeld})),
    )  # fmt: skip
    gemaakt = pdf(
        html_maken(inhoud), titel=inhoud.onderwerp, kenmerk=inhoud.kop.kenmerk, gemaakt_op=brief.gedateerd_op
    )
    document = Document(
        contactmoment=contact, soort=DocumentSoort.BRIEF, titel=inhoud.onderwerp, grootte=len(gemaakt),
        sha256=hashlib.sha256(gemaakt).hexdigest(), laag=Laag.PROCES, gemaakt_om=nu,
    )  # fmt: skip
    document.bestand.save("brief", ContentFile(gemaakt), save=False)
    try:
        return document.bewaren(door=systeem, reden="terugbelbrief gemaakt")
    except BaseException:
        default_storage.delete(str(document.bestand))
        raise


def kenmerk(contact: Contactmoment) -> str:
    """What the inwoner reads and says when he calls; it names nobody."""
    return f"C-{contact.ontvangen_op.year}-{contact.pk.hex[:8].upper()}"


@transaction.atomic
def terugbelbrief_versturen(
    *, contact_id, door: Actor, vandaag: datetime.date, verzonden_op: datetime.date, versie: int | None = None
) -> Contactmoment:
    """Post is weg: the contact ends as not reached. Asked again whether and where it may go; twice is once."""
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_mag_afhandelen(door, contact)
    if contact.route == Route.NIET_BEREIKT and contact.terugbelbrieven.filter(verzonden_door=door).exists():
        return contact
    check_open(contact)
    contact.check_versie(versie)
    brieven = list(contact.terugbelbrieven.wacht().order_by("pk"))
    _check_versturen(contact, brieven, verzonden_op, vandaag)
    for brief in brieven:
        brief.verzonden_op, brief.verzonden_door = verzonden_op, door
        brief.bewaren(door=door, reden="verzonden")
    contact.route, vorige = Route.NIET_BEREIKT, contact.opgepakt_door
    afhandelen(contact, door=door, uitkomst=f"Brief verstuurd op {opmaak.datum(verzonden_op)}", op=vandaag)
    inlichten([vorige], contact, AFGEHANDELD_DOOR_COLLEGA, door=door, vandaag=vandaag)
    return contact


def _check_versturen(contact: Contactmoment, brieven: list[Terugbelbrief], op, vandaag) -> None:
    if not brieven or contact.inwoner is None:
        raise OngeldigeOvergang(EERST_MAKEN)
    if any(brief.document_id is None for brief in brieven):
        raise OngeldigeOvergang(NOG_NIET)
    if op > vandaag:
        raise ValidationError({"verzonden_op": "De post kan niet in de toekomst zijn aangeboden"})
    if op != brieven[0].gedateerd_op:
        dag = opmaak.datum(brieven[0].gedateerd_op)
        raise ValidationError(
            {"verzonden_op": f"Op de brief staat {dag}. Maak de brief opnieuw voor een andere dag"}
        )
    if weigering := waarheen(contact.inwoner).weigering:
        raise OngeldigeOvergang(weigering)
    nu = {(g.naam, g.regels) for g in geadresseerden(contact.inwoner, vandaag)}
    if nu != {(b.aan_naam, tuple(b.aan_adres)) for b in brieven}:
        raise OngeldigeOvergang(ANDER_ADRES)
