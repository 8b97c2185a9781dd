"""We called back: somebody answered, or a next day is chosen; after three times a letter is the way."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Contactmoment, Terugbelpoging
from toegang.regels import werkdagen_later
from toegang.usecases import taken
from toegang.usecases.contact_ophalen import check_mag_afhandelen, check_open, contact_vergrendelen
from toegang.usecases.contact_oppakken import oppakken


@transaction.atomic
def terugbelpoging_vastleggen(
    *,
    contact_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    bereikt: bool,
    toelichting: str = "",
    opnieuw_op: datetime.date | None = None,
    opnieuw_om: datetime.time | None = None,
    versie: int | None = None,
) -> Terugbelpoging:
    """One try. Nobody answered: the call moves to `opnieuw_op`, else to the next working day (`volgende_poging`)."""
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_mag_afhandelen(door, contact)
    check_open(contact)
    contact.check_versie(versie)
    if opnieuw_op and opnieuw_op < vandaag:
        raise ValidationError({"opnieuw_op": f"De datum moet op of na {opmaak.datum(vandaag)} liggen"})
    poging = Terugbelpoging(
        contactmoment=contact, om=nu, door=door, bereikt=bereikt, toelichting=toelichting
    ).bewaren(door=door, reden="teruggebeld")
    if bereikt:
        contact.terugbellen_op = contact.terugbellen_om = None
    else:
        contact.terugbellen_op = opnieuw_op or volgende_poging(vandaag)
        contact.terugbellen_om = opnieuw_om
    if contact.opgepakt_door is None:
        oppakken(contact, door=door)
    contact.bewaren(door=door, reden="teruggebeld: bereikt" if bereikt else "teruggebeld: niet bereikt")
    taken.verzetten("contact", contact.pk, contact.terugbellen_op or vandaag, door=door)
    return poging


def volgende_poging(vandaag: datetime.date) -> datetime.date:
    """The day that is proposed after a call nobody answered."""
    return werkdagen_later(vandaag, 1)


def gemiste_pogingen(contact: Contactmoment) -> int:
    """How often nobody answered."""
    return contact.terugbelpogingen.filter(bereikt=False).count()
