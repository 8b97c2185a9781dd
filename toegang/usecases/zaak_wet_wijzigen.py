"""The question turns out to fall under another law; until the zaak goes to a consulent that can change."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, TermijnSoort, Zaak
from toegang.moment import nu
from toegang.rechten import Recht, Rol
from toegang.statussen import AanvraagStatus, BerichtStatus, BriefStatus, OngeldigeOvergang, ZaakStatus
from toegang.usecases import klok
from toegang.usecases.bericht_klaarzetten import laten_vervallen
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen
from toegang.usecases.ontvangst_bevestigen import na_andere_wet
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden

TOT_HIER = (ZaakStatus.NIEUW, ZaakStatus.VRAAGVERHELDERING, ZaakStatus.TE_VERDELEN)
TE_LAAT = "De wet kan veranderen tot de zaak een regisseur heeft. Open nu een nieuwe zaak voor de andere wet."


def check_mag_wet_wijzigen(door: Actor, zaak: Zaak) -> None:
    """Who writes in the zaak, and the administratie as long as nobody is on it."""
    if not (zaak.mag(Recht.INHOUD_BEWERKEN) or door.rechten.heeft_rol(Rol.ADMINISTRATIE)):
        raise PermissionDenied("De administratie wijzigt de wet van een zaak.")


def wat_wet_wijzigen_weigert(zaak: Zaak) -> str:
    return "" if zaak.status in TOT_HIER else TE_LAAT


@transaction.atomic
def zaak_wet_wijzigen(*, zaak_id, wet: str, soort: str, door: Actor, vandaag: datetime.date) -> Zaak:
    """The clocks begin anew under the other law, from the same day that the need was voiced or the aanvraag came in."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_wet_wijzigen(door, zaak)
    if weigering := wat_wet_wijzigen_weigert(zaak):
        raise OngeldigeOvergang(weigering)
    if (wet, soort) == (zaak.wet, zaak.soort):
        return zaak
    van = zaak.wet
    klok.vervallen(
        zaak, vandaag, door=door, behalve=(TermijnSoort.BEZWAAR,), reden="valt onder een andere wet"
    )
    zaak.wet, zaak.soort = wet, soort
    klok.begin(zaak, door=door)
    for aanvraag in zaak.aanvragen.filter(status=AanvraagStatus.OPEN).order_by("pk"):
        klok.starten(zaak, TermijnSoort.BESLUIT, aanvraag.ontvangen_op, door=door, aanvraag=aanvraag)
    for brief in zaak.brieven.filter(status__in=(BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT)).order_by("pk"):
        brief_laten_vervallen(brief_id=brief.pk, door=door, reden="de wet van de zaak is gewijzigd")
    for bericht in (
        zaak.berichten.filter(status=BerichtStatus.GEVRAAGD).select_for_update(no_key=True).order_by("pk")
    ):
        laten_vervallen(bericht, "De wet van de zaak is gewijzigd.", door=door)
    na_andere_wet(zaak, door=door, vandaag=vandaag)
    toestemmingen_bijhouden([zaak], door=door, nu=nu())
    gebeurtenissen.wet_gewijzigd(zaak, van, door=door)
    return zaak.bewaren(door=door, reden="wet gewijzigd")
