"""An aanvraag with its own clock; it can be received in any state (Awb art. 1:3 lid 3; Wmo 2015 art. 2.3.2 lid 9)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Aanvraag, Actor, TermijnSoort, Zaak
from toegang.rechten import Recht, Rol
from toegang.statussen import AanvraagStatus, OngeldigeOvergang, ZaakStatus
from toegang.tussen import check_tussen
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen

AFGESLOTEN = "Deze zaak is afgesloten. Registreer een nieuw contact en open daarvoor een nieuwe zaak."


def recht_voor_aanvraag(lezer) -> Recht:
    """The administratie registers what comes in by post, also for a zaak of a team; a colleague of the team too."""
    return Recht.PROCES_INZIEN if lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) else Recht.INHOUD_BEWERKEN


@transaction.atomic
def aanvraag_registreren(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    ontvangen_op: datetime.date,
    wijze: str,
    gevraagd: str,
    ondertekend: bool = True,
    herhaalt_id=None,
    nieuwe_feiten: str = "",
) -> Aanvraag:
    """Register it on the day it was received; that day starts the clock. The same aanvraag twice is one.

    `herhaalt_id`: an aanvraag of this inwoner that was decided before; `nieuwe_feiten`: what he says has changed since
    (Awb art. 4:6 lid 1).
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht_voor_aanvraag(door))
    if not zaak.is_open:
        raise OngeldigeOvergang(AFGESLOTEN)
    check_tussen("ontvangen_op", ontvangen_op, zaak.gemeld_op, vandaag)
    eerder = Aanvraag.objects.voor(door, Recht.PROCES_INZIEN).te_herhalen(zaak)
    if herhaalt_id and not eerder.filter(pk=herhaalt_id).exists():
        raise ValidationError({"herhaalt": "Kies een aanvraag van deze inwoner waarover al is besloten"})
    if nieuwe_feiten.strip() and not herhaalt_id:
        raise ValidationError({"herhaalt": "Kies welke aanvraag de inwoner opnieuw doet"})
    dezelfde = zaak.aanvragen.filter(
        ontvangen_op=ontvangen_op, wijze=wijze, gevraagd=gevraagd, status=AanvraagStatus.OPEN
    ).first()
    if dezelfde:
        return dezelfde
    aanvraag = aanvraag_vastleggen(
        zaak,
        door=door,
        nu=nu,
        ontvangen_op=ontvangen_op,
        wijze=wijze,
        gevraagd=gevraagd,
        ondertekend=ondertekend,
        herhaalt_id=herhaalt_id or None,
        nieuwe_feiten=nieuwe_feiten.strip(),
    )
    if zaak.status == ZaakStatus.ONDERZOEK:
        zaak.status = ZaakStatus.BESLUITVORMING
    zaak.bewaren(door=door, reden="aanvraag ontvangen")
    return aanvraag


def aanvraag_vastleggen(
    zaak: Zaak,
    *,
    door: Actor,
    nu: datetime.datetime,
    ontvangen_op,
    wijze: str,
    gevraagd: str,
    ondertekend: bool,
    herhaalt_id=None,
    nieuwe_feiten: str = "",
) -> Aanvraag:
    """The write itself, for a zaak that is locked; the caller saves the zaak."""
    aanvraag = Aanvraag(
        zaak=zaak, ontvangen_op=ontvangen_op, geregistreerd_om=nu, wijze=wijze, gevraagd=gevraagd,
        ondertekend=ondertekend, herhaalt_id=herhaalt_id, nieuwe_feiten=nieuwe_feiten,
    ).bewaren(door=door, reden="aanvraag ontvangen")  # fmt: skip
    termijn = klok.starten(zaak, TermijnSoort.BESLUIT, ontvangen_op, door=door, aanvraag=aanvraag)
    gebeurtenissen.aanvraag_ontvangen(aanvraag, door=door)
    if zaak.regisseur_id and door.medewerker_id != zaak.regisseur_id:
        taken.klaarzetten(
            "aanvraag", "Er is een aanvraag ontvangen. Stel het besluit op.", door=door, zaak=zaak,
            adres="toegang:zaak", adres_pk=zaak.pk, medewerker=zaak.regisseur,
            uiterlijk=termijn.uiterste_datum if termijn else ontvangen_op,
        )  # fmt: skip
    return aanvraag
