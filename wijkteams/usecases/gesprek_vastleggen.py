"""What was said at the table."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects

from toegang.models import Actor, Leefgebied
from toegang.rechten import Recht
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Gespreksdeel, Onderzoek, Vertelwijze
from wijkteams.permissions import check_in_behandeling
from wijkteams.regels import ontbreekt_in_onderzoek
from wijkteams.usecases.onderzoek_beginnen import check_onderzoek_versie, onderzoek_beginnen

DEELVELDEN = ("wat_lukt", "wat_lukt_niet", "wie_helpt")
UITWERKEN_BINNEN = datetime.timedelta(days=7)
UITWERKEN = "gesprek_uitwerken"


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
    bijdrage_verteld_op: datetime.date | None = None,
    bijdrage_hoe: str = "",
    pgb_verteld: bool = False,
    pgb_verteld_op: datetime.date | None = None,
    pgb_hoe: str = "",
    werknotitie: str | None = None,
    later: bool = False,
) -> Onderzoek:
    """The talk by area of life (Wmo 2015 art. 2.3.2 lid 4). `werknotitie=None` leaves the note for ourselves alone.

    What was told, was told today and in the talk when nothing else is said. `later`: the rest is worked out at the
    desk, as a task that ends when nothing is missing.
    """
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
    _verteld(onderzoek, "bijdrage", bijdrage_verteld, bijdrage_verteld_op, bijdrage_hoe, vandaag)
    _verteld(onderzoek, "pgb", pgb_verteld, pgb_verteld_op, pgb_hoe, vandaag)
    if werknotitie is not None and zaak.mag(Recht.GEVOELIG_INZIEN):
        onderzoek.werknotitie = werknotitie
    onderzoek.bewaren(door=door, reden="gesprek vastgelegd")
    gebeurtenissen.gesprek_vastgelegd(zaak, door=door)
    onderzoek.zaak = zaak
    prefetch_related_objects([onderzoek], "gespreksdelen", "hulpvragen__treden")
    if later:
        taken.klaarzetten(
            UITWERKEN, "Gesprek verder uitwerken", zaak=zaak, medewerker=zaak.regisseur, door=door,
            uiterlijk=vandaag + UITWERKEN_BINNEN, adres="wijkteams:gesprek",
        )  # fmt: skip
    elif not ontbreekt_in_onderzoek(onderzoek):
        taken.afhandelen(UITWERKEN, zaak.pk, door=door)
    return onderzoek


def _verteld(
    onderzoek: Onderzoek, wat: str, ja: bool, op: datetime.date | None, hoe: str, vandaag: datetime.date
) -> None:
    """That the inwoner was told, when (the day that stands there, else today) and how; unticked, both go too."""
    if ja and op and op > vandaag:
        raise ValidationError({f"{wat}_verteld_op": "Deze dag moet nog komen. Vul in wanneer u het vertelde"})
    toen = getattr(onderzoek, f"{wat}_verteld_op")
    setattr(onderzoek, f"{wat}_verteld", ja)
    setattr(onderzoek, f"{wat}_verteld_op", (op or toen or vandaag) if ja else None)
    setattr(onderzoek, f"{wat}_hoe", (hoe or Vertelwijze.GESPREK) if ja else "")


def _deel_bewaren(deel: Gespreksdeel, velden: dict[str, str], *, door: Actor) -> None:
    """Only what changed, and no empty rows."""
    nieuw = {veld: velden.get(veld, getattr(deel, veld)) for veld in DEELVELDEN}
    if nieuw == {veld: getattr(deel, veld) for veld in DEELVELDEN}:
        return
    for veld, waarde in nieuw.items():
        setattr(deel, veld, waarde)
    deel.bewaren(door=door, reden="gesprek vastgelegd")
