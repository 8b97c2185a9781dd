"""The receipt of a melding, in a letter (Wmo 2015 art. 2.3.2 lid 1 to 3)."""

import datetime

from django.db import transaction
from django.utils.translation import gettext

from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Actor, Brief
from toegang.rechten import Laag, Recht
from toegang.regels import BEGINT_MET_MELDING
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def ontvangst_bevestigen(
    *, zaak_id, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date | None = None
) -> Brief:
    """Ask for the letter that names the six weeks, cliëntondersteuning, the persoonlijk plan and the aanvraag.

    One letter a zaak: a second time gives the same one.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if weigering := wat_bevestigen_weigert(zaak):
        raise OngeldigeOvergang(weigering)
    return brief_klaarzetten(
        soort=Ontvangstbevestiging.soort, zaak=zaak, bron_id=zaak.pk, onderwerp=gettext("Uw vraag om hulp is bij ons"),
        door=door, verzenddatum=verzenddatum or vandaag, laag=Laag.UITVOERING,
    )  # fmt: skip


def wat_bevestigen_weigert(zaak) -> str:
    """Why there is no receipt letter for this zaak now; empty when there can be one."""
    if zaak.wet not in BEGINT_MET_MELDING:
        return (
            f"Deze brief is er alleen bij een melding. De {zaak.get_wet_display()} begint met een aanvraag."
        )
    if not zaak.is_open:
        return "Deze zaak is afgesloten."
    if zaak.dossier.inwoner.overleden_op:
        return "De inwoner is overleden. Stuur geen brief, maar sluit de zaak af."
    return ""
