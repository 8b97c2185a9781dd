"""We called three times and nobody answered: the letter says only that, and how to reach us."""

import datetime
from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.translation import gettext

from toegang.brieven.basis import Brief


@dataclass(frozen=True, kw_only=True)
class Terugbelbrief(Brief):
    """Without the question: another may open the envelope. `gebeld_op`: the days on which we called, in order."""

    soort: ClassVar[str] = "terugbelbrief"
    template: ClassVar[str] = "brieven/terugbelbrief.html"

    onderwerp: str = field(default_factory=lambda: gettext("Wij konden u niet bereiken"))
    ontvangen_op: datetime.date
    gebeld_op: tuple[datetime.date, ...]
