"""A jurist takes a bezwaar: it opens that one zaak to him, with the sensitive papers, while it lasts."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.mandaat import meegewerkt
from beschikkingen.models import Bezwaar
from beschikkingen.statussen import BEZWAAR_OVERGANGEN, BezwaarStatus
from beschikkingen.usecases.besluit_oppakken import inzage_eindigen, inzage_geven
from beschikkingen.usecases.bezwaar_ophalen import check_open, uit_de_rij
from toegang.models import Actor, TermijnSoort
from toegang.rechten import Grond, Recht, Rol
from toegang.statussen import check_overgang
from toegang.usecases import taken

LANGSTE = datetime.timedelta(weeks=30)  # term, committee, adjournment and repair together
INBRENG = datetime.timedelta(days=14)


@transaction.atomic
def bezwaar_oppakken(*, bezwaar_id, door: Actor, vandaag: datetime.date) -> Bezwaar:
    """Never by who worked on the besluit (Awb art. 7:5, 10:3 lid 3); taken twice is once."""
    bezwaar = uit_de_rij(bezwaar_id, door=door)
    check_open(bezwaar)
    if door.pk in meegewerkt(bezwaar.besluit):
        raise PermissionDenied(
            "U werkte mee aan dit besluit. Een andere jurist behandelt het bezwaar (Awb 7:5)."
        )
    if bezwaar.behandelaar == door:
        return bezwaar
    if bezwaar.behandelaar is not None:
        raise PermissionDenied(f"{bezwaar.behandelaar.naam} heeft dit bezwaar al opgepakt.")
    check_overgang(BEZWAAR_OVERGANGEN, bezwaar.status, BezwaarStatus.IN_BEHANDELING)
    bezwaar.status, bezwaar.behandelaar = BezwaarStatus.IN_BEHANDELING, door
    bezwaar.bewaren(door=door, reden="bezwaar opgepakt")
    for recht in (Recht.INHOUD_INZIEN, Recht.GEVOELIG_INZIEN):
        inzage_geven(bezwaar.zaak_id, Grond.BEZWAAR, vandaag + LANGSTE, door=door, wat=recht)
    taken.afhandelen("bezwaar_oppakken", bezwaar.pk, door=door)
    zaak, klok = (
        bezwaar.zaak,
        bezwaar.zaak.termijnen.lopend().filter(soort=TermijnSoort.BESLUIT_OP_BEZWAAR).first(),
    )
    taken.klaarzetten(
        "bezwaar_beslissen", f"Beslis op bezwaar {bezwaar.kenmerk}", door=door, zaak=zaak,
        uiterlijk=klok.uiterste_datum if klok else vandaag + INBRENG, adres="beschikkingen:bezwaar",
        adres_pk=bezwaar.pk, medewerker=door.medewerker,
    )  # fmt: skip
    taken.klaarzetten(
        "bezwaar_inbreng", "Geef de feiten voor het bezwaar", door=door, zaak=zaak, uiterlijk=vandaag + INBRENG,
        adres="beschikkingen:bezwaar_inbreng", adres_pk=bezwaar.pk, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else Rol.CONSULENT,
    )  # fmt: skip
    gebeurtenissen.bezwaar_opgepakt(bezwaar, door=door)
    return bezwaar


def bezwaar_loslaten(bezwaar: Bezwaar, *, door: Actor) -> None:
    """It is decided or withdrawn: what the jurist saw of the zaak ends, and so do the tasks. The caller saves it."""
    if bezwaar.behandelaar is not None:
        inzage_eindigen(bezwaar.zaak_id, bezwaar.behandelaar, (Grond.BEZWAAR,))
    for soort in ("bezwaar_oppakken", "bezwaar_beslissen", "bezwaar_inbreng"):
        taken.afhandelen(soort, bezwaar.pk, door=door)
