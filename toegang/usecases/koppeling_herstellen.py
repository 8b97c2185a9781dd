"""A contact, a letter or a file on the wrong person or zaak goes to the right one, with both histories kept."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Aanvraag, Actor, Contactmoment, ContactSoort, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import (
    AANVRAAG_OVERGANGEN,
    AanvraagStatus,
    ContactStatus,
    OngeldigeOvergang,
    check_overgang,
)
from toegang.usecases import klok, taken
from toegang.usecases.collega_inlichten import inlichten
from toegang.usecases.contact_afhandelen import wachtende_brieven_vervallen
from toegang.usecases.contact_bij_zaak import ANDER, op_zaak_zetten
from toegang.usecases.contact_ophalen import contact_vergrendelen
from toegang.usecases.contact_registreren import taak_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.wensen_overnemen import wensen_overnemen, wensen_terugdraaien
from toegang.usecases.zaak_ten_onrechte import zaak_zonder_contact
from toegang.zoeken import zichtbaar_voor

UITZOEKEN = "Nog uitzoeken wie dit is"
GELIJK = "Dit contact staat al zo. Kies een andere inwoner of een andere zaak."
ZIN = "Een contact stond bij de verkeerde persoon of zaak en is hersteld. Kijk na wat u ermee deed."


@transaction.atomic
def koppeling_herstellen(
    *,
    contact_id,
    reden: str,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    inwoner_id=None,
    zaak_id=None,
    versie: int | None = None,
) -> Contactmoment:
    """Move it; without `inwoner_id` it is not known yet who it is, and it waits to be linked.

    What was taken over from it goes back, the clock of an aanvraag in it stops on the wrong zaak, the files come along,
    and everybody who worked on it is told. Also of a contact that was closed. When a zaak was opened from it, the desk
    is asked whether that should have been.
    """
    check_rol(door, Rol.ADMINISTRATIE)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom dit niet klopte"})
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    contact.check_versie(versie)
    inwoner = zichtbaar_voor(door).get(pk=inwoner_id) if inwoner_id else None
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN) if zaak_id else None
    if zaak and (inwoner is None or zaak.dossier.inwoner_id != inwoner.pk):
        raise OngeldigeOvergang(ANDER)
    if (contact.inwoner, contact.zaak) == (inwoner, zaak):
        raise OngeldigeOvergang(GELIJK)
    wie = _wie_ermee_werkten(contact)
    oude_zaak = contact.zaak
    if contact.inwoner != inwoner:
        wensen_terugdraaien(contact=contact, door=door)
    if oude_zaak and oude_zaak != zaak:
        _losmaken(contact, oude_zaak, vandaag, door=door)
    wachtende_brieven_vervallen(contact, door=door, op=vandaag)
    contact.inwoner, contact.anoniem = inwoner, False
    contact.te_koppelen_naam = contact.te_koppelen_naam or ("" if inwoner else UITZOEKEN)
    if zaak and zaak != oude_zaak:
        op_zaak_zetten(contact, zaak, door=door, nu=nu)
    wensen_overnemen(contact=contact, door=door)
    contact.bewaren(door=door, reden=f"koppeling hersteld: {reden.strip()}")
    if contact.status != ContactStatus.AFGEHANDELD:
        taken.afhandelen("contact", contact.pk, door=door)
        taak_klaarzetten(contact, door=door, vandaag=vandaag)
    inlichten(wie, contact, ZIN, door=door, vandaag=vandaag)
    if oude_zaak and oude_zaak != zaak:
        zaak_zonder_contact(oude_zaak, contact, door=door, vandaag=vandaag)
    return contact


def _wie_ermee_werkten(contact: Contactmoment) -> list[Actor]:
    """Everybody who wrote in it, called back, or is regisseur of the zaak where it stood."""
    ids = set(contact.history.values_list("history_user", flat=True))
    ids |= set(contact.terugbelpogingen.values_list("door", flat=True))
    wie = list(Actor.objects.filter(pk__in=ids - {None}).select_related("medewerker").order_by("pk"))
    if contact.zaak and contact.zaak.regisseur_id:
        wie += Actor.objects.filter(medewerker=contact.zaak.regisseur_id).select_related("medewerker")
    return wie


def _losmaken(contact: Contactmoment, zaak: Zaak, vandaag: datetime.date, *, door: Actor) -> None:
    """Off this zaak, with its files and with the aanvraag that was registered from it."""
    contact.zaak, contact.route = None, ""
    for document in contact.documenten.filter(zaak=zaak):
        document.zaak = None
        document.bewaren(door=door, reden="koppeling hersteld")
    gebeurtenissen.contact_losgehaald(contact, zaak, door=door)
    if contact.soort == ContactSoort.AANVRAAG:
        dezelfde = zaak.aanvragen.filter(
            ontvangen_op=contact.ontvangen_op, gevraagd=contact.vraag, status=AanvraagStatus.OPEN
        ).first()
        if dezelfde:
            _aanvraag_weg(dezelfde, zaak, vandaag, door=door)


def _aanvraag_weg(aanvraag: Aanvraag, zaak: Zaak, vandaag: datetime.date, *, door: Actor) -> None:
    """It never was an aanvraag in this zaak: it ends here, and its clock with it."""
    check_overgang(AANVRAAG_OVERGANGEN, aanvraag.status, AanvraagStatus.INGETROKKEN)
    aanvraag.status, aanvraag.afgedaan_op = AanvraagStatus.INGETROKKEN, vandaag
    aanvraag.bewaren(door=door, reden="hoorde niet bij deze zaak")
    for termijn in aanvraag.termijnen.lopend():
        termijn.vervallen_op = vandaag
        termijn.bewaren(door=door, reden="aanvraag hoorde niet bij deze zaak")
    klok.eerstvolgende_bijwerken(zaak)
    zaak.bewaren(door=door, reden="aanvraag hoorde niet bij deze zaak")
