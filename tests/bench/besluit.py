"""A seed zaak brought to a signed besluit whose letter was asked for."""

import datetime

from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluitbrief_klaarzetten import besluitbrief_klaarzetten
from tests.bench import personas
from tests.beschikkingen.opstellingen import TEKSTEN, mandaat_van
from toegang.models import Actor, Zaak
from wijkteams.models import Medewerker


def besluiten(zaak: Zaak, door: Actor, *, vandaag: datetime.date) -> None:
    """Drawn up, checked, signed, and its letter planned for the same day."""
    besluit = besluit_opstellen(aanvraag_id=zaak.aanvragen.get().pk, door=door, vandaag=vandaag).pk
    besluit_aanvullen(besluit_id=besluit, door=door, **TEKSTEN)
    besluit_ter_toetsing(besluit_id=besluit, door=door, vandaag=vandaag)
    besluit_oppakken(besluit_id=besluit, door=personas.actor("toetser"), vandaag=vandaag)
    besluit_goedkeuren(besluit_id=besluit, door=personas.actor("toetser"), vandaag=vandaag)
    besluit_oppakken(besluit_id=besluit, door=personas.actor("ondertekenaar"), vandaag=vandaag)
    besluit_ondertekenen(besluit_id=besluit, door=personas.actor("ondertekenaar"), vandaag=vandaag)
    besluitbrief_klaarzetten(
        besluit_id=besluit, door=personas.actor("administratie"), vandaag=vandaag, verzenddatum=vandaag
    )


def mandaat_geven() -> None:
    """The ondertekenaar of the seed may sign for the Wmo."""
    mandaat_van(Medewerker.objects.get(username="ondertekenaar"), vanaf_op=datetime.date(2020, 1, 1))
