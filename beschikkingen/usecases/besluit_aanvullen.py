"""Fill in and mend a besluit while it is a draft."""

from django.db import transaction

from beschikkingen.models import Besluit, Uitkomst
from beschikkingen.permissions import waarom_niet_aanvullen
from beschikkingen.usecases.besluit_opstellen import regels_bijwerken
from beschikkingen.usecases.ophalen import besluit_vergrendelen
from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang

VELDEN = (
    "uitkomst", "wat_kunt_u_niet", "blijft_over", "wat_gebeurt_nu", "wat_kan_wel", "bijdrage_besproken", "zienswijze",
    "regels",
)  # fmt: skip


@transaction.atomic
def besluit_aanvullen(
    *, besluit_id, door: Actor, versie: int | None = None, redenen=None, **velden
) -> Besluit:
    """`velden`: the texts; `redenen`: key of a Besluitreden -> text. Raises Verouderd when a colleague was first."""
    besluit = besluit_vergrendelen(besluit_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if reden := waarom_niet_aanvullen(besluit):
        raise OngeldigeOvergang(reden)
    besluit.check_versie(versie)
    if onbekend := velden.keys() - set(VELDEN):
        raise TypeError(f"onbekende velden: {sorted(onbekend)}")
    for naam, waarde in velden.items():
        setattr(besluit, naam, Uitkomst(waarde) if naam == "uitkomst" else waarde)
    redenen = {str(pk): tekst for pk, tekst in (redenen or {}).items()}
    for rij in besluit.redenen.order_by("trede", "pk"):
        tekst = redenen.get(str(rij.pk), rij.tekst)
        if tekst != rij.tekst:
            rij.tekst = tekst
            rij.bewaren(door=door, reden="reden in de brief aangepast")
    regels_bijwerken(besluit, door=door)
    besluit.bewaren(door=door, reden="besluit aangevuld")
    return besluit
