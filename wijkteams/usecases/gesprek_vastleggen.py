"""What was said at the table."""

import datetime

from django.db import transaction

from toegang.models import Actor, Leefgebied
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Gespreksdeel, Onderzoek
from wijkteams.permissions import check_in_behandeling
from wijkteams.usecases.onderzoek_beginnen import check_onderzoek_versie, onderzoek_beginnen

DEELVELDEN = ("wat_lukt", "wat_lukt_niet", "wie_helpt")


@transaction.atomic
def gesprek_vastleggen(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    versie: int | None = None,
    delen: dict[str, dict[str, str]],
    behoeften: str = "",
    mantelzorger_behoeften: str = "",
    bijdrage_verteld: bool = False,
    pgb_verteld: bool = False,
    werknotitie: str | None = None,
) -> Onderzoek:
    """The talk by area of life (Wmo 2015 art. 2.3.2 lid 4). `werknotitie=None` leaves the note for ourselves alone."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    onderzoek = onderzoek_beginnen(zaak, door=door, vandaag=vandaag)
    check_onderzoek_versie(onderzoek, versie)
    bestaand = {deel.leefgebied: deel for deel in onderzoek.gespreksdelen.all()}
    for leefgebied, velden in delen.items():
        deel = bestaand.get(leefgebied) or Gespreksdeel(
            onderzoek=onderzoek, leefgebied=Leefgebied(leefgebied)
        )
        _deel_bewaren(deel, velden, door=door)
    onderzoek.behoeften, onderzoek.mantelzorger_behoeften = behoeften, mantelzorger_behoeften
    onderzoek.bijdrage_verteld, onderzoek.pgb_verteld = bijdrage_verteld, pgb_verteld
    if werknotitie is not None and zaak.mag(Recht.GEVOELIG_INZIEN):
        onderzoek.werknotitie = werknotitie
    onderzoek.bewaren(door=door, reden="gesprek vastgelegd")
    gebeurtenissen.gesprek_vastgelegd(zaak, door=door)
    return onderzoek


def _deel_bewaren(deel: Gespreksdeel, velden: dict[str, str], *, door: Actor) -> None:
    """Only what changed, and no empty rows."""
    nieuw = {veld: velden.get(veld, getattr(deel, veld)) for veld in DEELVELDEN}
    if nieuw == {veld: getattr(deel, veld) for veld in DEELVELDEN}:
        return
    for veld, waarde in nieuw.items():
        setattr(deel, veld, waarde)
    deel.bewaren(door=door, reden="gesprek vastgelegd")
