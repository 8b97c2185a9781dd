"""Somebody looked at what the BRP changed and did what was needed."""

from django.db import transaction

from toegang.brp_overzicht import UITLEG
from toegang.models import Actor, Zaak
from toegang.permissions import check_mag_brp_afhandelen
from toegang.rechten import Recht
from toegang.usecases import taken
from toegang.usecases.brp_gevolgen_verwerken import SOORT
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def brp_wijziging_afhandelen(*, zaak_id, door: Actor, wijziging: str) -> Zaak:
    """Close the task of this change on this zaak; done already is done."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_brp_afhandelen(door, zaak)
    if wijziging in UITLEG:
        taken.afhandelen(f"{SOORT}{wijziging}", zaak.pk, door=door)
    return zaak
