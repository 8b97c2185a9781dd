"""Grant or refuse a written request to destroy (Wmo 2015 art. 5.3.5 lid 2 and 3)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, TermijnSoort, Vernietigverzoek
from toegang.permissions import check_mag_vernietigverzoek_beoordelen
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen

REDEN_MINSTENS = 10
AL_BEOORDEELD = "Dit verzoek is al beoordeeld. Ververs de pagina."


@transaction.atomic
def vernietigverzoek_beoordelen(
    *,
    zaak_id,
    uitkomst: str,
    door: Actor,
    vandaag: datetime.date,
    weigergrond: str = "",
    reden: str = "",
) -> Vernietigverzoek:
    """Refused ends its clock; granted does not: that runs until it is destroyed, and ends with the zaak."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_vernietigverzoek_beoordelen(door, zaak)
    verzoek = zaak.vernietigverzoeken.open().select_for_update(of=("self",), no_key=True).first()
    if verzoek is None:
        raise OngeldigeOvergang(AL_BEOORDEELD)
    verzoek.uitkomst = Vernietigverzoek.Uitkomst(uitkomst)
    geweigerd = verzoek.uitkomst == Vernietigverzoek.Uitkomst.GEWEIGERD
    if geweigerd:
        if not weigergrond:
            raise ValidationError({"weigergrond": "Kies de grond voor de weigering"})
        if len(reden.strip()) < REDEN_MINSTENS:
            raise ValidationError({"reden": "Schrijf op welk belang of welke wet, in minstens 10 tekens"})
        verzoek.weigergrond = Vernietigverzoek.Weigergrond(weigergrond)
        verzoek.reden = reden.strip()
        klok.halen(zaak, TermijnSoort.VERNIETIGVERZOEK, vandaag, door=door, met="verzoek geweigerd")
    verzoek.beoordeeld_op, verzoek.beoordeeld_door = vandaag, door
    verzoek.bewaren(door=door, reden=f"verzoek {verzoek.get_uitkomst_display().lower()}")
    taken.afhandelen("vernietigverzoek", zaak.pk, door=door)
    gebeurtenissen.vernietigverzoek_beoordeeld(zaak, geweigerd=geweigerd, door=door)
    zaak.bewaren(door=door, reden="verzoek om te vernietigen beoordeeld")
    return verzoek
