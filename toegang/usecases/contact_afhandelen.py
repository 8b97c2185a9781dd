"""A contact that is answered, referred or called back needs no more work."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang.contactroutes import HOOGSTENS_POGINGEN, MET_TERMIJN, weigert_route
from toegang.models import Actor, Contactmoment, Route, Zaak
from toegang.moment import nu
from toegang.statussen import CONTACT_OVERGANGEN, ContactStatus, OngeldigeOvergang, check_overgang
from toegang.usecases import taken
from toegang.usecases.collega_inlichten import inlichten
from toegang.usecases.contact_ophalen import check_mag_afhandelen, contact_vergrendelen

AFGEHANDELD_DOOR_COLLEGA = "Een collega handelde een contact van u af."


@transaction.atomic
def contact_afhandelen(
    *,
    contact_id,
    door: Actor,
    vandaag: datetime.date,
    uitkomst: str,
    route: str = "",
    route_naar: str = "",
    versie: int | None = None,
) -> Contactmoment:
    """Close the contact with what came of it and which way it went; a second time by the same changes nothing.

    Who had taken it up, when that is another, is told; who comes after a colleague reads who was first.
    """
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_mag_afhandelen(door, contact)
    if contact.status == ContactStatus.AFGEHANDELD:
        _check_zelf_afgehandeld(contact, door)
        return contact
    contact.check_versie(versie)
    if zin := weigert_route(route, route_naar):
        raise ValidationError({"route_naar": zin})
    if route == Route.NIET_BEREIKT:
        _check_vaak_genoeg_gebeld(contact)
    contact.route, contact.route_naar = route, route_naar
    vorige = contact.opgepakt_door
    afhandelen(contact, door=door, uitkomst=uitkomst, op=vandaag)
    inlichten([vorige], contact, AFGEHANDELD_DOOR_COLLEGA, door=door, vandaag=vandaag)
    return contact


def _check_zelf_afgehandeld(contact: Contactmoment, door: Actor) -> None:
    laatste = (
        contact.history.select_related("history_user").filter(status=contact.status).earliest("history_id")
    )
    if laatste.history_user != door:
        wie = laatste.history_user.naam if laatste.history_user else "Een collega"
        raise OngeldigeOvergang(f"{wie} handelde dit contact net af. Uw tekst is niet bewaard.")


def _check_vaak_genoeg_gebeld(contact: Contactmoment) -> None:
    gemist = contact.terugbelpogingen.filter(bereikt=False).count()
    if gemist < HOOGSTENS_POGINGEN:
        keer = f"{gemist} keer" if gemist else "nog niet"
        raise OngeldigeOvergang(f"U hebt {keer} gebeld zonder gehoor. Bel {HOOGSTENS_POGINGEN} keer.")


def afhandelen(
    contact: Contactmoment, *, door: Actor, uitkomst: str, op: datetime.date | None = None
) -> Contactmoment:
    """The write itself, for a contact that is locked."""
    check_overgang(CONTACT_OVERGANGEN, contact.status, ContactStatus.AFGEHANDELD)
    contact.status, contact.uitkomst = ContactStatus.AFGEHANDELD, uitkomst
    contact.afgehandeld_op = op or timezone.localdate(nu())
    contact.bewaren(door=door, reden="contact afgehandeld")
    taken.afhandelen("contact", contact.pk, door=door)
    wachtende_brieven_vervallen(contact, door=door, op=contact.afgehandeld_op)
    if contact.soort in MET_TERMIJN:
        taken.afhandelen(contact.soort, contact.pk, door=door)
    return contact


def wachtende_brieven_vervallen(contact: Contactmoment, *, door: Actor, op: datetime.date) -> None:
    """A call-back letter that was made and not sent goes nowhere; its file stays with the contact."""
    for brief in contact.terugbelbrieven.wacht().order_by("pk"):
        brief.vervallen_op = op
        brief.bewaren(door=door, reden="niet verstuurd")


def contacten_van_zaak_afhandelen(zaak: Zaak, *, door: Actor, uitkomst: str) -> None:
    """The open contacts that led to this zaak end with it; a klacht or bezwaar has a term and an end of its own."""
    for contact in zaak.contactmomenten.open().exclude(soort__in=MET_TERMIJN):
        contact.route = contact.route or Route.ZAAK
        afhandelen(contact, door=door, uitkomst=uitkomst)
