"""From the draft to the toetser, through the gate."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.briefsjabloon import geldend_sjabloon
from beschikkingen.models import Besluit
from beschikkingen.poort import open_punten
from beschikkingen.soorten import Aanleiding
from beschikkingen.statussen import BESLUIT_OVERGANGEN, BesluitStatus
from beschikkingen.usecases.ophalen import besluit_om_te_schrijven
from toegang.models import Actor, TermijnSoort
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.usecases import taken


@transaction.atomic
def besluit_ter_toetsing(*, besluit_id, door: Actor, vandaag: datetime.date) -> Besluit:
    """Refused with the whole list while something is missing."""
    besluit = besluit_om_te_schrijven(besluit_id, door=door)
    if besluit.aanleiding == Aanleiding.SPOED:
        raise OngeldigeOvergang("Een spoedbesluit gaat eerst naar de ondertekenaar. De toets komt daarna.")
    check_overgang(BESLUIT_OVERGANGEN, besluit.status, BesluitStatus.TER_TOETSING)
    if mist := open_punten(besluit, vandaag=vandaag):
        raise ValidationError([punt.zin for punt in mist])
    return naar_de_toetser(besluit, door=door, vandaag=vandaag)


def naar_de_toetser(besluit: Besluit, *, door: Actor, vandaag: datetime.date) -> Besluit:
    """The write itself, for a besluit that is locked and whose gate is clean."""
    besluit.sjabloon = geldend_sjabloon(besluit)  # a later version does not change what is checked
    besluit.status = BesluitStatus.TER_TOETSING
    besluit.bewaren(door=door, reden="naar de toetser")
    gebeurtenissen.besluit_ter_toetsing(besluit, door=door)
    taken.afhandelen("besluit_aanpassen", besluit.pk, door=door)
    taak_in_de_rij(
        besluit,
        "besluit_toetsen",
        f"Besluit toetsen: {besluit.kenmerk}",
        Rol.TOETSER,
        door=door,
        vandaag=vandaag,
    )
    return besluit


def uiterlijk(besluit: Besluit, vandaag: datetime.date) -> datetime.date:
    """The last day of the aanvraag's clock; today when it is over, or when there is none."""
    aanvraag = besluit.bezwaar.besluit.aanvraag if besluit.bezwaar else besluit.aanvraag
    soort = TermijnSoort.BESLUIT_OP_BEZWAAR if besluit.bezwaar else TermijnSoort.BESLUIT
    termijn = (
        besluit.zaak.termijnen.lopend()
        .filter(aanvraag=aanvraag, soort=soort)
        .order_by("uiterste_datum")
        .first()
    )
    return max(termijn.uiterste_datum, vandaag) if termijn else vandaag


def taak_in_de_rij(
    besluit: Besluit, soort: str, titel: str, rol: Rol, *, door: Actor, vandaag: datetime.date
) -> None:
    """A task for a role that cannot see the zaak yet: it names the kenmerk, and leads to claiming."""
    taken.klaarzetten(
        soort, titel, door=door, uiterlijk=uiterlijk(besluit, vandaag), adres="beschikkingen:oppakken",
        adres_pk=besluit.pk, rol=rol,
    )  # fmt: skip
