"""A citizen asks something on the site: one row in the inbox, for the desk to do."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from portaal.burger import Burger
from portaal.models import Verzoek, Verzoekbestand


@transaction.atomic
def verzoek_indienen(
    *,
    door: Burger,
    nu: datetime.datetime,
    sleutel: uuid.UUID,
    soort: str,
    gegevens: dict[str, Any],
    bron_id: uuid.UUID | None = None,
    bron_versie: int | None = None,
    bestanden: Iterable[UploadedFile] = (),
) -> None:
    """Keep it once: `sleutel` is the one-time key of the form, and a row with that key is left as it is.

    The portal's role may add rows here and read none of the table, so nothing comes back.
    """
    Verzoek.objects.bulk_create(
        [
            Verzoek(
                id=sleutel, soort=soort, inwoner_id=door.voor, door_id=door.pk, bron_id=bron_id,
                bron_versie=bron_versie, gegevens=gegevens, gevraagd_om=nu,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    stukken = [
        Verzoekbestand(
            id=uuid.uuid5(sleutel, str(nummer)), verzoek_id=sleutel, naam=(bestand.name or "bestand")[:200],
            inhoud=bestand.read(),
        )
        for nummer, bestand in enumerate(bestanden)
    ]  # fmt: skip
    if stukken:
        Verzoekbestand.objects.bulk_create(stukken, ignore_conflicts=True)
