"""Load the demo municipality: first the house, then one story a transaction, so that it can go on where it stopped."""

import datetime
import multiprocessing
from collections.abc import Iterable
from random import Random

from django.db import connections, transaction
from django.utils import timezone

from config.demo.bijzonder import BIJZONDER, Bijzonder
from config.demo.gemeente.teams import TEAMS
from config.demo.gemeente.teksten.opvoeden import OPVOEDEN
from config.demo.inrichten import inrichten
from config.demo.mensen import BSNS, mens
from config.demo.opzet import opzet
from config.demo.ploeg import Ploeg
from config.demo.verhaal import Verhaal
from toegang.bsn import blinde_index
from toegang.models import Actor, Inwoner
from toegang.moment import op_moment
from toegang.rechten import Wet
from voorzieningen.usecases.indicaties_starten import indicaties_starten
from wijkteams.models import Medewerker, Wijkteam


class AndereGegevens(Exception):
    """There are colleagues in this database, but they are not those of the demo."""


class Afgebroken(Exception):
    """A part of the work stopped with a mistake; what was told stays."""


def nog_te_vertellen(aantal: int) -> list[int]:
    """The numbers of the people who are not there yet; known by the BSN that belongs to the number."""
    nummer_van = {blinde_index(bsn): nr for nr, bsn in enumerate(BSNS[:aantal])}
    er_zijn = Inwoner.objects.filter(bsn_index__in=list(nummer_van)).values_list("bsn_index", flat=True)
    klaar = {nummer_van[bytes(index or b"")] for index in er_zijn}
    return [nr for nr in range(aantal) if nr not in klaar]


def huis_inrichten(nu: datetime.datetime) -> None:
    """Teams, offer and colleagues, all or nothing; when they are there already, nothing."""
    if Wijkteam.objects.filter(naam=TEAMS[0].naam).exists():
        return
    if Medewerker.objects.exists():
        raise AndereGegevens
    with transaction.atomic(), op_moment(nu - datetime.timedelta(days=400)):
        inrichten(door=Actor.objects.systeem(), vandaag=timezone.localdate(nu))


def vertellen(nummers: Iterable[int], *, zaad: int, nu: datetime.datetime) -> None:
    """The stories with these numbers. The same seed on the same day gives the same municipality."""
    ploeg = Ploeg()
    for nr in nummers:
        with transaction.atomic():
            _verhaal(nr, zaad, ploeg, nu)


def hulp_laten_beginnen(nu: datetime.datetime) -> None:
    """What was granted and has begun since runs, as the nightly job would have done."""
    indicaties_starten(vandaag=timezone.localdate(nu))


def samen_vertellen(nummers: list[int], *, zaad: int, nu: datetime.datetime, processen: int) -> None:
    """The same by several processes side by side."""
    connections.close_all()  # a connection is of one process
    vork = multiprocessing.get_context("fork")
    werkers = [
        vork.Process(target=vertellen, args=(nummers[deel::processen],), kwargs={"zaad": zaad, "nu": nu})
        for deel in range(processen)
    ]
    for werker in werkers:
        werker.start()
    for werker in werkers:
        werker.join()
    if any(werker.exitcode for werker in werkers):
        raise Afgebroken


def _verhaal(nr: int, zaad: int, ploeg: Ploeg, nu: datetime.datetime) -> None:
    """At first every third person is a special one, so that a small municipality has them too."""
    vandaag = timezone.localdate(nu)
    kans = Random(f"{zaad}:{nr}")  # nosec B311: a story, not a secret
    bijzonder = BIJZONDER[nr // 3] if nr % 3 == 2 and nr // 3 < len(BIJZONDER) else Bijzonder("", "")
    thema = OPVOEDEN if bijzonder.wet == Wet.JEUGDWET else None
    o = opzet(nr, kans, vandaag, bijzonder.beurt, thema=thema)
    leeftijd = bijzonder.leeftijd
    velden = mens(nr, kans, vandaag, vanaf=leeftijd or o.thema.vanaf_leeftijd, tot=leeftijd or 91)
    if leeftijd:
        velden |= {"naamgebruik": "E", "heeft_partner": False, "gezag": "12"}
    verhaal = Verhaal(o, velden | bijzonder.velden, ploeg, kans, nu, wet=bijzonder.wet)
    verhaal.na_contact = bijzonder.vooraf
    verhaal.vertellen()
    if bijzonder.achteraf:
        with op_moment(verhaal.nu):
            bijzonder.achteraf(verhaal, ploeg)
