"""Pieces of work: put ready and done. A task made twice is one task (its key)."""

import datetime

from django.db.models import Q

from toegang import onderdelen
from toegang.models import Actor, Contactmoment, Taak, Zaak
from toegang.moment import nu


def klaarzetten(
    soort: str,
    titel: str,
    *,
    door: Actor,
    uiterlijk: datetime.date,
    adres: str,
    adres_pk=None,
    zaak: Zaak | None = None,
    contactmoment: Contactmoment | None = None,
    rol: str = "",
    medewerker=None,
    nieuw: bool = False,
) -> Taak:
    """A task for a person or a role; the sentence holds no content. The same open task is given back, not made twice.

    `nieuw`: what it is about was made just now, so there can be no such task yet and it is not looked for.
    """
    onderwerp = next((x.pk for x in (zaak, contactmoment) if x is not None), None)
    adres_pk = adres_pk or onderwerp
    sleutel = f"{soort}:{adres_pk}"
    bestaand = None if nieuw else Taak.objects.open().filter(sleutel=sleutel).first()
    if bestaand:
        return bestaand
    return Taak(
        sleutel=sleutel, titel=titel, zaak=zaak, contactmoment=contactmoment, rol=rol, medewerker=medewerker,
        uiterlijk_op=uiterlijk, adres=adres, adres_pk=adres_pk,
    ).bewaren(door=door, reden="taak klaargezet")  # fmt: skip


# Who handles a contact also ends what others were asked to do with it.
MET = {"contact": ("contact", "verwijzing", "verwijzing_gesproken", "terugbelbrief", "terugbelbrief_mislukt")}
REGISSEUR = "regisseur"  # `regisseur_<medewerker>`: is this contact about your zaak?


def afhandelen(soort: str, onderwerp_pk, *, door: Actor) -> None:
    """Close the open task of this kind about this thing, if there is one."""
    welke = Q(sleutel__in=[f"{s}:{onderwerp_pk}" for s in MET.get(soort, (soort,))])
    if soort == "contact":
        welke |= Q(contactmoment=onderwerp_pk, sleutel__startswith=f"{REGISSEUR}_")
    for taak in Taak.objects.open().filter(welke).order_by("pk"):
        taak.afgehandeld_om, taak.afgehandeld_door = nu(), door
        taak.bewaren(door=door, reden="taak afgehandeld")


def verzetten(soort: str, onderwerp_pk, op: datetime.date, *, door: Actor) -> None:
    """The open task of this kind about this thing gets another day."""
    for taak in Taak.objects.open().filter(sleutel=f"{soort}:{onderwerp_pk}").exclude(uiterlijk_op=op):
        taak.uiterlijk_op = op
        taak.bewaren(door=door, reden="taak verzet")


def opruimen(zaak: Zaak, *, door: Actor) -> None:
    """The zaak ended: its open tasks end with it, but for what goes on while the help runs."""
    blijft = tuple(f"{soort}:" for soort in onderdelen.blijvende_taken())
    for taak in zaak.taken.open():
        if taak.sleutel.startswith(blijft):
            continue
        taak.afgehandeld_om, taak.afgehandeld_door = nu(), door
        taak.bewaren(door=door, reden="zaak afgesloten")
