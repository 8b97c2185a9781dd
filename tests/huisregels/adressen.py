"""Every address of the application, as the resolver knows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Adres:
    """One URL pattern: its full name, its route, what it takes and what it calls."""

    naam: str
    route: str
    kenmerken: tuple[str, ...]
    view: Callable


def alle_adressen(urlconf: str | None = None) -> list[Adres]:
    """Of the application, or of another URL configuration."""
    return list(_onder(get_resolver(urlconf), "", ""))


def _onder(oplosser: URLResolver, route: str, ruimte: str) -> Iterator[Adres]:
    for patroon in oplosser.url_patterns:
        pad = route + str(patroon.pattern)
        if isinstance(patroon, URLResolver):
            binnen = f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte
            yield from _onder(patroon, pad, binnen)
        elif isinstance(patroon, URLPattern):
            kenmerken = tuple(patroon.pattern.converters)
            yield Adres(f"{ruimte}{patroon.name or ''}", pad, kenmerken, patroon.callback)
