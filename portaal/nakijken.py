"""The desk trusts nothing that lies in the inbox: who asked, for whom, what he may, and whose it is, is asked again."""

import datetime

from django.utils.translation import gettext_noop

from portaal.leeftijd import mag_zelf
from portaal.models import Verzoek, VerzoekSoort
from toegang.models import Actor, ActorSoort, Vertegenwoordiger, Zaak
from toegang.rechten import ALLE_RECHTEN
from toegang.vertegenwoordiging import bevoegdheden

Mag = Vertegenwoordiger.Mag
NODIG: dict[str, str] = {
    VerzoekSoort.VERSLAG_TEKENEN: Mag.AANVRAGEN,
    VerzoekSoort.PLAN_AKKOORD: Mag.AANVRAGEN,
    VerzoekSoort.BEZWAAR: Mag.BEZWAAR,
    VerzoekSoort.BEZORGING: Mag.AANVRAGEN,
}


class KanNiet(Exception):
    """Why it was not done, as the citizen reads it."""


def check_bevoegd(verzoek: Verzoek, vandaag: datetime.date) -> None:
    """Who asked may (still) do this for that person; KanNiet when not."""
    door = verzoek.door
    if door.soort == ActorSoort.INWONER and door.inwoner_id == verzoek.inwoner_id:
        mag = mag_zelf(verzoek.inwoner.geboren, vandaag)
    elif door.soort == ActorSoort.VERTEGENWOORDIGER and _in_functie(door.vertegenwoordiger, verzoek, vandaag):
        mag = bevoegdheden(door.vertegenwoordiger, verzoek.inwoner, vandaag)
    else:
        mag = frozenset()
    if NODIG.get(verzoek.soort, Mag.SPREKEN) not in mag:
        raise KanNiet(gettext_noop("U mag dit niet (meer) doen voor deze persoon."))


def _in_functie(wie: Vertegenwoordiger, verzoek: Verzoek, vandaag: datetime.date) -> bool:
    nog = wie.vanaf_op <= vandaag and (wie.tot_op is None or wie.tot_op > vandaag)
    return nog and wie.inwoner_id == verzoek.inwoner_id


def check_van_deze_persoon(zaak: Zaak, verzoek: Verzoek) -> None:
    """The zaak is the inwoner's own."""
    if zaak.dossier.inwoner_id != verzoek.inwoner_id:
        raise KanNiet(gettext_noop("Wij konden dit niet vinden."))


def als_burger(verzoek: Verzoek) -> Actor:
    """The citizen's Actor for the use-case that the desk now runs for him: what he may was judged above, once.

    The use-cases judge colleagues; in this one act nothing of theirs stands in the way, and history names the citizen.
    """
    door = verzoek.door
    door.rechten = ALLE_RECHTEN
    return door
