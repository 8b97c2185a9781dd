"""Who in a team talks with a school or GP, and which addresses are ours; asked through the registry."""

import datetime

from toegang.models import Organisatie
from toegang.onderdelen import Contactpersoon
from wijkteams.models import Gebied, Lidmaatschap, VasteContactpersoon


def vaste_contactpersoon(organisatie: Organisatie) -> VasteContactpersoon | None:
    """The row that holds now; there is one at most."""
    return (
        VasteContactpersoon.objects.filter(organisatie=organisatie, tot_op=None)
        .select_related("wijkteam", "medewerker")
        .first()
    )


def contactpersoon_voor(organisatie: Organisatie, dag: datetime.date) -> Contactpersoon | None:
    """The team, and the colleague as long as he works there; who left is nobody, so that the desk has it."""
    vast = vaste_contactpersoon(organisatie)
    if vast is None:
        return None
    mens = vast.medewerker
    leden = Lidmaatschap.objects.filter(wijkteam=vast.wijkteam, medewerker=mens).op(dag)
    if mens is None or not mens.is_active or not leden.exists():
        return Contactpersoon(vast.wijkteam.naam)
    return Contactpersoon(vast.wijkteam.naam, mens)


def kent_postcode(postcode: str) -> bool:
    """One of our areas; while no areas are filled in nothing is strange."""
    vier = postcode[:4]
    return Gebied.objects.filter(postcode4=vier).exists() or not Gebied.objects.exists()
