"""The work of the administratie in groups: each a queryset in list order, and rows that read the same."""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan
from django.urls import NoReverseMatch, reverse

from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Brief, Contactmoment, Taak, Zaak
from toegang.rechten import Recht
from toegang.regels import BEGINT_MET_MELDING
from toegang.statussen import BriefStatus, ZaakStatus

DEZE_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Uiterlijk:
    """A day by which something is done, for the badge of a term."""

    uiterste_datum: datetime.date
    gehaald_op: datetime.date | None = None
    stil_sinds: datetime.date | None = None
    wacht_op: str = ""


@dataclass(frozen=True)
class Rij:
    """One row of any group; `sleutel` is where the next page begins."""

    naam: str
    url: str
    wat: str
    sinds: datetime.date
    uiterlijk: Uiterlijk | None
    sleutel: str
    spoed: bool = False
    zaak: Zaak | None = None
    inwoner_id: uuid.UUID | None = None


@dataclass(frozen=True)
class Groep:
    """A group of work: what is in it for this reader, how it pages, how a row reads, what an empty one says."""

    naam: str
    titel: str
    leeg: str
    lijst: Callable[[Any, datetime.date], QuerySet]
    rij: Callable[[Any], Rij]
    na: Callable[[QuerySet, bool, datetime.date, uuid.UUID], QuerySet]


def bladzijde(groep: Groep, vraag: QuerySet, na: str, per: int = 25) -> tuple[list[Rij], str]:
    """At most 25 rows after `na`, and the key of the next page or ''."""
    if sleutel := _gelezen(na):
        vraag = groep.na(vraag, *sleutel)
    gevonden = list(vraag[: per + 1])
    rijen = [groep.rij(ding) for ding in gevonden[:per]]
    return rijen, rijen[-1].sleutel if len(gevonden) > per else ""


def _sleutel(spoed: bool, op: datetime.date, pk) -> str:
    return f"{int(spoed)}_{op}_{pk}"


def _gelezen(na: str) -> tuple[bool, datetime.date, uuid.UUID] | None:
    """What `_sleutel` wrote; anything else is the first page."""
    try:
        spoed, op, pk = na.split("_")
        return spoed == "1", datetime.date.fromisoformat(op), uuid.UUID(pk)
    except ValueError:
        return None


def _adres(naam: str, pk) -> str:
    """The address of a later room, or nothing when that room is not there."""
    try:
        return reverse(naam, args=[pk] if pk else [])
    except NoReverseMatch:
        return ""


def _contacten(vraag: QuerySet) -> QuerySet:
    return (
        vraag.met_pogingen()
        .select_related("inwoner", "opgepakt_door")
        .order_by("-gevaar", "ontvangen_op", "pk")
    )


def _contactrij(contact: Contactmoment, groep: str) -> Rij:
    """`groep` comes along in the address: after the act the page names the next one of that group."""
    if contact.inwoner:
        naam = contact.inwoner.naam.weergave()
    else:
        naam = "Zonder naam" if contact.anoniem else contact.te_koppelen_naam
    wat = f"{contact.get_soort_display()}, {contact.get_kanaal_display().lower()}"
    if groep == "terugbellen":
        wat = f"{contact.gemist + 1}e poging. {wat}"
    if contact.opgepakt_door_id:
        wat += f", bij {contact.opgepakt_door.naam}"
    adres = reverse("toegang:contact", args=[contact.pk])
    return Rij(
        naam=naam, url=f"{adres}?groep={groep}", sinds=contact.ontvangen_op, spoed=contact.gevaar, wat=wat,
        uiterlijk=Uiterlijk(contact.terugbellen_op) if contact.terugbellen_op else None,
        sleutel=_sleutel(contact.gevaar, contact.ontvangen_op, contact.pk), inwoner_id=contact.inwoner_id,
    )  # fmt: skip


def _contacten_na(vraag, spoed, op, pk):
    return vraag.na(spoed, op, pk)


def _zaakrij(zaak: Zaak, adres: str = "toegang:zaak") -> Rij:
    termijn = None if zaak.eerstvolgende_op.year == 9999 else Uiterlijk(zaak.eerstvolgende_op)
    return Rij(
        naam=zaak.dossier.inwoner.naam.weergave(), url=reverse(adres, args=[zaak.pk]), spoed=zaak.spoed,
        wat=f"{zaak.get_wet_display()}, {zaak.get_status_display().lower()}", sinds=zaak.gemeld_op, uiterlijk=termijn,
        sleutel=_sleutel(False, zaak.eerstvolgende_op, zaak.pk), zaak=zaak,
    )  # fmt: skip


def _zaken(lezer) -> QuerySet:
    return Zaak.objects.voor(lezer, Recht.PROCES_INZIEN).select_related("dossier__inwoner")


