"""The switch and the text blocks, as the tests of the visit use them."""

from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from toegang.rechten import Rol
from wijkteams.usecases.tekstblok_vastleggen import tekstblok_vastleggen


def tafelstand(client, zaak, stand: str, terug: str = ""):
    """Press the switch."""
    return client.post(
        reverse("toegang:tafelstand", args=[zaak.pk]),
        {"stand": stand, "terug": terug, "formuliernaam": "tafelstand"},
    )


def vaste_tekst(veld: str, tekst: str, **anders):
    """A text block of the beheerder."""
    beheer = MedewerkerFabriek(rollen=[Rol.BEHEERDER])
    return tekstblok_vastleggen(door=beheer.actor, titel=tekst[:80], veld=veld, tekst=tekst, **anders)
