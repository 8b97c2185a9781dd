"""A zaak is without a regisseur for a while: it waits for a new one, in this team or another."""

import datetime

from toegang.models import Actor, Zaak
from toegang.rechten import Grond, Rol
from toegang.regels import werkdagen_later
from toegang.usecases import taken
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden
from toegang.usecases.uitzonderingen import intrekken

KIEZEN_BINNEN = 2  # working days


def regisseur_losmaken(zaak: Zaak, *, reden: str, door: Actor, nu: datetime.datetime) -> None:
    """What he had to do waits for the next one. The zaak is locked; the caller saves it."""
    for toewijzing in zaak.toewijzingen.filter(tot_om=None):
        toewijzing.tot_om = nu
        toewijzing.bewaren(door=door, reden=reden)
    intrekken(zaak, Grond.WAARNEMING)
    if zaak.regisseur_id is None:
        return
    for taak in zaak.taken.open().filter(medewerker=zaak.regisseur_id).order_by("pk"):
        taak.medewerker, taak.rol = None, Rol.CONSULENT
        taak.bewaren(door=door, reden=reden)
    zaak.regisseur = None
    toestemmingen_bijhouden([zaak], door=door, nu=nu)


def laten_verdelen(zaak: Zaak, *, meteen: bool, door: Actor, vandaag: datetime.date) -> None:
    """The teamlead of the team that the zaak has now chooses who goes on with it."""
    taken.klaarzetten(
        "toewijzen", "Geef deze zaak een regisseur.", door=door, zaak=zaak, rol=Rol.TEAMLEAD,
        adres="wijkteams:toewijzen", uiterlijk=vandaag if meteen else werkdagen_later(vandaag, KIEZEN_BINNEN),
    )  # fmt: skip