def _te_bevestigen(lezer, vandaag):
    brief = Brief.objects.filter(zaak=OuterRef("pk"), soort=Ontvangstbevestiging.soort)
    return (
        _zaken(lezer)
        .filter(status__in=(ZaakStatus.NIEUW, ZaakStatus.VRAAGVERHELDERING), wet__in=BEGINT_MET_MELDING)
        .filter(~Exists(brief.exclude(status=BriefStatus.VERVALLEN)))
        .order_by("eerstvolgende_op", "pk")
    )


def _te_verdelen(lezer, vandaag):
    return _zaken(lezer).filter(status=ZaakStatus.TE_VERDELEN).order_by("eerstvolgende_op", "pk")


def _deze_week(lezer, vandaag):
    return (
        _zaken(lezer)
        .open()
        .filter(eerstvolgende_op__lte=vandaag + DEZE_WEEK)
        .order_by("eerstvolgende_op", "pk")
    )


def _zaken_na(vraag, spoed, op, pk):
    return vraag.na(op, pk)


def _brieven(lezer, vandaag):
    return (
        Brief.objects.voor(lezer, Recht.UITVOERING_INZIEN)
        .filter(status=BriefStatus.GEMAAKT)
        .select_related("zaak__dossier__inwoner")
        .order_by("verzenddatum", "pk")
    )


def _briefrij(brief: Brief) -> Rij:
    return Rij(
        naam=brief.zaak.dossier.inwoner.naam.weergave(), url=_adres("toegang:brief", brief.pk), wat=brief.onderwerp,
        sinds=brief.zaak.gemeld_op, uiterlijk=Uiterlijk(brief.verzenddatum), zaak=brief.zaak,
        sleutel=_sleutel(False, brief.verzenddatum, brief.pk),
    )  # fmt: skip


def _brieven_na(vraag, spoed, op, pk):
    return vraag.filter(TupleGreaterThan(Tuple("verzenddatum", "pk"), (op, pk)))


def _taken(lezer, vandaag):
    """Open tasks; a contact has its own group."""
    return (
        Taak.objects.voor(lezer)
        .open()
        .exclude(zaak=None, contactmoment__isnull=False)
        .select_related("zaak__dossier__inwoner")
        .order_by("uiterlijk_op", "pk")
    )


def _taakrij(taak: Taak) -> Rij:
    return Rij(
        naam=taak.zaak.dossier.inwoner.naam.weergave() if taak.zaak else "Zonder zaak",
        url=_adres(taak.adres, taak.adres_pk), wat=taak.titel, uiterlijk=Uiterlijk(taak.uiterlijk_op), zaak=taak.zaak,
        sinds=taak.zaak.gemeld_op if taak.zaak else taak.uiterlijk_op,
        sleutel=_sleutel(False, taak.uiterlijk_op, taak.pk),
    )  # fmt: skip


def _taken_na(vraag, spoed, op, pk):
    return vraag.filter(TupleGreaterThan(Tuple("uiterlijk_op", "pk"), (op, pk)))


def contactgroep(naam: str, titel: str, leeg: str, welke: Callable[..., QuerySet]) -> Groep:
    """A group of contacts: `welke(contacten, vandaag)` of those that the reader may see."""
    return Groep(
        naam, titel, leeg,
        lambda lezer, vandaag: _contacten(welke(Contactmoment.objects.voor(lezer), vandaag)),
        lambda contact: _contactrij(contact, naam), _contacten_na,
    )  # fmt: skip


GROEPEN = (
    contactgroep(
        "nieuw", "Nieuwe contacten", "Geen nieuwe contacten. Alles is opgepakt.", lambda c, _: c.nieuw()
    ),
    contactgroep(
        "terugbellen", "Terugbellen", "Niemand wacht vandaag nog op een telefoontje.",
        lambda c, vandaag: c.terug_te_bellen(vandaag),
    ),
    contactgroep(
        "post", "Post en e-mail koppelen", "Alle post en e-mail is gekoppeld en opgepakt.",
        lambda c, _: c.post_te_koppelen(),
    ),
    contactgroep(
        "koppelen", "Te koppelen", "Van elk contact is bekend over wie het gaat.", lambda c, _: c.te_koppelen()
    ),
    contactgroep("opgepakt", "Opgepakt", "Geen contact is bij een collega.", lambda c, _: c.opgepakt()),
    Groep(
        "bevestigen", "Meldingen bevestigen", "Van elke melding is de ontvangst bevestigd.",
        _te_bevestigen, lambda zaak: _zaakrij(zaak, "toegang:vraagverheldering"), _zaken_na,
    ),
    Groep("verdelen", "Te verdelen", "Elke zaak heeft een regisseur.", _te_verdelen, _zaakrij, _zaken_na),
    Groep(
        "termijnen", "Termijnen deze week", "Deze week loopt er geen termijn af.", _deze_week, _zaakrij, _zaken_na
    ),
    Groep(
        "brieven", "Klaar voor verzending", "Er liggen geen brieven klaar om te versturen.",
        _brieven, _briefrij, _brieven_na,
    ),
    Groep("taken", "Taken", "Er staan geen andere taken open.", _taken, _taakrij, _taken_na),
)  # fmt: skip
