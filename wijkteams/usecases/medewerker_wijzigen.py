"""The data of a colleague change: names, addresses, function, hours. Roles and teams are acts of their own."""

from decimal import Decimal

from django.db import transaction

from toegang.models import Actor
from wijkteams.models import Dienstverband, Discipline
from wijkteams.usecases.dienstverband_ophalen import dienstverband_vergrendelen
from wijkteams.usecases.medewerker_aanmaken import check_uniek, opslaan

VELDEN: dict[str, str] = {
    "first_name": "voornaam", "last_name": "achternaam", "username": "gebruikersnaam", "email": "e-mail",
    "telefoon": "telefoon", "functie": "functie", "disciplines": "disciplines", "contracturen": "uren per week",
}  # fmt: skip


@transaction.atomic
def medewerker_wijzigen(
    *, dienstverband_id, door: Actor, reden: str = "", versie: int | None = None, **gegevens
) -> Dienstverband:
    """Of a colleague who works here, oneself too. Another e-mail address ends a link that was still open."""
    dienst = dienstverband_vergrendelen(dienstverband_id, door=door, versie=versie, ook_eigen=True)
    mens = dienst.medewerker
    anders = {
        veld: getattr(mens, veld)
        for veld in VELDEN
        if veld in gegevens and _zelfde(getattr(mens, veld)) != _zelfde(gegevens[veld])
    }
    if not anders:
        return dienst
    check_uniek(
        username=gegevens.get("username", mens.username),
        email=gegevens.get("email", mens.email),
        behalve=mens.pk,
    )
    for veld in anders:
        setattr(mens, veld, gegevens[veld])
    opslaan(mens)
    if mens.actor.naam != mens.naam:
        mens.actor.naam = mens.naam
        mens.actor.save(update_fields=["naam"])
    was = ", ".join(f"{VELDEN[veld]} (was {_in_woorden(veld, waarde)})" for veld, waarde in anders.items())
    return dienst.noteren(f"Gewijzigd: {was}", door=door, waarom=reden)


def _zelfde(waarde):
    return sorted(waarde) if isinstance(waarde, list | tuple) else waarde


def _in_woorden(veld: str, waarde) -> str:
    if veld == "disciplines":
        return ", ".join(Discipline(d).label for d in waarde) or "leeg"
    if isinstance(waarde, Decimal):
        return f"{waarde:f}".replace(".", ",")
    return str(waarde) or "leeg"
