"""What the inwoner says about being reached holds for every later screen and letter."""

from django.db import transaction

from toegang.hulpwensen import hulpwensen
from toegang.models import Actor, Bereik, Contactmoment


@transaction.atomic
def wensen_overnemen(*, contact: Contactmoment, door: Actor) -> None:
    """From the contact to its inwoner, in the contact's transaction; not when another person speaks for him."""
    inwoner = contact.inwoner
    if inwoner is None or contact.namens_naam:
        return
    gezegd: dict[str, str | bool] = {"telefoon": contact.telefoon, "veilig_contact": contact.contactwens}
    if contact.bereik:
        gezegd["bereik"] = Bereik(contact.bereik)
    gezegd |= hulpwensen(contact.hulp_nodig)
    anders = {veld: waarde for veld, waarde in gezegd.items() if waarde and getattr(inwoner, veld) != waarde}
    if not anders:
        return
    for veld, waarde in anders.items():
        setattr(inwoner, veld, waarde)
    inwoner.bewaren(door=door, reden="bereikbaarheid doorgegeven")
