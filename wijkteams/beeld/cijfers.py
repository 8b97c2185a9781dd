"""What this room registers for the page of the team."""

from collections.abc import Mapping

from toegang.cijfers import Blok, Cijfers, Rijen, Vraag
from toegang.models import TermijnSoort
from wijkteams.beeld import verloop, werk
from wijkteams.beeld.lijsten import LIJSTEN
from wijkteams.beeld.vragen import vragen


def blokken(v: Vraag, gelezen: Mapping[str, Rijen]) -> list[Blok]:
    """In the order of the page."""
    return [
        werk.per_collega(gelezen),
        werk.wachtlijst(v, gelezen),
        werk.evaluaties(gelezen),
        verloop.doorlooptijd(v, gelezen, TermijnSoort.ONDERZOEK),
        verloop.doorlooptijd(v, gelezen, TermijnSoort.BESLUIT),
        verloop.in_en_uit(v, gelezen),
        verloop.resultaat(gelezen),
        werk.andere_teams(gelezen),
    ]


CIJFERS = Cijfers(
    vragen=vragen, blokken=blokken, bevindingen=lambda v, gelezen: werk.bevindingen(gelezen), lijsten=LIJSTEN
)
