"""The work in groups: each a queryset in list order, the roles whose work it is, and rows that read the same."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import DateField, Exists, ExpressionWrapper, OuterRef, QuerySet, Value
from django.db.models.functions import Cast

from toegang.models import Brief, Contactmoment, ContactSoort, Taak, Terugbelbrief, Zaak
from toegang.ontvangst import AAN_DE_VOORDEUR, te_bevestigen
from toegang.rechten import Recht, Rol
from toegang.statussen import BriefStatus, ZaakStatus
from toegang.vaste_vraag import Vorm
from toegang.werkorde import Orde
from toegang.werkrijen import Rij, briefrij, contactrij, taakrij, terugrij, zaakrij

DEZE_WEEK = 7  # days
A, C, T, P, J = Rol.ADMINISTRATIE, Rol.CONSULENT, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR, Rol.JURIST
ROLLEN = (A, C, T, P, J)  # whose work stands here; the others have theirs on Mijn werk
CONTACT, ZAAK, BRIEF, TAAK = "contact", "zaak", "brief", "taak"
ORDES = {
    CONTACT: Orde("ontvangen_op", eerst="gevaar"),
    ZAAK: Orde("eerstvolgende_op"),  # for spoed the day it was reported
    BRIEF: Orde("verzenddatum"),
    TAAK: Orde("uiterlijk_op"),
}


@dataclass(frozen=True)
class Groep(Vorm):
    """A group of work: whose it is, what is in it for this reader, how a row reads, what an empty one says.

    `van`: which of Alles, Mijn, Zonder eigenaar one can choose; `samen`: what can be done to many rows at once.
    """

    naam: str
    titel: str
    leeg: str
    soort: str
    rollen: tuple[Rol, ...]
    lijst: Callable[[Any, datetime.date], QuerySet]
    rij: Callable[[Any], Rij]
    van: tuple[str, ...] = ()
    samen: tuple[str, ...] = ()

    @property
    def orde(self) -> Orde:
        return ORDES[self.soort]


def groepen_voor(lezer) -> list[Groep]:
    """The groups that are this reader's work."""
    return [groep for groep in GROEPEN if lezer.rechten.heeft_rol(*groep.rollen)]


IEDERS = ("alles", "mijn", "zonder")


def contactgroep(
    naam: str, titel: str, leeg: str, welke: Callable[..., QuerySet], *, rollen=(A,), van=IEDERS
) -> Groep:
    """A group of contacts: `welke(contacten, vandaag)` of those that the reader may see."""

    def lijst(lezer, vandaag):
        contacten = welke(Contactmoment.objects.voor(lezer, vandaag), vandaag)
        return ORDES[CONTACT].gesorteerd(contacten.met_pogingen().select_related("inwoner", "opgepakt_door"))

    return Groep(
        naam, titel, leeg, CONTACT, rollen, lijst, lambda contact: contactrij(contact, naam), van=van,
        samen=("oppakken", "overdragen") if A in rollen else (),
    )  # fmt: skip


def zaken_voor(lezer) -> QuerySet:
    """The zaken of which this reader sees the proces, in list order."""
    zaken = Zaak.objects.voor(lezer, Recht.PROCES_INZIEN).select_related("dossier__inwoner", "regisseur")
    return ORDES[ZAAK].gesorteerd(zaken)


def _te_bevestigen(lezer, vandaag):
    return zaken_voor(lezer).filter(*te_bevestigen(), status__in=AAN_DE_VOORDEUR)


def _deze_week(lezer, vandaag):
    eind = ExpressionWrapper(Cast(Value(vandaag), DateField()) + Value(DEZE_WEEK), DateField())
    return zaken_voor(lezer).open().filter(eerstvolgende_op__lte=eind)


def _brieven(lezer, vandaag):
    brieven = Brief.objects.voor(lezer, Recht.UITVOERING_INZIEN).filter(status=BriefStatus.GEMAAKT)
    return ORDES[BRIEF].gesorteerd(brieven.select_related("zaak__dossier__inwoner"))


def _met_terugbelbrief(contacten, vandaag):
    """A letter after three calls that is made, or that no worker could make; it goes from its contact."""
    return contacten.open().filter(Exists(Terugbelbrief.objects.af().filter(contactmoment=OuterRef("pk"))))


