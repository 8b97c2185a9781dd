"""From the draft straight to who signs: two people decide at once, the check comes afterwards (Wmo 2015 art. 2.3.3)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.briefsjabloon import geldend_sjabloon
from beschikkingen.models import Besluit
from beschikkingen.poort import open_punten
from beschikkingen.soorten import Aanleiding
from beschikkingen.statussen import BESLUIT_OVERGANGEN, BesluitStatus
from beschikkingen.usecases.besluit_ter_toetsing import taak_in_de_rij
from beschikkingen.usecases.ophalen import besluit_om_te_schrijven
from toegang.models import Actor
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.usecases import taken


@transaction.atomic
def spoedbesluit_ter_ondertekening(*, besluit_id, door: Actor, vandaag: datetime.date) -> Besluit:
    """Only spoed goes this way; refused with the whole list while something is missing."""
    besluit = besluit_om_te_schrijven(besluit_id, door=door)
    if besluit.aanleiding != Aanleiding.SPOED:
        raise OngeldigeOvergang("Dit besluit gaat eerst naar de toetser. Alleen spoed gaat meteen door.")
    check_overgang(BESLUIT_OVERGANGEN, besluit.status, BesluitStatus.TER_ONDERTEKENING)
    if mist := open_punten(besluit, vandaag=vandaag):
        raise ValidationError([punt.zin for punt in mist])
    besluit.sjabloon = geldend_sjabloon(besluit)  # a later version does not change what is checked
    besluit.status = BesluitStatus.TER_ONDERTEKENING
    besluit.bewaren(door=door, reden="met spoed naar de ondertekenaar")
    gebeurtenissen.besluit_met_spoed(besluit, door=door)
    taken.afhandelen("besluit_aanpassen", besluit.pk, door=door)
    taak_in_de_rij(
        besluit, "besluit_ondertekenen", f"Spoed. Besluit ondertekenen: {besluit.kenmerk}", Rol.ONDERTEKENAAR,
        door=door, vandaag=vandaag,
    )  # fmt: skip
    return besluit
