"""The verslag of the onderzoek, with room to answer on paper (Wmo 2015 art. 2.3.2 lid 8 and 9)."""

import datetime
from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.translation import gettext

from toegang.brieven.basis import Brief


@dataclass(frozen=True)
class Sectie:
    """A heading of the verslag with its paragraphs."""

    kop: str
    alineas: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Verslag(Brief):
    """What was said and found, who may answer how, and how an aanvraag follows.

    `met_aanvraag` puts the request for help on the answer form: a signed verslag then counts as the aanvraag.
    """

    soort: ClassVar[str] = "verslag"
    template: ClassVar[str] = "brieven/verslag.html"

    onderwerp: str = field(default_factory=lambda: gettext("Het verslag van ons gesprek"))
    gesprek_op: datetime.date
    gesprek_met: str
    reactie_tot: datetime.date
    secties: tuple[Sectie, ...]
    met_aanvraag: bool = True
    jeugd: bool = False  # no melding but an aanvraag comes first (Jeugdwet), so eight weeks (Awb art. 4:13)
    gevraagd: tuple[str, ...] = ()  # the help that is asked for, when the form is signed as the aanvraag
