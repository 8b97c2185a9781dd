"""Temporary help at once, while the onderzoek goes on (Wmo 2015 art. 2.3.3): a draft with a short gate."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Aanleiding, Besluit, Besluitregel, Gevolg, Uitkomst
from beschikkingen.statussen import BesluitStatus
from toegang.models import Actor
from toegang.rechten import Recht, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen.models import Grondslag
from voorzieningen.usecases.indicatie_voorstellen import indicatie_voorstellen

HOOGSTENS_DAGEN = 92  # a setting of the municipality: temporary is at most three months


@transaction.atomic
def spoedbesluit_opstellen(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    motivering: str,
    ingangsdatum: datetime.date,
    einddatum: datetime.date | None,
    **hulp,
) -> Besluit:
    """In any open state. `motivering` in short: it may follow in full within a week (Awb art. 3:47 lid 3)."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if zaak.wet != Wet.WMO:
        raise OngeldigeOvergang(
            "Een spoedbesluit met tijdelijke hulp kent alleen de Wmo 2015 (artikel 2.3.3)."
        )
    if not zaak.is_open:
        raise OngeldigeOvergang("Deze zaak is afgesloten. Registreer een nieuw contact met spoed.")
    bestaand = (
        Besluit.objects.filter(zaak=zaak, aanleiding=Aanleiding.SPOED)
        .exclude(status=BesluitStatus.VERZONDEN)
        .first()
    )
    if bestaand:
        return bestaand
    if einddatum is None or (einddatum - ingangsdatum).days > HOOGSTENS_DAGEN:
        raise ValidationError(
            {"einddatum": "Tijdelijke hulp heeft een einddatum, binnen drie maanden na het begin"}
        )
    indicatie = indicatie_voorstellen(
        zaak_id=zaak.pk, door=door, vandaag=vandaag, grondslag=Grondslag.SPOED, ingangsdatum=ingangsdatum,
        einddatum=einddatum, **hulp,
    )  # fmt: skip
    besluit = Besluit(
        zaak=zaak, aanleiding=Aanleiding.SPOED, uitkomst=Uitkomst.TIJDELIJK, opgesteld_op=vandaag, opgesteld_door=door,
        motivering=motivering.strip(),
    ).bewaren(door=door, reden="spoedbesluit opgesteld")  # fmt: skip
    besluit.refresh_from_db(fields=["volgnummer"])
    Besluitregel(besluit=besluit, indicatie=indicatie, gevolg=Gevolg.TOEKENNEN).bewaren(
        door=door, reden="in het besluit"
    )
    gebeurtenissen.besluit_opgesteld(besluit, door=door)
    return besluit
