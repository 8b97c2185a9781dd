"""The onderzoek of a zaak, begun with the first visit or the first words of the talk."""

import datetime

from toegang.models import Actor, Zaak
from wijkteams import gebeurtenissen
from wijkteams.models import Onderzoek


def onderzoek_beginnen(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> Onderzoek:
    """The onderzoek that is there, locked, or a new one. The zaak is locked by the caller."""
    bestaand = Onderzoek.objects.filter(zaak=zaak).select_for_update(of=("self",), no_key=True).first()
    if bestaand:
        return bestaand
    onderzoek = Onderzoek(zaak=zaak, begonnen_op=vandaag).bewaren(door=door, reden="onderzoek begonnen")
    gebeurtenissen.onderzoek_begonnen(zaak, door=door)
    return onderzoek


def check_onderzoek_versie(onderzoek: Onderzoek, versie: int | None) -> None:
    """0 is a form opened before there were words: an onderzoek that only has a visit is no clash."""
    if versie == 0 and onderzoek.versie == 1:
        return
    onderzoek.check_versie(versie)
