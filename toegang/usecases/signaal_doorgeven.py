"""A worry that was passed on: to Veilig Thuis, or to the toezichthouder (Wmo 2015 art. 3.4 and 6.1)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, Signaaldoorgifte
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def signaal_doorgeven(
    *,
    zaak_id,
    naar: str,
    op: datetime.date,
    aan_wie: str,
    toelichting: str,
    door: Actor,
    vandaag: datetime.date,
) -> Signaaldoorgifte:
    """Write down that it was passed on, by whom and to whom; the same on the same day is one row. Read by L3 only."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    fouten = {}
    if op > vandaag:
        fouten["op"] = f"Deze datum moet op of voor {opmaak.datum(vandaag)} liggen"
    if not aan_wie.strip():
        fouten["aan_wie"] = "Vul in met wie u sprak"
    if not toelichting.strip():
        fouten["toelichting"] = "Schrijf op wat u doorgaf"
    if naar not in Signaaldoorgifte.Naar.values:
        fouten["naar"] = "Kies aan wie u het doorgaf"
    if fouten:
        raise ValidationError(fouten)
    dezelfde = zaak.signaaldoorgiften.filter(naar=naar, op=op, aan_wie=aan_wie.strip()).first()
    if dezelfde:
        return dezelfde
    rij = Signaaldoorgifte(
        zaak=zaak, naar=naar, op=op, aan_wie=aan_wie.strip(), toelichting=toelichting.strip(), door=door
    ).bewaren(door=door, reden="signaal doorgegeven")  # fmt: skip
    gebeurtenissen.veiligheid_vastgelegd(zaak, op=op, door=door)
    return rij
