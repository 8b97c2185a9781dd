"""The registry: what each room adds to the dossier page, the figures, the export, the closing of a zaak."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models.expressions import BaseExpression, Combinable

from toegang.rechten import Recht, Rol

Feiten = dict[str, BaseExpression | Combinable]  # by name, an expression on a zaak


@dataclass(frozen=True)
class Paneel:
    """A block on the dossier page, for who holds this right on the zaak.

    `feiten(lezer, vandaag)`: what it reads, for all panels together in one query; `lezen(zaak, feiten, vandaag)` makes
    its context of what was read, and None when there is nothing to show. It asks nothing of the database.
    """

    naam: str
    titel: str
    template: str
    recht: Recht
    feiten: Callable[..., Feiten]
    lezen: Callable[..., dict | None]
    volgorde: int = 50


@dataclass(frozen=True)
class Stap:
    """A next step on a zaak: a link or button, or the sentence that says why it cannot be done now."""

    label: str
    adres: str  # URL name
    pk: Any
    waarom_niet: str = ""
    volgorde: int = 50  # in the flow of the work: help is proposed after the talk


@dataclass(frozen=True)
class Kopregel:
    """A line of the dossier header, for who holds this right on the zaak."""

    label: str
    tekst: str
    recht: Recht


@dataclass(frozen=True)
class Menuregel:
    """An entry of the side menu of a zaak, for who holds this right on it, or one of these roles."""

    label: str
    adres: str  # URL name, takes the zaak's pk
    recht: Recht
    volgorde: int
    rollen: tuple[Rol, ...] = ()


@dataclass(frozen=True)
class Contactpersoon:
    """Whom a referring organisation talks to: a team, and in it perhaps a colleague by name."""

    team: str
    medewerker: Any = None


@dataclass(frozen=True)
class Onderdeel:
    """What one room registers in AppConfig.ready().

    `persoonsgegevens`: model label -> the path from a row to its inwoner, or the paths of which one leads there. The
    inzage export reads along it and the destroyer removes along it; a house test wants every model with `Gegevens` in
    exactly one room.
    `niet_in_inzage`: model label -> filter of its rows that the inzage export leaves out ({}: all of them), because the
    inwoner may not know of them (AVG art. 15, UAVG art. 41); the destroyer takes them along as all others.
    `blokkeert_sluiten(zaak) -> list[str]`: sentences that say why a zaak cannot be closed yet.
    `hulp_zonder_besluit(zaak) -> bool`: help was granted that rests on another's paper, so no decision closes the zaak.
    `bij_sluiten(zaak, door, vandaag)`: the zaak was closed just now: what this room still had open on it ends.
    `blokkeert_intrekken(aanvraag) -> list[str]`, `bij_intrekken(aanvraag, door, vandaag)`: the same for one aanvraag.
    `bij_overlijden(inwoner, door, vandaag)`: what a death holds in this room, as tasks; it ends nothing.
    `bij_heronderzoek(zaak, door)`: a heronderzoek of this zaak began: what waited for that is done.
    `lopende_zaken() -> queryset of zaak ids`: on which zaken something runs, also after the zaak was closed.
    `te_beeindigen(zaak) -> list[Stap]`: what a person may have to end after a death or a move.
    `nu_te_doen(lezer, zaak) -> list[Stap]`: the next steps on a zaak, drawn by the dossier page; it asks nothing of the
    database, but reads `feiten`: name -> expression on a zaak, which the dossier page fetches in the zaak's own query.
    `kopfeiten`: name -> expression on a zaak, which every page of a zaak fetches in the zaak's own query;
    `kopregels(zaak) -> list[Kopregel]` makes lines of the dossier header of them.
    `team_voor(zaak) -> Wijkteam | None`: which team a zaak belongs to (only wijkteams knows).
    `contactpersoon_voor(organisatie, dag) -> Contactpersoon | None`: the fixed contact of who refers.
    `kent_postcode(postcode) -> bool`: whether an address is in one of our areas.
    `cijfers`: its figures of a team, with the list behind each (`toegang.cijfers.Cijfers`).
    `vaste_taken`: kinds of task that stay with the person who has them; `afvinkbaar`: kinds that end when someone says
    that it is done (the others end by the work itself).
    `blijvende_taken`: kinds that stay when the zaak closes, for what goes on while the help runs.
    `teamgenoten(lezer) -> queryset of colleagues`: who shares a team with this reader.
    `menu`: entries of the side menu of a zaak; each URL takes the zaak's pk.
    """

    naam: str
    persoonsgegevens: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    niet_in_inzage: dict[str, dict[str, Any]] = field(default_factory=dict)
    panelen: tuple[Paneel, ...] = ()
    blokkeert_sluiten: Callable[..., list[str]] | None = None
    hulp_zonder_besluit: Callable[..., bool] | None = None
    bij_sluiten: Callable[..., Any] | None = None
    blokkeert_intrekken: Callable[..., list[str]] | None = None
    bij_intrekken: Callable[..., Any] | None = None
    bij_overlijden: Callable[..., Any] | None = None
    bij_heronderzoek: Callable[..., Any] | None = None
    lopende_zaken: Callable[[], Any] | None = None
    te_beeindigen: "Callable[..., list[Stap]] | None" = None
    feiten: Feiten = field(default_factory=dict)
    nu_te_doen: "Callable[..., list[Stap]] | None" = None
    kopfeiten: Feiten = field(default_factory=dict)
    kopregels: "Callable[..., list[Kopregel]] | None" = None
    team_voor: Callable[..., Any] | None = None
    contactpersoon_voor: "Callable[..., Contactpersoon | None] | None" = None
    kent_postcode: Callable[[str], bool] | None = None
    cijfers: Any = None
    vaste_taken: frozenset[str] = frozenset()
    afvinkbaar: frozenset[str] = frozenset()
    blijvende_taken: frozenset[str] = frozenset()
    teamgenoten: Callable[..., Any] | None = None
    menu: "tuple[Menuregel, ...]" = ()


_onderdelen: dict[str, Onderdeel] = {}


def registreer(onderdeel: Onderdeel) -> None:
    _onderdelen[onderdeel.naam] = onderdeel


def alle() -> tuple[Onderdeel, ...]:
    """Every room that registered, in the order of the flow."""
    return tuple(_onderdelen.values())


def panelen() -> list[Paneel]:
    return sorted((p for o in alle() for p in o.panelen), key=lambda p: p.volgorde)


def menu() -> list[Menuregel]:
    return sorted((m for o in alle() for m in o.menu), key=lambda m: m.volgorde)


def paneelfeiten(namen: tuple[str, ...], lezer, vandaag) -> Feiten:
    """What the panels with these names read."""
    mee = [p for p in panelen() if p.naam in namen]
    return {naam: feit for p in mee for naam, feit in p.feiten(lezer, vandaag).items()}


def feiten() -> Feiten:
    """What the next steps of every room need to know: `Zaak.objects….annotate(**feiten())`."""
    return {naam: feit for o in alle() for naam, feit in o.feiten.items()}


def kopfeiten() -> Feiten:
    """What the dossier header of every page needs of the rooms: `Zaak.objects….annotate(**kopfeiten())`."""
    return {naam: feit for o in alle() for naam, feit in o.kopfeiten.items()}


def kopregels(zaak) -> list[Kopregel]:
    """What the rooms add to the header of this zaak (with `kopfeiten`), as far as its reader may see it."""
    regels = [regel for o in alle() if o.kopregels for regel in o.kopregels(zaak)]
    return [regel for regel in regels if zaak.mag(regel.recht)]


def nu_te_doen(lezer, zaak) -> list[Stap]:
    """The next steps on this zaak (with `feiten`) of every room, in the order of the flow."""
    stappen = [stap for o in alle() if o.nu_te_doen for stap in o.nu_te_doen(lezer, zaak)]
    return sorted(stappen, key=lambda stap: stap.volgorde)


def team_voor(zaak):
    """The team that the rooms propose for this zaak, or None."""
    return next((team for o in alle() if o.team_voor and (team := o.team_voor(zaak))), None)


def contactpersoon_voor(organisatie, dag) -> Contactpersoon | None:
    """Whom this organisation talks to on this day; None: the administratie."""
    return next(
        (c for o in alle() if o.contactpersoon_voor and (c := o.contactpersoon_voor(organisatie, dag))), None
    )


def kent_postcode(postcode: str) -> bool:
    """Whether this postcode is one of ours; without a room that knows areas, every one is."""
    return all(o.kent_postcode(postcode) for o in alle() if o.kent_postcode)


def wat_sluiten_blokkeert(zaak) -> list[str]:
    """Every room's reasons why this zaak cannot be closed yet."""
    return [zin for o in alle() if o.blokkeert_sluiten for zin in o.blokkeert_sluiten(zaak)]


