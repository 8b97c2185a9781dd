"""A zaak ends by one of the exits of its state (design §3)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, onderdelen
from toegang.brieven.verslag import Verslag
from toegang.models import Aanvraag, Actor, Intrekwijze, TermijnSoort, Zaak
from toegang.moment import nu
from toegang.rechten import Recht, Rol
from toegang.regels import Afsluitreden, check_mag_afsluiten, wat_basishulp_weigert
from toegang.statussen import (
    AANVRAAG_OVERGANGEN,
    ZAAK_OVERGANGEN,
    AanvraagStatus,
    BriefStatus,
    ZaakStatus,
    check_overgang,
)
from toegang.tussen import check_tussen
from toegang.usecases import klok, taken
from toegang.usecases.contact_afhandelen import contacten_van_zaak_afhandelen
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden


@transaction.atomic
def zaak_afsluiten(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    reden: str,
    schriftelijk: bool = False,
    ingetrokken_op: datetime.date | None = None,
    basishulp_tot_op: datetime.date | None = None,
) -> Zaak:
    """Close the zaak. By a decision that was sent it closes itself, whoever sent the letter.

    `schriftelijk`: the inwoner withdrew in writing (an open aanvraag needs that); `ingetrokken_op`: the day it was said
    or received, else today. `basishulp_tot_op`: until when the team gives short help; a task waits for that day.
    """
    recht = Recht.PROCES_INZIEN if reden == Afsluitreden.BESLUIT else Recht.INHOUD_BEWERKEN
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht)
    aanvragen = list(zaak.aanvragen.filter(status=AanvraagStatus.OPEN).order_by("pk"))
    check_mag_afsluiten(
        zaak.status, reden, ook=onderdelen.wat_sluiten_blokkeert(zaak), verslag_verstuurd=verslag_verstuurd(zaak),
        open_aanvraag=bool(aanvragen), schriftelijk=schriftelijk, zaaksoort=zaak.soort,
        zonder_besluit=reden == Afsluitreden.ZONDER_BESLUIT and onderdelen.hulp_zonder_besluit(zaak),
    )  # fmt: skip
    if reden == Afsluitreden.BASISHULP and (weigering := wat_basishulp_weigert(basishulp_tot_op, vandaag)):
        raise ValidationError({"basishulp_tot_op": weigering})
    if reden == Afsluitreden.INGETROKKEN:
        _ingetrokken(zaak, ingetrokken_op or vandaag, vandaag, schriftelijk=schriftelijk)
    check_overgang(ZAAK_OVERGANGEN, zaak.status, ZaakStatus.AFGESLOTEN)
    for aanvraag in aanvragen:
        _intrekken(aanvraag, reden, vandaag, door=door)
    zaak.status, zaak.afsluitreden, zaak.afgesloten_op = ZaakStatus.AFGESLOTEN, Afsluitreden(reden), vandaag
    klok.vervallen(zaak, vandaag, door=door, behalve=(TermijnSoort.BEZWAAR,))
    contacten_van_zaak_afhandelen(zaak, door=door, uitkomst=zaak.get_afsluitreden_display())
    onderdelen.bij_sluiten(zaak, door=door, vandaag=vandaag)
    taken.opruimen(zaak, door=door)
    toestemmingen_bijhouden([zaak], door=door, nu=nu())
    gebeurtenissen.zaak_afgesloten(zaak, door=door)
    if basishulp_tot_op and reden == Afsluitreden.BASISHULP:
        zaak.basishulp_tot_op = basishulp_tot_op
        _nabellen(zaak, basishulp_tot_op, door=door)
    return zaak.bewaren(door=door, reden="afgesloten")


def _ingetrokken(zaak: Zaak, op: datetime.date, vandaag: datetime.date, *, schriftelijk: bool) -> None:
    check_tussen("ingetrokken_op", op, zaak.gemeld_op, vandaag)
    zaak.ingetrokken_op = op
    zaak.ingetrokken_hoe = Intrekwijze.SCHRIFTELIJK if schriftelijk else Intrekwijze.MONDELING


def _nabellen(zaak: Zaak, op: datetime.date, *, door: Actor) -> None:
    """When short help ends somebody asks whether it was enough."""
    taken.klaarzetten(
        "basishulp", "De korte hulp loopt af. Vraag de inwoner of het genoeg was.", door=door, zaak=zaak,
        uiterlijk=op, adres="toegang:zaak", adres_pk=zaak.pk, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else Rol.ADMINISTRATIE,
    )  # fmt: skip


def verslag_verstuurd(zaak: Zaak) -> bool:
    """The verslag went out, and with it the explanation of the aanvraag (Wmo 2015 art. 2.3.2 lid 8 and 9)."""
    return zaak.brieven.filter(soort=Verslag.soort, status=BriefStatus.VERZONDEN).exists()


def _intrekken(aanvraag: Aanvraag, reden: str, vandaag: datetime.date, *, door: Actor) -> None:
    check_overgang(AANVRAAG_OVERGANGEN, aanvraag.status, AanvraagStatus.INGETROKKEN)
    aanvraag.status, aanvraag.afgedaan_op = AanvraagStatus.INGETROKKEN, vandaag
    waarom = "vervallen door overlijden" if reden == Afsluitreden.OVERLEDEN else "schriftelijk ingetrokken"
    aanvraag.bewaren(door=door, reden=waarom)
