"""The jurist draws up the decision on a bezwaar: the whole besluit is weighed again (Awb art. 7:11)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Aanleiding, Besluit, Besluitregel, Uitkomst
from beschikkingen.soorten import OP_BEZWAAR, Gevolg
from beschikkingen.usecases.bezwaar_ophalen import van_de_jurist
from toegang.models import Actor


@transaction.atomic
def besluit_op_bezwaar_opstellen(
    *, bezwaar_id, door: Actor, vandaag: datetime.date, uitkomst: str = Uitkomst.ONGEGROND
) -> Besluit:
    """One for each bezwaar, with the lines of the first besluit; asked again it is given back."""
    bezwaar = van_de_jurist(bezwaar_id, door=door)
    bestaand = Besluit.objects.filter(bezwaar=bezwaar).first()
    if bestaand:
        return bestaand
    if uitkomst not in OP_BEZWAAR:
        raise ValidationError({"uitkomst": "Kies gegrond, deels gegrond, ongegrond of niet-ontvankelijk"})
    eerste = bezwaar.besluit
    besluit = Besluit(
        zaak=bezwaar.zaak, bezwaar=bezwaar, aanleiding=Aanleiding.BEZWAAR, uitkomst=Uitkomst(uitkomst),
        opgesteld_op=vandaag, opgesteld_door=door, regels=eerste.regels,
    ).bewaren(door=door, reden="besluit op bezwaar opgesteld")  # fmt: skip
    besluit.refresh_from_db(fields=["volgnummer"])
    for regel in eerste.geldende_regels():
        Besluitregel(besluit=besluit, indicatie=regel.indicatie, gevolg=Gevolg.HANDHAVEN).bewaren(
            door=door, reden="in het besluit"
        )
    gebeurtenissen.besluit_opgesteld(besluit, door=door)
    return besluit
