"""The receipt of a melding (Wmo 2015 art. 2.3.2 lid 1 to 3 and 2.2.4) and of an aanvraag (Awb art. 4:3a)."""

import datetime
from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.translation import gettext

from toegang.brieven.basis import Brief


@dataclass(frozen=True, kw_only=True)
class Ontvangstbevestiging(Brief):
    """We received your question; what you may do, and by when we are ready.

    `vraag` is one short phrase ("hulp in het huishouden"), never the story: another may open the envelope.
    """

    soort: ClassVar[str] = "ontvangstbevestiging"
    template: ClassVar[str] = "brieven/ontvangstbevestiging.html"

    onderwerp: str = field(default_factory=lambda: gettext("Uw vraag om hulp is bij ons"))
    ontvangen_op: datetime.date
    persoonlijk_plan_tot: datetime.date
    onderzoek_tot: datetime.date
    vraag: str = ""


@dataclass(frozen=True, kw_only=True)
class AanvraagOntvangen(Brief):
    """We received your aanvraag, and by when we decide; where the law begins with one (Awb art. 4:3a and 4:13).

    `vraag`: what is asked in a few words where an outsider may read them, else empty. `gesprek_tot`: the first talk
    about debts (Wgs art. 4).
    """

    soort: ClassVar[str] = Ontvangstbevestiging.soort  # another text of the same kind
    template: ClassVar[str] = "brieven/aanvraag_ontvangen.html"

    onderwerp: str = field(default_factory=lambda: gettext("Uw aanvraag is bij ons"))
    ontvangen_op: datetime.date
    besluit_tot: datetime.date | None
    gesprek_tot: datetime.date | None = None
    vraag: str = ""
