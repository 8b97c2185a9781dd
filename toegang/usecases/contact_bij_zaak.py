"""A contact or a piece of post goes to a zaak that runs; an aanvraag in it starts its clock on the day of receipt."""

import datetime

from django.db import transaction
from django.db.models import QuerySet

from toegang import contactroutes, gebeurtenissen, moment
from toegang.models import Actor, Contactmoment, ContactSoort, Kanaal, Route, Taak, TermijnSoort, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import CONTACT_OVERGANGEN, ContactStatus, OngeldigeOvergang, ZaakStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.aanvraag_registreren import AFGESLOTEN, aanvraag_vastleggen
from toegang.usecases.contact_ophalen import check_open, contact_vergrendelen
from toegang.usecases.contact_registreren import taak_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.zaak_openen import WIJZE

ANDER = "Deze zaak is van een andere inwoner. Kies een zaak van de inwoner van dit contact."


@transaction.atomic
def contact_bij_zaak(
    *,
    contact_id,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    versie: int | None = None,
) -> Contactmoment:
    """Put the contact, with its files, on a zaak of the same inwoner, and the regisseur to work; twice is once.

    By the administratie, or by a regisseur who was asked whether it is about his zaak.
    """
    check_mag_bij_zaak(door, contact_id)
    desk = door.rechten.heeft_rol(Rol.ADMINISTRATIE)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN if desk else Recht.INHOUD_BEWERKEN)
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    if contact.zaak_id == zaak.pk:
        return contact
    check_open(contact)
    contact.check_versie(versie)
    if contact.zaak_id:
        raise OngeldigeOvergang("Dit contact hoort al bij een zaak. Herstel eerst de koppeling.")
    if zaak.dossier.inwoner_id != contact.inwoner_id:
        raise OngeldigeOvergang(ANDER)
    op_zaak_zetten(contact, zaak, door=door, nu=nu)
    contact.bewaren(door=door, reden="bij een zaak gezet")
    taken.afhandelen("contact", contact.pk, door=door)
    taak_klaarzetten(contact, door=door, vandaag=vandaag)
    return contact


def gevraagd_aan(door: Actor, contact_id) -> QuerySet[Taak]:
    """The open question to this regisseur whether the contact is about his zaak."""
    taken_van = Taak.objects.open().filter(medewerker=door.medewerker_id, medewerker__isnull=False)
    return taken_van.filter(sleutel=f"{taken.REGISSEUR}_{door.medewerker_id}:{contact_id}")


def check_mag_bij_zaak(door: Actor, contact_id) -> None:
    """The administratie, or who was asked."""
    if not gevraagd_aan(door, contact_id).exists():
        check_rol(door, Rol.ADMINISTRATIE)


@transaction.atomic
def contact_niet_van_mij(*, contact_id, door: Actor) -> None:
    """The regisseur says that it is not about his zaak; the desk and the others still look. Twice is once."""
    for taak in gevraagd_aan(door, contact_id):
        taak.afgehandeld_om, taak.afgehandeld_door = moment.nu(), door
        taak.bewaren(door=door, reden="gaat niet over mijn zaak")


def op_zaak_zetten(contact: Contactmoment, zaak: Zaak, *, door: Actor, nu: datetime.datetime) -> None:
    """The contact and its files on the zaak; both are locked, the caller saves the contact."""
    if contact.soort == ContactSoort.AANVRAAG and not zaak.is_open:
        raise OngeldigeOvergang(AFGESLOTEN)
    contact.zaak, contact.route = zaak, Route.ZAAK
    if contact.status == ContactStatus.NIEUW:
        check_overgang(CONTACT_OVERGANGEN, contact.status, ContactStatus.IN_BEHANDELING)
        contact.status = ContactStatus.IN_BEHANDELING
    for document in contact.documenten.all():
        document.zaak = zaak
        document.bewaren(door=door, reden="bij een zaak gezet")
    gebeurtenissen.contact_vastgelegd(contact, door=door)
    if contact.soort == ContactSoort.AANVRAAG:
        _aanvraag(contact, zaak, door=door, nu=nu)
    if contact.soort == ContactSoort.BEZWAAR:
        _termijn_van_het_bezwaar(contact, zaak, door=door)


def _aanvraag(contact: Contactmoment, zaak: Zaak, *, door: Actor, nu: datetime.datetime) -> None:
    """Registered on the day it was received, also when it lay here before the zaak began (Awb art. 4:13)."""
    aanvraag_vastleggen(
        zaak, door=door, nu=nu, ontvangen_op=contact.ontvangen_op, wijze=WIJZE.get(contact.kanaal, "mondeling"),
        gevraagd=contact.vraag, ondertekend=contact.kanaal in (Kanaal.WEBSITE, Kanaal.BRIEF),
    )  # fmt: skip
    if zaak.status == ZaakStatus.ONDERZOEK:
        zaak.status = ZaakStatus.BESLUITVORMING
    zaak.bewaren(door=door, reden="aanvraag ontvangen")


def _termijn_van_het_bezwaar(contact: Contactmoment, zaak: Zaak, *, door: Actor) -> None:
    """Now it is known which decision it is about: the term is counted from the end of its term to object."""
    laatste = (
        zaak.termijnen.filter(soort=TermijnSoort.BEZWAAR, begint_op__lte=contact.ontvangen_op)
        .order_by("-begint_op", "pk")
        .first()
    )
    if laatste:
        op = contactroutes.uiterlijk(contact.soort, contact.ontvangen_op, bezwaar_tot=laatste.uiterste_datum)
        taken.verzetten(ContactSoort.BEZWAAR, contact.pk, op, door=door)
