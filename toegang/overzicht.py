"""What the page of a dossier shows: where it stands, what to do now, who is around (reads, never writes)."""

import copy
import datetime
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.template.loader import render_to_string
from django.urls import resolve

from toegang import onderdelen
from toegang.adres import LEEG, adres_van
from toegang.feiten import als, rijen
from toegang.models import Gebeurtenis, Huishoudlid, Inwoner, Taak, Zaak
from toegang.onderdelen import Paneel
from toegang.rechten import RECHT_BIJ_LAAG, Laag, Recht
from toegang.statussen import ZaakStatus
from toegang.vaste_vraag import Vorm, vaste_vraag
from toegang.zaakvraag import zaak_voor

STAPPEN = {
    ZaakStatus.NIEUW: "melding",
    ZaakStatus.VRAAGVERHELDERING: "vraag verhelderen",
    ZaakStatus.TE_VERDELEN: "verdelen",
    ZaakStatus.ONDERZOEK: "gesprek en onderzoek",
    ZaakStatus.BESLUITVORMING: "besluit",
    ZaakStatus.AFGESLOTEN: "afgesloten",
}
NAAM = (
    "voornamen", "voorletters", "voorvoegsel", "geslachtsnaam", "partner_voorvoegsel", "partner_geslachtsnaam",
    "naamgebruik", "adellijke_titel", "geslacht", "partner_titel", "partner_geslacht", "heeft_partner",
)  # fmt: skip
TAAK = (
    "titel", "adres", "adres_pk", "uiterlijk_op", "rol", "medewerker_id", "medewerker__username",
    "medewerker__first_name", "medewerker__last_name",
)  # fmt: skip
GEBEURTENIS = ("op", "om", "zin", "adres", "adres_pk", "zichtbaar", "door_id", "door__naam")
INHOUD = (Recht.INHOUD_INZIEN, Recht.INHOUD_BEWERKEN, Recht.GEVOELIG_INZIEN)


@dataclass(frozen=True)
class Werkregel:
    """One line of "Nu te doen": a link, or the sentence that says why not now."""

    label: str
    url: str = ""
    waarom_niet: str = ""
    uiterlijk_op: Any = None
    wie: str = ""


@dataclass(frozen=True)
class Blok:
    """A panel of a room, drawn by the room's own template."""

    naam: str
    titel: str
    html: str


@vaste_vraag
def zaak_met_feiten(lezer, pk, vandaag: datetime.date) -> QuerySet[Zaak]:
    """The zaak with all that its page reads along with it, in one query."""
    return zaak_voor(lezer, pk, vandaag).annotate(**feiten(lezer))


def feiten(lezer) -> dict:
    """What is read along with a zaak, by name."""
    return {
        **onderdelen.feiten(),
        "feit_huisgenoten": rijen(_leden(), *NAAM, via="inwoner__"),
        "feit_andere_zaken": rijen(
            Zaak.objects.voor(lezer, Recht.PROCES_INZIEN)
            .filter(dossier=OuterRef("dossier_id"))
            .exclude(pk=OuterRef("pk"))
            .order_by("eerstvolgende_op", "pk")[:10],
            "onderwerp", "wet", "gemeld_op", "status",
        ),
        "feit_taken": rijen(_open_taken(), *TAAK),
    }  # fmt: skip


def _leden():
    """Who lives there too, by name only; nobody is read through another, and who is afgeschermd is not named."""
    inwoner = OuterRef("dossier__inwoner_id")
    return (
        Huishoudlid.objects.filter(
            huishouden__leden__inwoner=inwoner,
            huishouden__leden__tot_op=None,
            tot_op=None,
            inwoner__overleden_op="",
        )
        .exclude(inwoner=inwoner)
        .exclude(inwoner__dossier__afgeschermd=True)
        .order_by("inwoner__geboren", "pk")[:12]
    )


def huisgenoten(zaak: Zaak) -> list[Inwoner]:
    return als(Inwoner, zaak.feit_huisgenoten)


def andere_zaken(zaak: Zaak) -> list[Zaak]:
    return als(Zaak, zaak.feit_andere_zaken)


def stappen(zaak: Zaak) -> list[tuple[str, str]]:
    """The way of a zaak with what is done, what is now and what comes."""
    volgorde = list(STAPPEN)
    nu = volgorde.index(ZaakStatus(zaak.status))
    if not zaak.is_open:
        return [(woord, "gedaan") for woord in STAPPEN.values()]
    return [
        (woord, "gedaan" if plek < nu else "nu" if plek == nu else "straks")
        for plek, woord in enumerate(STAPPEN.values())
    ]


def zonder_inhoud(zaak: Zaak) -> Zaak:
    """The same zaak for who has not said why: panels and steps of the content stay closed."""
    dicht = copy.copy(zaak)
    for recht in INHOUD:
        setattr(dicht, f"mag_{recht}", False)
    return dicht


