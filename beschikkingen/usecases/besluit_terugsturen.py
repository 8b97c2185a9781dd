"""Back to the draft, with the reason as a remark."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_terugsturen
from beschikkingen.statussen import BESLUIT_OVERGANGEN, BesluitStatus
from beschikkingen.usecases.besluit_oppakken import loslaten
from beschikkingen.usecases.besluit_ter_toetsing import uiterlijk
from beschikkingen.usecases.ophalen import uit_de_rij_vergrendelen
from beschikkingen.usecases.opmerkingen import vastleggen
from toegang.models import Actor, Brief
from toegang.rechten import Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang, check_overgang
from toegang.usecases import taken
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen

NIET_WEG = (BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT)


@transaction.atomic
def besluit_terugsturen(
    *, besluit_id, door: Actor, vandaag: datetime.date, reden: str, onderdeel: str = "algemeen"
) -> Besluit:
    """Check and signature are gone: changed text is checked and signed again. A letter that was not sent lapses."""
    besluit = uit_de_rij_vergrendelen(besluit_id, door=door)
    check_overgang(BESLUIT_OVERGANGEN, besluit.status, BesluitStatus.CONCEPT)
    check_mag_terugsturen(door, besluit, vandaag)
    if besluit.mondeling_om:
        raise OngeldigeOvergang(
            "De hulp is mondeling al begonnen. Alleen een nieuw besluit kan dit wijzigen."
        )
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op wat er anders moet."})
    if besluit.status == BesluitStatus.ONDERTEKEND:
        for pk in Brief.objects.filter(soort="besluit", bron_id=besluit.pk, status__in=NIET_WEG).values_list(
            "pk", flat=True
        ):
            brief_laten_vervallen(brief_id=pk, door=door, reden="besluit teruggehaald")
    vastleggen(besluit, door=door, vandaag=vandaag, onderdeel=onderdeel, tekst=reden)
    loslaten(besluit)
    besluit.status = BesluitStatus.CONCEPT
    besluit.getoetst_op = besluit.getoetst_door = besluit.ondertekend_op = besluit.ondertekend_door = None
    besluit.bewaren(door=door, reden=f"teruggestuurd: {reden}")
    gebeurtenissen.besluit_teruggestuurd(besluit, door=door)
    for soort in ("besluit_toetsen", "besluit_ondertekenen", "besluit_verzenden"):
        taken.afhandelen(soort, besluit.pk, door=door)
    taken.klaarzetten(
        "besluit_aanpassen", "Besluit aanpassen", door=door, uiterlijk=uiterlijk(besluit, vandaag), zaak=besluit.zaak,
        adres="beschikkingen:besluit", adres_pk=besluit.pk, medewerker=besluit.zaak.regisseur,
        rol="" if besluit.zaak.regisseur else Rol.CONSULENT,
    )  # fmt: skip
    return besluit
