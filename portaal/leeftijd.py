"""Who may look and act at which age (Wmo 2015 art. 5.3.2; Jeugdwet 7.3.4, 7.3.5, 7.3.10, 7.3.15)."""

import datetime

from toegang.models import Vertegenwoordiger
from toegang.onvolledige_datum import OnvolledigeDatum
from toegang.vertegenwoordiging import MEERDERJARIG, ZELF_OVER_HULP, wat_mag

Mag = Vertegenwoordiger.Mag
ZELF_INZIEN = 12  # a younger child is spoken for by the parents (Wmo 5.3.2; Jeugdwet 7.3.15)


def mag_zelf(geboren: str, vandaag: datetime.date) -> frozenset[str]:
    """What one may do for oneself: nothing under 12, look and speak from 12, decide about help from 16.

    From 12 to 16 the child looks beside the parents; an aanvraag, an agreement or a bezwaar is then theirs.
    """
    dag = OnvolledigeDatum.lees(geboren)
    if dag.minstens(ZELF_INZIEN, vandaag) is False:
        return frozenset()
    if dag.minstens(ZELF_OVER_HULP, vandaag) is False:
        return frozenset({Mag.DOSSIER, Mag.SPREKEN, Mag.BRIEVEN})
    return frozenset(Mag)


def wat_mag_een(vertegenwoordiging, vandaag: datetime.date) -> frozenset[str]:
    """What this representative may do today; a parent of a child of 16 does not look any more."""
    dag = OnvolledigeDatum.lees(vertegenwoordiging.geboren)
    return wat_mag(
        vertegenwoordiging.soort, gemachtigd=tuple(vertegenwoordiging.mag),
        is_16=dag.minstens(ZELF_OVER_HULP, vandaag), is_18=dag.minstens(MEERDERJARIG, vandaag),
    )  # fmt: skip
