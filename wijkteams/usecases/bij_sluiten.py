"""The zaak was closed: whoever was asked along for it is told, and what he held on it is gone."""

import datetime

from toegang.models import Actor, Zaak
from toegang.regels import Afsluitreden
from wijkteams.usecases.casemanager_kiezen import casemanagers_beeindigen
from wijkteams.usecases.consult_beantwoorden import consulten_beeindigen

AFGESLOTEN = "het dossier is afgesloten"


def bij_sluiten(*, zaak: Zaak, door: Actor, vandaag: datetime.date) -> None:
    """A question for advice ends. A casemanager goes on when help goes on; else that ends too."""
    consulten_beeindigen(zaak, reden=AFGESLOTEN, door=door, vandaag=vandaag)
    if zaak.afsluitreden not in (Afsluitreden.BESLUIT, Afsluitreden.ZONDER_BESLUIT):
        casemanagers_beeindigen([zaak], reden=AFGESLOTEN, door=door, vandaag=vandaag)
