"""The address of a page by its name, for a menu or a list: looked up once a process, filled in with a key."""

from functools import cache
from uuid import UUID

from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

LEEG = UUID(int=0)


def adres_van(naam: str, pk=None) -> str:
    """The address; '' without a name, or when the room that has it is not there."""
    if not naam:
        return ""
    try:
        return adres_of_fout(naam, pk or None)
    except NoReverseMatch:
        return ""


def adres_of_fout(naam: str, pk=None) -> str:
    """The same; NoReverseMatch when there is no such page."""
    if isinstance(pk, UUID):
        voor, na = _rond_de_sleutel(naam, get_urlconf(), get_script_prefix())
        return f"{voor}{pk}{na}"
    if pk is not None:
        return reverse(naam, args=[pk])
    return _zonder(naam, get_urlconf(), get_script_prefix())


@cache
def _rond_de_sleutel(naam: str, urlconf: str | None, voorvoegsel: str) -> list[str]:
    """What stands before and behind the key."""
    return reverse(naam, args=[LEEG]).split(str(LEEG))


@cache
def _zonder(naam: str, urlconf: str | None, voorvoegsel: str) -> str:
    return reverse(naam)
