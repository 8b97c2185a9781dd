"""Help in natura was granted: from that day its delivery is followed."""

import datetime

from toegang import feestdagentabel
from toegang.models import Actor
from toegang.rechten import Recht
from voorzieningen.models import Indicatie, Levering, Vorm
from voorzieningen.permissions import check_mag_uitvoeren
from voorzieningen.toewijsregels import begint_uiterlijk
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_vergrendelen


def levering_openen(indicatie: Indicatie, *, door: Actor, vandaag: datetime.date) -> Levering | None:
    """Called by what grants. Not for a pgb: there the inwoner orders. The tasks come from `leveringen_bewaken`."""
    if indicatie.vorm != Vorm.NATURA:
        return None
    feestdagentabel.actueel()
    return Levering(
        indicatie=indicatie, verleend_op=vandaag,
        uiterlijk_begin_op=begint_uiterlijk(vandaag, indicatie.ingangsdatum),
    ).bewaren(door=door, reden="hulp toegekend")  # fmt: skip


def levering_vergrendelen(indicatie_id, *, door: Actor) -> tuple[Indicatie, Levering | None]:
    """Zaak, indicatie, delivery, in that order; by who may carry out (403 with a sentence)."""
    indicatie = indicatie_vergrendelen(indicatie_id, door=door, recht=Recht.UITVOERING_INZIEN)
    check_mag_uitvoeren(indicatie.zaak, door)
    rij = Levering.objects.filter(indicatie=indicatie).select_for_update(of=("self",), no_key=True).first()
    if rij is not None:
        rij.indicatie = indicatie
    return indicatie, rij
