"""Look again whether what was decided still fits (Wmo 2015 art. 2.3.9): a zaak of its own, linked to the first."""

import datetime

from django.db import transaction

from toegang import gebeurtenissen, onderdelen
from toegang.models import Actor, Zaak, Zaaksoort
from toegang.rechten import Recht, Rol, Wet
from toegang.statussen import OngeldigeOvergang, ZaakStatus
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen


def wat_heronderzoek_weigert(zaak: Zaak) -> str:
    """Why no heronderzoek can begin from this zaak; empty when it can."""
    if zaak.wet != Wet.WMO:
        return "Een heronderzoek met eigen regels kent alleen de Wmo 2015 (artikel 2.3.9)."
    if zaak.is_open:
        return "Deze zaak loopt nog. Een heronderzoek begint na het besluit."
    if zaak.dossier.inwoner.overleden_op:
        return "De inwoner is overleden."
    return ""


@transaction.atomic
def heronderzoek_openen(*, zaak_id, door: Actor, vandaag: datetime.date) -> Zaak:
    """On our own motion: no six weeks, but the plan, the cliëntondersteuning and the seven points count (lid 2).

    One open heronderzoek for each zaak: a second time gives the same one.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if weigering := wat_heronderzoek_weigert(zaak):
        raise OngeldigeOvergang(weigering)
    bestaand = (
        zaak.volgende_zaken.filter(soort=Zaaksoort.HERONDERZOEK).exclude(status=ZaakStatus.AFGESLOTEN).first()
    )
    if bestaand:
        return bestaand
    nieuw = Zaak(
        dossier=zaak.dossier, wet=zaak.wet, soort=Zaaksoort.HERONDERZOEK, onderwerp=zaak.onderwerp, gemeld_op=vandaag,
        afgeschermd=zaak.afgeschermd, vorige_zaak=zaak, wijkteam=zaak.wijkteam, status=ZaakStatus.TE_VERDELEN,
    ).bewaren(door=door, reden="heronderzoek geopend")  # fmt: skip
    nieuw.refresh_from_db(fields=["volgnummer"])
    klok.begin(nieuw, door=door)
    taken.klaarzetten(
        "toewijzen", "Geef dit heronderzoek een regisseur.", door=door, zaak=nieuw, uiterlijk=vandaag,
        rol=Rol.TEAMLEAD if nieuw.wijkteam_id else Rol.ADMINISTRATIE, adres="wijkteams:toewijzen", adres_pk=nieuw.pk,
    )  # fmt: skip
    onderdelen.bij_heronderzoek(zaak, door=door)
    gebeurtenissen.heronderzoek_geopend(nieuw, door=door)
    return nieuw.bewaren(door=door, reden="termijnen begonnen")
