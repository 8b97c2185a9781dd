"""A task for the regisseur of that moment: who stands in when he is away, else his team, else the administratie."""

import datetime

from toegang.models import Actor, Zaak
from toegang.rechten import Rol
from toegang.usecases import taken
from voorzieningen.ladders import Ontvangers
from wijkteams.models import Medewerker


def taak_voor_regisseur(
    soort: str, titel: str, zaak: Zaak, *, door: Actor, vandaag: datetime.date, uiterlijk: datetime.date, adres: str,
    adres_pk,
) -> None:  # fmt: skip
    """The same rule as the reminders have (`Ontvangers`); the same open task is not made twice."""
    wie_pk = Ontvangers.lezen([zaak], vandaag).voor(zaak)
    wie = Medewerker.objects.get(pk=wie_pk) if wie_pk else None
    rol = Rol.CONSULENT if zaak.wijkteam_id else Rol.ADMINISTRATIE
    taken.klaarzetten(
        soort, titel, door=door, medewerker=wie, rol="" if wie else rol, uiterlijk=uiterlijk, adres=adres,
        adres_pk=adres_pk, zaak=zaak,
    )  # fmt: skip