def hulp_zonder_besluit(zaak) -> bool:
    """Whether a room granted help on this zaak that rests on no decision."""
    return any(o.hulp_zonder_besluit(zaak) for o in alle() if o.hulp_zonder_besluit)


def bij_sluiten(zaak, *, door, vandaag) -> None:
    """Every room ends what it still had open on this zaak."""
    for onderdeel in alle():
        if onderdeel.bij_sluiten:
            onderdeel.bij_sluiten(zaak=zaak, door=door, vandaag=vandaag)


def wat_intrekken_blokkeert(aanvraag) -> list[str]:
    """Every room's reasons why this one aanvraag cannot be withdrawn now."""
    return [zin for o in alle() if o.blokkeert_intrekken for zin in o.blokkeert_intrekken(aanvraag)]


def bij_intrekken(aanvraag, *, door, vandaag) -> None:
    """Every room ends what it still had open on this aanvraag."""
    for onderdeel in alle():
        if onderdeel.bij_intrekken:
            onderdeel.bij_intrekken(aanvraag=aanvraag, door=door, vandaag=vandaag)


def bij_overlijden(inwoner, *, door, vandaag) -> None:
    """Every room holds what may not go on after a death."""
    for onderdeel in alle():
        if onderdeel.bij_overlijden:
            onderdeel.bij_overlijden(inwoner=inwoner, door=door, vandaag=vandaag)


