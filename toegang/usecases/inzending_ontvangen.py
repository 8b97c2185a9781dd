"""What comes in by a form from outside becomes a contact that nobody has linked: nothing is looked up (design §3)."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from toegang import onderdelen
from toegang.kenmerken import nieuw_kenmerk
from toegang.models import (
    Actor,
    Contactmoment,
    ContactSoort,
    Inzending,
    Kanaal,
    Organisatie,
    Verwijslink,
)
from toegang.usecases import taken
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from toegang.usecases.contact_registreren import contact_registreren

HUISARTS = Organisatie.Soort.HUISARTS


@transaction.atomic
def verwijzing_ontvangen(
    *,
    link: Verwijslink,
    door: Actor,
    nu: datetime.datetime,
    vandaag: datetime.date,
    naam: str,
    vraag: str,
    afzender_naam: str,
    afzender_functie: str,
    afzender_telefoon: str,
    weet_ervan: bool,
    haast: bool,
    telefoon: str = "",
    bestanden: Iterable[UploadedFile] = (),
    **gegevens,
) -> Inzending:
    """A GP, school or other finder refers somebody: to the fixed contact person of the organisation, else the desk.

    `gegevens`: the fields of Inzending that say who it is (geboren, straat, huisnummer, postcode, woonplaats, bsn,
    weet_niet_omdat). Who does not know of it makes it a signaal (Wmo 2015 art. 2.3.2 lid 1: a melding is by or for the
    person).
    """
    organisatie = link.organisatie
    kanaal = Kanaal.HUISARTS if organisatie.soort == HUISARTS else Kanaal.VINDPLAATS
    contact = contact_registreren(
        door=door, vandaag=vandaag, nu=nu, kanaal=kanaal,
        soort=ContactSoort.MELDING if weet_ervan else ContactSoort.SIGNAAL, vraag=vraag, te_koppelen_naam=naam,
        namens_naam=afzender_naam, namens_relatie=f"{afzender_functie}, {organisatie.naam}"[:100],
        inwoner_weet_ervan=weet_ervan, gevaar=haast, telefoon=telefoon, organisatie=organisatie,
    )  # fmt: skip
    inzending = _bewaren(
        contact, door=door, verwijslink=link, afzender_functie=afzender_functie, afzender_telefoon=afzender_telefoon,
        **gegevens,
    )  # fmt: skip
    _bijlagen(contact, bestanden, door=door, nu=nu)
    _naar_contactpersoon(contact, door=door, vandaag=vandaag)
    return inzending


@transaction.atomic
def vraag_ontvangen(
    *,
    door: Actor,
    nu: datetime.datetime,
    vandaag: datetime.date,
    naam: str,
    vraag: str,
    bereik: str,
    telefoon: str = "",
    e_mail: str = "",
    voor_naam: str = "",
    voor_relatie: str = "",
    **gegevens,
) -> Inzending:
    """A question by the website; `voor_naam`: it is about somebody else, and `naam` writes for him."""
    contact = contact_registreren(
        door=door, vandaag=vandaag, nu=nu, kanaal=Kanaal.WEBSITE, soort=ContactSoort.VRAAG, vraag=vraag,
        te_koppelen_naam=voor_naam or naam, namens_naam=naam if voor_naam else "", namens_relatie=voor_relatie,
        telefoon=telefoon, e_mail=e_mail, bereik=bereik,
    )  # fmt: skip
    return _bewaren(contact, door=door, **gegevens)


def _bewaren(contact: Contactmoment, *, door: Actor, bsn: str = "", **velden) -> Inzending:
    inzending = Inzending(contactmoment=contact, kenmerk=nieuw_kenmerk(), **velden)
    inzending.postcode = inzending.postcode.replace(" ", "")
    inzending.bsn = bsn
    return inzending.bewaren(door=door, reden="formulier ontvangen")


def _bijlagen(
    contact: Contactmoment, bestanden: Iterable[UploadedFile], *, door: Actor, nu: datetime.datetime
) -> None:
    """Each file with the contact. What the scanner refuses is an error of the field, and takes the others along."""
    bewaard: list[str] = []
    for bestand in bestanden:
        try:
            document = bestand_ontvangen(bestand=bestand, door=door, nu=nu, contactmoment=contact)
        except ValidationError as fout:
            for pad in bewaard:
                default_storage.delete(pad)
            raise ValidationError({"bestanden": fout.messages}) from None
        bewaard.append(str(document.bestand))


def _naar_contactpersoon(contact: Contactmoment, *, door: Actor, vandaag: datetime.date) -> None:
    """A task for the colleague whom this organisation talks to; the desk has the contact in its lists all the same."""
    vast = onderdelen.contactpersoon_voor(contact.organisatie, vandaag)
    if vast is not None and vast.medewerker is not None:
        taken.klaarzetten(
            "verwijzing", "Nieuwe verwijzing: lees de vraag en bel terug.", door=door, contactmoment=contact,
            medewerker=vast.medewerker, adres="toegang:inzending", adres_pk=contact.pk,
            uiterlijk=contact.terugbellen_op or vandaag, nieuw=True,
        )  # fmt: skip
