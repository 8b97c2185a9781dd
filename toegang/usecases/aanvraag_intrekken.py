"""An inwoner withdraws one aanvraag of several: its clock ends, the others and the zaak go on."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from toegang import gebeurtenissen, onderdelen
from toegang.brieven.aanvraag import AanvraagIngetrokken
from toegang.models import Aanvraag, Actor, Zaak
from toegang.models.aanvraag import Intrekpapier
from toegang.rechten import Laag, Recht, Rol
from toegang.statussen import AANVRAAG_OVERGANGEN, AanvraagStatus, OngeldigeOvergang, check_overgang
from toegang.tussen import check_tussen
from toegang.usecases import klok, taken
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen

LAATSTE = (
    "Dit is de enige aanvraag die nog loopt. Wil de inwoner niets meer? "
    "Sluit dan de zaak af: inwoner trekt de vraag in."
)


@transaction.atomic
def aanvraag_intrekken(
    *, aanvraag_id, door: Actor, vandaag: datetime.date, ingetrokken_op: datetime.date, ingetrokken_hoe: str
) -> Aanvraag:
    """By the paper that came in; we confirm it. Of the last open aanvraag the zaak itself ends (`zaak_afsluiten`)."""
    zaak_id = (
        Aanvraag.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=aanvraag_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht_voor_aanvraag(door))
    aanvraag = Aanvraag.objects.vergrendelen(aanvraag_id)
    aanvraag.zaak = zaak
    if zinnen := waarom_niet_intrekken(aanvraag):
        raise OngeldigeOvergang(" ".join(zinnen))
    check_tussen("ingetrokken_op", ingetrokken_op, aanvraag.ontvangen_op, vandaag)
    check_overgang(AANVRAAG_OVERGANGEN, aanvraag.status, AanvraagStatus.INGETROKKEN)
    aanvraag.status, aanvraag.afgedaan_op = AanvraagStatus.INGETROKKEN, vandaag
    aanvraag.ingetrokken_op, aanvraag.ingetrokken_hoe = ingetrokken_op, Intrekpapier(ingetrokken_hoe)
    aanvraag.bewaren(door=door, reden="ingetrokken")
    klok.vervallen(zaak, vandaag, door=door, aanvraag=aanvraag, reden="aanvraag ingetrokken")
    onderdelen.bij_intrekken(aanvraag, door=door, vandaag=vandaag)
    gebeurtenissen.aanvraag_ingetrokken(aanvraag, door=door)
    _bevestigen(zaak, aanvraag, door=door, vandaag=vandaag)
    zaak.bewaren(door=door, reden="aanvraag ingetrokken")
    return aanvraag


def waarom_niet_intrekken(aanvraag: Aanvraag) -> list[str]:
    """Why this aanvraag cannot be withdrawn by itself now; empty when it can."""
    if aanvraag.status != AanvraagStatus.OPEN:
        return ["Over deze aanvraag is al besloten, of zij is ingetrokken."]
    anderen = aanvraag.zaak.aanvragen.filter(status=AanvraagStatus.OPEN).exclude(pk=aanvraag.pk)
    return ([] if anderen.exists() else [LAATSTE]) + onderdelen.wat_intrekken_blokkeert(aanvraag)


def _bevestigen(zaak: Zaak, aanvraag: Aanvraag, *, door: Actor, vandaag: datetime.date) -> None:
    """A letter; where none may or can go, a task."""
    try:
        with transaction.atomic():
            brief_klaarzetten(
                soort=AanvraagIngetrokken.soort, zaak=zaak, bron_id=aanvraag.pk, door=door, verzenddatum=vandaag,
                onderwerp=gettext("U trok een aanvraag in"), laag=Laag.PROCES,
            )  # fmt: skip
    except ValidationError:
        taken.klaarzetten(
            "intrekking_melden", "Bevestig dat de aanvraag is ingetrokken. Een brief kan niet.", door=door,
            uiterlijk=vandaag, adres="toegang:aanvraag_registreren", adres_pk=zaak.pk, zaak=zaak,
            rol=Rol.ADMINISTRATIE,
        )  # fmt: skip