def bij_heronderzoek(zaak, *, door) -> None:
    """Every room ends what waited for a heronderzoek of this zaak."""
    for onderdeel in alle():
        if onderdeel.bij_heronderzoek:
            onderdeel.bij_heronderzoek(zaak=zaak, door=door)


def zaken_die_lopen() -> list:
    """For every room the zaken on which something runs."""
    return [o.lopende_zaken() for o in alle() if o.lopende_zaken]


def te_beeindigen(zaak, *, behalve: str = "") -> list[Stap]:
    """What a person may have to end, in the order of the flow; `behalve`: not of this room."""
    kamers = [o for o in alle() if o.te_beeindigen and o.naam != behalve]
    stappen = [stap for o in kamers for stap in o.te_beeindigen(zaak)]
    return sorted(stappen, key=lambda stap: stap.volgorde)


def vaste_taken() -> frozenset[str]:
    """Kinds of task that only go along with the dossier."""
    return frozenset().union(*(o.vaste_taken for o in alle()))


def blijvende_taken() -> frozenset[str]:
    """Kinds of task that the closing of a zaak does not end."""
    return frozenset().union(*(o.blijvende_taken for o in alle()))


def afvinkbaar() -> frozenset[str]:
    """Kinds of task that a person may tick off."""
    return frozenset().union(*(o.afvinkbaar for o in alle()))


def teamgenoten(lezer) -> list:
    """For every room the colleagues that share its teams with this reader, as querysets."""
    return [o.teamgenoten(lezer) for o in alle() if o.teamgenoten]
