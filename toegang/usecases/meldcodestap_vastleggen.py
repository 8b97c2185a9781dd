"""A step of the meldcode huiselijk geweld en kindermishandeling; only who holds L3 reads it (domain: veiligheid)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, Meldcodestap, Zaak
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen

Stap, Besluit = Meldcodestap.Stap, Meldcodestap.Besluit
EERST_WEGEN = "Leg eerst stap 4 vast: het wegen. Is er acuut gevaar? Kies dan melden bij Veilig Thuis"


@transaction.atomic
def meldcodestap_vastleggen(
    *,
    zaak_id,
    stap: int,
    op: datetime.date,
    toelichting: str,
    door: Actor,
    vandaag: datetime.date,
    besluit: str = "",
) -> Meldcodestap:
    """Write down a step on the day it was taken; a step may be taken again.

    The decision (step 5) follows the weighing (step 4), but at acute danger one reports at once. Whoever works on the
    zaak may write; reading is another right. The timeline line is kept from the household, and says nothing.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    fouten = {}
    if not toelichting.strip():
        fouten["toelichting"] = "Schrijf op wat u zag, hoorde of deed"
    if op > vandaag:
        fouten["op"] = f"Deze datum moet op of voor {opmaak.datum(vandaag)} liggen"
    if (stap == Stap.BESLISSEN) != bool(besluit):
        fouten["besluit"] = (
            "Kies wat u besluit" if stap == Stap.BESLISSEN else "Een besluit hoort alleen bij stap 5"
        )
    elif stap == Stap.BESLISSEN and besluit != Besluit.MELDEN and not _gewogen(zaak):
        fouten["stap"] = EERST_WEGEN
    if fouten:
        raise ValidationError(fouten)
    rij = Meldcodestap(
        zaak=zaak, stap=stap, op=op, door=door, toelichting=toelichting.strip(), besluit=besluit
    ).bewaren(door=door, reden="stap vastgelegd")  # fmt: skip
    gebeurtenissen.veiligheid_vastgelegd(zaak, op=op, door=door)
    return rij


def _gewogen(zaak: Zaak) -> bool:
    return zaak.meldcodestappen.filter(stap=Stap.WEGEN).exists()