def nu_te_doen(lezer, zaak: Zaak) -> list[Werkregel]:
    """The next steps of every room, then the open tasks of this reader on this zaak."""
    regels = [
        Werkregel(stap.label, url=adres_van(stap.adres, stap.pk), waarom_niet=stap.waarom_niet)
        for stap in onderdelen.nu_te_doen(lezer, zaak)
    ]
    al = {regel.url for regel in regels if regel.url}
    for taak in als(Taak, zaak.feit_taken):
        url = adres_van(taak.adres, taak.adres_pk)
        van_mij = taak.medewerker_id == lezer.medewerker_id or (
            not taak.medewerker_id and taak.rol in lezer.rechten.rollen
        )
        wie = taak.medewerker.naam if taak.medewerker else taak.get_rol_display()
        if not (van_mij and url in al):
            regels.append(
                Werkregel(taak.titel, url if van_mij else "", "", taak.uiterlijk_op, "" if van_mij else wie)
            )
    return regels


def _open_taken() -> QuerySet[Taak]:
    """The work that waits on a zaak, with whose it is."""
    return Taak.objects.open().filter(zaak=OuterRef("pk")).order_by("uiterlijk_op", "pk")[:10]


def blokken(zaak: Zaak, gelezen: dict[str, Any], vandaag: datetime.date) -> list[Blok]:
    """The panels of the rooms that have something to show here: parts of the page, without a form or a menu."""
    uit = []
    for paneel in _panelen(zaak):
        context = paneel.lezen(zaak, gelezen, vandaag)
        if context is not None:
            html = render_to_string(paneel.template, {"zaak": zaak, **context})
            uit.append(Blok(paneel.naam, paneel.titel, html))
    return uit


def _panelen(zaak: Zaak) -> list[Paneel]:
    """Those of which the reader of this zaak holds the right."""
    return [paneel for paneel in onderdelen.panelen() if zaak.mag(paneel.recht)]


@dataclass(frozen=True)
class Blad(Vorm):
    """What a reader gets of the page beside the zaak itself: these panels, these layers of the timeline."""

    panelen: tuple[str, ...]
    lagen: tuple[Laag, ...]


def blad_lezen(lezer, zaak: Zaak, getoond: Zaak, vandaag: datetime.date) -> dict[str, Any]:
    """What the panels (of the zaak as it is shown) and the head of the timeline show, in one query."""
    welk = Blad(tuple(paneel.naam for paneel in _panelen(getoond)), _lagen(zaak))
    gelezen = _blad(lezer=lezer, pk=zaak.pk, vandaag=vandaag, welk=welk)
    if not gelezen:  # destroyed since the zaak itself was read
        raise Zaak.DoesNotExist
    return gelezen[0].__dict__


@vaste_vraag
def _blad(lezer, pk, vandaag: datetime.date, welk: Blad) -> QuerySet[Zaak]:
    laatste = _gebeurtenissen(OuterRef("pk"), welk.lagen)[:5]
    return (
        Zaak.objects.filter(pk=pk)
        .only("pk")
        .annotate(
            feit_laatste=rijen(laatste, *GEBEURTENIS),
            **onderdelen.paneelfeiten(welk.panelen, lezer, vandaag),
        )
    )


def _lagen(zaak: Zaak) -> tuple[Laag, ...]:
    """The layers of the timeline that this reader may see."""
    return (Laag.CONTACT, *(laag for laag, recht in RECHT_BIJ_LAAG.items() if zaak.mag(recht)))


def gebeurtenissen(zaak: Zaak) -> QuerySet[Gebeurtenis]:
    """The timeline as far as this reader may see its layers; newest first."""
    return _gebeurtenissen(zaak, _lagen(zaak)).select_related("door")


def _gebeurtenissen(zaak, lagen: tuple[Laag, ...]) -> QuerySet[Gebeurtenis]:
    return Gebeurtenis.objects.filter(zaak=zaak, laag__in=lagen).order_by("-op", "-id")


def laatste_gebeurtenissen(zaak: Zaak, gelezen: dict[str, Any]) -> list[Gebeurtenis]:
    """The head of the timeline, each event with its address."""
    return met_url(als(Gebeurtenis, gelezen["feit_laatste"]), zaak)


def met_url(rijen, zaak: Zaak) -> list[Gebeurtenis]:
    """Each event with the address of what it is about, when this reader may open the layer of that page."""
    rijen = list(rijen)
    for rij in rijen:
        recht = _recht_voor(rij.adres)
        rij.url = adres_van(rij.adres, rij.adres_pk) if recht is None or zaak.mag(recht) else ""
    return rijen


@cache
def _recht_voor(adres: str) -> Recht | None:
    """What one needs for the page with this name: the right of its layer."""
    url = adres_van(adres, LEEG)
    return RECHT_BIJ_LAAG.get(getattr(resolve(url).func, "laag", None)) if url else None
