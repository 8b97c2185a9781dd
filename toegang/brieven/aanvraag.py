"""The letter that confirms that one aanvraag was withdrawn, and what goes on."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from toegang.brieven.basis import Brief


@dataclass(frozen=True, kw_only=True)
class AanvraagIngetrokken(Brief):
    """Which aanvraag, by its date; when it was withdrawn; by when we decide on the other (Awb art. 4:13)."""

    soort: ClassVar[str] = "aanvraag_ingetrokken"
    template: ClassVar[str] = "brieven/aanvraag_ingetrokken.html"

    ontvangen_op: datetime.date
    ingetrokken_op: datetime.date
    besluit_op: datetime.date | None = None  # the first day by which we decide on what still runs
