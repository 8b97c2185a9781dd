"""One clock a zaak for what providers wait for: that of the open request that has to be answered first."""

import datetime

from toegang.models import Actor, TermijnSoort, Zaak
from toegang.termijnregels import GeenRegel
from toegang.usecases import klok
from voorzieningen.models import Toewijzingsverzoek

SOORT = TermijnSoort.VERZOEK_AANBIEDER
ANDERE = tuple(soort for soort in TermijnSoort if soort != SOORT)
IN_ONDERZOEK = "verzoek_aanbieder_in_onderzoek"  # OP346: eight weeks, counted from receipt
Kenmerk = tuple[datetime.date, str]


def regelsoort(verzoek: Toewijzingsverzoek) -> str:
    """The row of the table of terms."""
    return IN_ONDERZOEK if verzoek.in_onderzoek_op else str(SOORT)


def kenmerk(zaak: Zaak, verzoek: Toewijzingsverzoek) -> Kenmerk:
    """What a clock of this request is known by: its first day and its article."""
    try:
        return verzoek.ontvangen_op, klok.regel_van(zaak, regelsoort(verzoek), verzoek.ontvangen_op).artikel
    except GeenRegel:
        return verzoek.ontvangen_op, ""


def termijn_bijwerken(
    zaak: Zaak, *, door: Actor, vandaag: datetime.date, klaar: Kenmerk | None = None
) -> None:
    """After a request came or got an answer (`klaar`: as it was known until then); the caller saves the zaak."""
    eerste = (
        zaak.toewijzingsverzoeken.filter(antwoord="").order_by("uiterlijk_op", "ontvangen_op", "pk").first()
    )
    lopend = zaak.termijnen.lopend().filter(soort=SOORT).first()
    if lopend is not None:
        van = (lopend.begint_op, lopend.artikel)
        if eerste is not None and van == kenmerk(zaak, eerste):
            return
        if van == klaar:
            klok.halen(zaak, SOORT, vandaag, door=door, met="verzoek beantwoord")
        else:
            klok.vervallen(zaak, vandaag, door=door, behalve=ANDERE, reden="een ander verzoek gaat voor")
    if eerste is not None:
        klok.starten(zaak, SOORT, eerste.ontvangen_op, door=door, regelsoort=regelsoort(eerste))