def _teruggekomen(lezer, vandaag):
    brieven = Brief.objects.voor(lezer, Recht.UITVOERING_INZIEN).teruggekomen()
    return ORDES[BRIEF].gesorteerd(brieven.select_related("zaak__dossier__inwoner"))


def _aflopend(lezer, vandaag):
    taken = Taak.objects.voor(lezer).open().aflopend()
    return ORDES[TAAK].gesorteerd(taken.select_related("zaak__dossier__inwoner", "medewerker"))


def _taken(lezer, vandaag):
    """Open tasks: mine, of my roles, and of colleagues whose work I may hand over; a contact has its own group."""
    taken = Taak.objects.voor_werk(lezer).open().zonder_eigen_lijst()
    return ORDES[TAAK].gesorteerd(taken.select_related("zaak__dossier__inwoner", "medewerker"))


GROEPEN = [
    contactgroep(
        "nieuw", "Nieuwe contacten", "Geen nieuwe contacten. Alles is opgepakt.", lambda c, _: c.nieuw(), van=()
    ),
    contactgroep(
        "terugbellen", "Terugbellen", "Niemand wacht vandaag nog op een telefoontje.",
        lambda c, vandaag: c.terug_te_bellen(vandaag), rollen=(A, C),
    ),
    contactgroep(
        "post", "Post en e-mail koppelen", "Alle post en e-mail is gekoppeld en opgepakt.",
        lambda c, _: c.post_te_koppelen(),
    ),
    contactgroep(
        "koppelen", "Te koppelen", "Van elk contact is bekend over wie het gaat.", lambda c, _: c.te_koppelen()
    ),
    contactgroep(
        "opgepakt", "Opgepakt", "Geen contact is bij een collega.", lambda c, _: c.opgepakt(), van=("alles", "mijn")
    ),
    contactgroep(
        "bezwaren", "Bezwaren", "Er zijn geen bezwaren te behandelen.",
        lambda c, _: c.open().filter(soort=ContactSoort.BEZWAAR), rollen=(J,), van=(),
    ),
    Groep(
        "bevestigen", "Ontvangst bevestigen", "Van elke melding en aanvraag is de ontvangst bevestigd.", ZAAK, (A,),
        _te_bevestigen, lambda zaak: zaakrij(zaak, "toegang:vraagverheldering"),
    ),
    Groep(
        "verdelen", "Te verdelen", "Elke vraag heeft een regisseur.", ZAAK, (A, T, P),
        lambda lezer, vandaag: zaken_voor(lezer).filter(status=ZaakStatus.TE_VERDELEN), zaakrij,
    ),
    Groep(
        "termijnen", "Termijnen deze week", "Deze week loopt er geen termijn af.", ZAAK, (A, C, T, P), _deze_week,
        zaakrij, van=IEDERS,
    ),
    Groep(
        "brieven", "Klaar voor verzending", "Er liggen geen brieven klaar om te versturen.", BRIEF, (A,),
        _brieven, briefrij,
    ),
    contactgroep(
        "terugbelbrieven", "Terugbelbrieven klaar", "Er ligt geen terugbelbrief klaar om te versturen.",
        _met_terugbelbrief, van=(),
    ),
    Groep(
        "teruggekomen", "Teruggekomen post", "Alle post die terugkwam is afgehandeld.", BRIEF, (A,), _teruggekomen,
        terugrij,
    ),
    Groep(
        "aflopend", "Hulp die afloopt", "Geen hulp loopt af zonder vervolg.", TAAK, (A, T), _aflopend, taakrij
    ),
    Groep(
        "taken", "Taken", "Er staan geen andere taken open.", TAAK, ROLLEN, _taken, taakrij,
        van=IEDERS, samen=("oppakken", "overdragen", "afvinken"),
    ),
]  # fmt: skip


def registreer(groep: Groep, *, voor: str) -> None:
    """A group of a later room, before the group of this name; called once in AppConfig.ready()."""
    if groep not in GROEPEN:
        GROEPEN.insert([g.naam for g in GROEPEN].index(voor), groep)
