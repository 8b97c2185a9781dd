"""After three calls in vain a letter: made, printed and sent by the desk, where no zaak runs."""

import datetime
import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from toegang import opmaak
from toegang.brieven.basis import Adresblok, Afzender, Briefkop, html_maken
from toegang.brieven.geadresseerde import Geadresseerde, geadresseerden
from toegang.brieven.terugbelbrief import Terugbelbrief as Inhoud
from toegang.contactroutes import HOOGSTENS_POGINGEN
from toegang.models import Actor, Contactmoment, Document, DocumentSoort, Inwoner, Route, Terugbelbrief
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
    nu: datetime.datetime,
    pdf: Callable[..., bytes] | None = None,
) -> list[Terugbelbrief]:
    """One for the addressee, one for a mentor, with the date of today; a letter that waits is made anew.

    OngeldigeOvergang with a sentence when it may not be sent, ValidationError when there is no address. `pdf`: another
    renderer (the demo).
    """
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_mag_afhandelen(door, contact)
    check_open(contact)
    weigering = wat_brief_weigert(contact, contact.terugbelpogingen.filter(bereikt=False).count())
    if weigering or contact.inwoner is None:
        raise OngeldigeOvergang(weigering)
    wie = geadresseerden(contact.inwoner, vandaag)
    wachtende_brieven_vervallen(contact, door=door, op=vandaag)
    brieven = [_maken(contact, contact.inwoner, g, vandaag, nu, door, pdf or pdf_maken) for g in wie]
    taken.klaarzetten(
        "terugbelbrief", "Druk de brief af en leg vast dat hij weg is", door=door, contactmoment=contact,
        uiterlijk=vandaag, adres="toegang:contact", rol=Rol.ADMINISTRATIE,
    )  # fmt: skip
    return brieven


def _maken(
    contact: Contactmoment, inwoner: Inwoner, wie: Geadresseerde, vandaag, nu, door, pdf
) -> Terugbelbrief:
    gemeente = settings.GEMEENTE
    gebeld = contact.terugbelpogingen.filter(bereikt=False).order_by("om").values_list("om", flat=True)
    inhoud = Inhoud(
        kop=Briefkop(
            afzender=Afzender.van_gemeente(gemeente), adres=Adresblok((wie.naam, *wie.regels)),
            kenmerk=kenmerk(contact), contactpersoon=f"Gemeente {gemeente['naam']}",
            contact_telefoon=gemeente["telefoon"], verzonden_op=vandaag, grote_letters=inwoner.grote_letters,
            venster=gemeente["venster"],
        ),
        aanhef=inwoner.naam.aanhef() if wie.naam == inwoner.naam.aanschrijving() else "Geachte heer of mevrouw",
        ontvangen_op=contact.ontvangen_op,
        gebeld_op=tuple(sorted({timezone.localdate(om) for om in gebeld})),
    )  # fmt: skip
    gemaakt = pdf(html_maken(inhoud), titel=inhoud.onderwerp, kenmerk=inhoud.kop.kenmerk, gemaakt_op=vandaag)
    document = Document(
        contactmoment=contact, soort=DocumentSoort.BRIEF, titel=inhoud.onderwerp, grootte=len(gemaakt),
        sha256=hashlib.sha256(gemaakt).hexdigest(), laag=Laag.PROCES, gemaakt_om=nu,
    )  # fmt: skip
    document.bestand.save("brief", ContentFile(gemaakt), save=False)
    document.bewaren(door=door, reden="terugbelbrief gemaakt")
    return Terugbelbrief(
        contactmoment=contact,
        document=document,
        aan_naam=wie.naam,
        aan_adres=list(wie.regels),
        gedateerd_op=vandaag,
    ).bewaren(door=door, reden="terugbelbrief gemaakt")


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
