"""What the inwoner says about being reached holds for every later screen and letter."""

from django.db import transaction
from django.utils import timezone

from toegang.hulpwensen import hulpwensen
from toegang.models import Actor, Bereik, Contactmoment, ContactSoort, Inwoner
from toegang.models.bulk import wijzigen_met_historie
from toegang.moment import nu
from toegang.usecases.inwoner_wijzigen import wachtende_brieven

REDEN = "bereikbaarheid doorgegeven"


@transaction.atomic
def wensen_overnemen(*, contact: Contactmoment, door: Actor) -> None:
    """From the contact to its inwoner, in the contact's transaction; not when another person speaks for him."""
    inwoner = contact.inwoner
    if inwoner is None or spreekt_een_ander(contact):
        return
    gezegd = gezegde_wensen(contact)
    anders = {veld: waarde for veld, waarde in gezegd.items() if getattr(inwoner, veld) != waarde}
    if not anders:
        return
    for veld, waarde in anders.items():
        setattr(inwoner, veld, waarde)
    wijzigen_met_historie(Inwoner.objects.filter(pk=inwoner.pk), door=door, reden=REDEN, **anders)
    inwoner.versie += 1
    _post(inwoner, anders, door=door)


@transaction.atomic
def wensen_terugdraaien(*, contact: Contactmoment, door: Actor) -> None:
    """The contact was not about this inwoner: what was taken over from it becomes again what it was before.

    Only what still stands as the contact said it, and was written by taking over; what a colleague wrote since stays.
    """
    inwoner = contact.inwoner
    if inwoner is None or spreekt_een_ander(contact):
        return
    rijen = list(inwoner.history.order_by("-history_id")[:200])
    terug = {}
    for veld, waarde in gezegde_wensen(contact).items():
        if getattr(inwoner, veld) == waarde and (vorige := _ervoor(rijen, veld, waarde)) is not None:
            terug[veld] = vorige
    if not terug:
        return
    for veld, waarde in terug.items():
        setattr(inwoner, veld, waarde)
    inwoner.bewaren(door=door, reden="bereikbaarheid hersteld: het contact ging over een ander")
    _post(inwoner, terug, door=door)


def _post(inwoner: Inwoner, anders: dict, *, door: Actor) -> None:
    """Letters that wait go along with what was said about post."""
    if "veilig_contact_post" in anders:
        wachtende_brieven(inwoner, door=door, vandaag=timezone.localdate(nu()))


def spreekt_een_ander(contact: Contactmoment) -> bool:
    """Then the number and the wishes are of the caller, not of the inwoner."""
    return bool(
        contact.namens_naam
        or contact.namens_relatie
        or contact.organisatie_id
        or contact.soort == ContactSoort.SIGNAAL
    )


def gezegde_wensen(contact: Contactmoment) -> dict[str, str | bool]:
    """What the caller said about himself, as fields of the inwoner."""
    gezegd: dict[str, str | bool] = {
        "telefoon": contact.telefoon, "veilig_contact": contact.contactwens, "e_mail": contact.e_mail,
    }  # fmt: skip
    if contact.bereik:
        gezegd["bereik"] = Bereik(contact.bereik)
    gezegd |= hulpwensen(contact.hulp_nodig)
    if gezegd.get("bereik") == Bereik.BRIEF and contact.bereik == Bereik.BELLEN:
        # Post on paper is what goes then; "only by letter" would end the calls.
        gezegd["bereik"] = Bereik.BELLEN
    return {veld: waarde for veld, waarde in gezegd.items() if waarde}


def _ervoor(rijen, veld: str, waarde):
    """The value before this one, when taking over brought it (newest row first); None when it did not."""
    nieuwer = None
    for rij in rijen:
        if getattr(rij, veld) != waarde:
            return getattr(rij, veld) if nieuwer and nieuwer.history_change_reason == REDEN else None
        nieuwer = rij
    return None
