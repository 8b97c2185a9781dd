"""Write in a draft of a letter template."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Sjabloon
from beschikkingen.permissions import check_mag_sjabloon_schrijven
from beschikkingen.sjabloondelen import MEESTE_BLOKKEN, Blok, als_rijen, fouten_in
from beschikkingen.statussen import SjabloonStatus
from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang


@transaction.atomic
def sjabloon_bewaren(
    *, sjabloon_id, door: Actor, blokken: Sequence[Blok], regels: str | None = None, versie: int | None = None
) -> Sjabloon:
    """Only text that can be read is kept; what the law asks may still be missing until it is offered.

    `regels`: the articles of the verordening that stand in a besluit of this kind (Awb art. 3:47); None leaves them.

    Raises Verouderd when another window was first, ValidationError with the sentences of every block.
    """
    sjabloon = Sjabloon.objects.select_related("opgesteld_door").vergrendelen(sjabloon_id)
    check_mag_sjabloon_schrijven(door, sjabloon)
    if sjabloon.status != SjabloonStatus.CONCEPT:
        raise OngeldigeOvergang(waarom_niet_schrijven(sjabloon))
    sjabloon.check_versie(versie)
    if zinnen := [z for b in blokken for per_veld in fouten_in(b).values() for z in per_veld]:
        raise ValidationError(zinnen)
    if len(blokken) > MEESTE_BLOKKEN:
        raise ValidationError(
            f"Meer dan {MEESTE_BLOKKEN} blokken in een brief kan niet. Haal er een paar weg."
        )
    rijen = als_rijen(blokken)
    artikelen = sjabloon.regels if regels is None else regels.strip()
    if (rijen, artikelen) == (sjabloon.blokken, sjabloon.regels):
        return sjabloon
    sjabloon.blokken, sjabloon.regels = rijen, artikelen
    return sjabloon.bewaren(door=door, reden="tekst aangepast")


def waarom_niet_schrijven(sjabloon: Sjabloon) -> str:
    """Why the text cannot change now; empty when it can."""
    return {
        SjabloonStatus.CONCEPT: "",
        SjabloonStatus.TER_GOEDKEURING: "Deze versie wacht op goedkeuring. Haal haar eerst terug om haar te wijzigen.",
        SjabloonStatus.GOEDGEKEURD: "Deze versie is in gebruik en verandert niet meer. Maak een nieuwe versie.",
        SjabloonStatus.VERVANGEN: "Deze versie is niet meer in gebruik. Maak een nieuwe versie.",
    }[SjabloonStatus(sjabloon.status)]
