"""Refer somebody to what stands open to all, or to another party; on the day agreed we ask how it went."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Contactmoment, Route, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.contact_ophalen import contact_vergrendelen
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.kaartrechten import (
    check_mag_verwijzen,
    waarom_niet_vanuit_contact,
    waarom_niet_verwijzen,
)
from voorzieningen.models import AlgemeneVoorziening, Verwijzing, Wijze

NAVRAGEN = "verwijzing_navragen"
TITEL = "Vraag na hoe de verwijzing verliep."
VERST = datetime.timedelta(days=366)


@transaction.atomic
def verwijzing_vastleggen(
    *,
    door: Actor,
    vandaag: datetime.date,
    leefgebied: str,
    waarvoor: str,
    wijze: str,
    kijken_op: datetime.date,
    zaak_id=None,
    contact_id=None,
    voorziening_id=None,
    naar: str = "",
    gesproken_met: str = "",
    inwoner_akkoord: bool = False,
    contact_klaar: bool = False,
) -> Verwijzing:
    """From a zaak by who writes in it, or from a contact of a known person by the administratie.

    Warm asks the yes of the inwoner: the other side hears about him. `contact_klaar` closes the contact as referred.
    """
    zaak = contact = None
    if zaak_id:
        zaak = _zaak(zaak_id, door)
    else:
        contact = _contact(contact_id, door, vandaag)
    voorziening = (
        AlgemeneVoorziening.objects.in_gebruik(vandaag).get(pk=voorziening_id) if voorziening_id else None
    )
    warm = wijze == Wijze.WARM
    _check(voorziening, naar, warm, inwoner_akkoord, kijken_op, vandaag)
    verwijzing = Verwijzing(
        zaak=zaak, contactmoment=contact, voorziening=voorziening, naar="" if voorziening else naar.strip(),
        leefgebied=leefgebied, waarvoor=waarvoor, wijze=Wijze(wijze), gesproken_met=gesproken_met if warm else "",
        inwoner_akkoord=warm and inwoner_akkoord, verwezen_op=vandaag, verwezen_door=door, kijken_op=kijken_op,
    ).bewaren(door=door, reden="verwezen")  # fmt: skip
    taken.klaarzetten(
        NAVRAGEN, TITEL, door=door, uiterlijk=kijken_op, adres="voorzieningen:verwijzing", adres_pk=verwijzing.pk,
        zaak=zaak, contactmoment=contact, medewerker=door.medewerker, nieuw=True,
        rol="" if door.medewerker else Rol.ADMINISTRATIE,
    )  # fmt: skip
    if zaak:
        gebeurtenissen.verwezen(verwijzing, door=door)
    if contact and contact_klaar:
        contact_afhandelen(
            contact_id=contact.pk, door=door, vandaag=vandaag, route=Route.VERWEZEN, route_naar=verwijzing.waarheen,
            uitkomst=f"Verwezen naar {verwijzing.waarheen}. {'Warm overgedragen.' if warm else 'Genoemd.'}",
        )  # fmt: skip
    return verwijzing


def _zaak(zaak_id, door: Actor) -> Zaak:
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_mag_verwijzen(zaak)
    if reden := waarom_niet_verwijzen(zaak):
        raise OngeldigeOvergang(reden)
    return zaak


def _contact(contact_id, door: Actor, vandaag: datetime.date) -> Contactmoment:
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    check_rol(door, Rol.ADMINISTRATIE)
    if reden := waarom_niet_vanuit_contact(contact):
        raise OngeldigeOvergang(reden)
    return contact


def _check(voorziening, naar: str, warm: bool, akkoord: bool, kijken_op, vandaag) -> None:
    fouten = {}
    if voorziening is None and not naar.strip():
        fouten["naar"] = "Schrijf op naar wie u verwijst"
    if warm and not akkoord:
        fouten["inwoner_akkoord"] = (
            "Vraag de inwoner eerst of u gegevens mag doorgeven. Mag dat niet? Kies dan ‘genoemd’"
        )
    if not vandaag < kijken_op <= vandaag + VERST:
        fouten["kijken_op"] = "Kies een dag na vandaag, en binnen een jaar"
    if fouten:
        raise ValidationError(fouten)
