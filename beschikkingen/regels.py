"""How a letter reads, and how long a claim lasts. Pure Python."""

import datetime

from toegang.termijnen import is_werkdag
from wijkteams.leesbaarheid import GEMIDDELD_HOOGSTENS as GEMIDDELD_HOOGSTENS
from wijkteams.leesbaarheid import LANGST_HOOGSTENS as LANGST_HOOGSTENS
from wijkteams.leesbaarheid import leesbaarheid as leesbaarheid
from wijkteams.leesbaarheid import woorden as woorden
from wijkteams.leesbaarheid import zinnen as zinnen

OPPAKKEN_WERKDAGEN = 5


def oppakken_tot(vandaag: datetime.date) -> datetime.date:
    """The last day of a claim: five working days further."""
    dag, over = vandaag, OPPAKKEN_WERKDAGEN
    while over:
        dag += datetime.timedelta(days=1)
        over -= is_werkdag(dag)
    return dag
