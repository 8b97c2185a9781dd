"""The BRP changed somebody: a task for who is on it, an event, and after a death what must be held."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from toegang import gebeurtenissen, onderdelen
from toegang.brp_gevolgen import NORM, TAAK, WERKDAGEN, Wijziging
from toegang.models import Actor, Inwoner, Zaak
from toegang.rechten import Rol
from toegang.regels import werkdagen_later
from toegang.usecases import taken

SOORT = "brp_"  # + the change: the kind of the task


@transaction.atomic
def brp_gevolgen_verwerken(
    *, inwoner: Inwoner, wijzigingen: Iterable[Wijziging], door: Actor, vandaag: datetime.date
) -> None:
    """Called inside the transaction that saved the inwoner, so that a change has its task exactly once.

    Nothing ends by itself: a person decides on the page of the task.
    """
    zaken = list(lopende_zaken(inwoner))
    for wijziging in wijzigingen:
        uiterlijk = werkdagen_later(vandaag, WERKDAGEN.get(wijziging, NORM))
        for zaak in zaken:
            gebeurtenissen.brp_gewijzigd(zaak, wijziging, door=door)
            taak_voor_zaak(f"{SOORT}{wijziging}", TAAK[wijziging], zaak, door=door, uiterlijk=uiterlijk)
        if wijziging == Wijziging.OVERLEDEN:
            onderdelen.bij_overlijden(inwoner, door=door, vandaag=vandaag)


def taak_voor_zaak(
    soort: str, titel: str, zaak: Zaak, *, door: Actor, uiterlijk: datetime.date, adres: str = "toegang:brp_wijziging"
) -> None:  # fmt: skip
    """For the regisseur; without one (or when he left) for the administratie, of a shielded zaak the named one."""
    wie = zaak.regisseur if zaak.regisseur and zaak.regisseur.is_active else None
    taken.klaarzetten(
        soort, titel, door=door, uiterlijk=uiterlijk, adres=adres, zaak=zaak, medewerker=wie,
        rol="" if wie else Rol.ADMINISTRATIE,
    )  # fmt: skip


def lopende_zaken(inwoner: Inwoner):
    """Open, or closed while help that was granted in it still runs."""
    loopt = Q(pk=None)
    for zaken in onderdelen.zaken_die_lopen():
        loopt |= Q(pk__in=zaken)
    alle = Zaak.objects.filter(dossier__inwoner=inwoner).select_related("regisseur", "dossier")
    return (alle.open() | alle.filter(loopt)).order_by("pk")
