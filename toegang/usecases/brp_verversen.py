"""Each night the BRP is asked about everybody for whom something runs; PostgreSQL knows who was asked."""

import datetime
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from toegang import onderdelen
from toegang.brp_antwoord import persoon_uit_antwoord
from toegang.brp_client import BrpClient, client
from toegang.brp_fouten import BrpFout, BrpOnleesbaar, BrpVraagFout
from toegang.brp_vragen import DOELBINDING, HOOGSTENS, raadplegen
from toegang.bsn import OnleesbaarBsn
from toegang.inzagelog import Inzageblad
from toegang.lo3_persoon import Persoon
from toegang.models import Actor, Brpstand, Inwoner, Zaak
from toegang.rechten import Laag, Rol
from toegang.rijen import rij_voor_rij
from toegang.usecases import taken
from toegang.usecases.brp_gevolgen_verwerken import lopende_zaken
from toegang.usecases.brp_overnemen import brp_overnemen

log = structlog.get_logger("toegang.brp")
SLOT = (
    5_839_002  # advisory lock: one round at a time; it goes by itself with the connection of who was killed
)
GEVONDEN, NIET_GEVONDEN, ONLEESBAAR, MISLUKT = "gevonden", "niet_gevonden", "onleesbaar", "mislukt"


@dataclass
class Ronde:
    """What one round did; `fout` says why it stopped before all were asked."""

    gevraagd: int = 0
    gewijzigd: int = 0
    niet_gevonden: int = 0
    onleesbaar: int = 0
    mislukt: int = 0
    bezig: bool = False  # another round runs: nothing was done
    fout: str = ""


def te_verversen(nacht: datetime.date) -> QuerySet[Inwoner]:
    """Alive, with a BSN, not asked this night: who has an open zaak or running help, and whom the desk typed in.

    The last were registered by hand, often because the BRP was silent; they are asked once. Who waited longest goes
    first.
    """
    zaken = Zaak.objects.filter(dossier__inwoner=OuterRef("pk"))
    iets = Q(Exists(zaken.open()))
    for lopend in onderdelen.zaken_die_lopen():
        iets |= Q(Exists(zaken.filter(pk__in=lopend)))
    aan_de_balie = Q(bron="desk", brpstand=None)
    return (
        Inwoner.objects.huidige()
        .filter(iets | aan_de_balie, bsn_index__isnull=False, overleden_op="")
        .exclude(brpstand__nacht=nacht)
        .order_by(F("brpstand__nacht").asc(nulls_first=True), "pk")
    )


def brp_verversen(
    *, nu: datetime.datetime, doorgaan: Callable[[], bool] = lambda: True, vrager: BrpClient | None = None
) -> Ronde:
    """Twenty at a time until all were asked, `doorgaan` says no, or the BRP is silent: then the next call goes on.

    Each person is changed and marked as asked in one transaction, so a round that is killed does nobody twice.
    """
    ronde, nacht = Ronde(), timezone.localdate(nu)
    with _alleen() as vrij:
        if not vrij:
            ronde.bezig = True
            return ronde
        vrager = vrager or client()
        verzoek = uuid.uuid4()
        pks = list(te_verversen(nacht).values_list("pk", flat=True))
        for begin in range(0, len(pks), HOOGSTENS):
            if not doorgaan():
                break
            groep = list(Inwoner.objects.filter(pk__in=pks[begin : begin + HOOGSTENS]).order_by("pk"))
            try:
                _groep(groep, vrager, ronde, nu=nu, verzoek=verzoek)
            except BrpFout as fout:
                ronde.fout = fout.zin
                log.warning("brp_ronde_gestopt", fout=fout.wat)
                break
    return ronde


@contextmanager
def _alleen() -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [SLOT])
        vrij = cursor.fetchone()[0]
    try:
        yield vrij
    finally:
        if vrij:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [SLOT])


def _groep(groep: list[Inwoner], vrager: BrpClient, ronde: Ronde, *, nu, verzoek: UUID) -> None:
    """One question. When it cannot be read, each person apart: one bad record does not stop the others."""
    _opschrijven(groep, verzoek)
    bsns = _bsns(groep, ronde, nu)
    if not bsns:
        return
    gekregen: dict[str, dict] | None = None
    try:
        gekregen = {str(p.get("burgerservicenummer")): p for p in vrager.vraag(raadplegen(bsns))}
    except (BrpOnleesbaar, BrpVraagFout):
        if len(groep) > 1:
            for inwoner in groep:
                _groep([inwoner], vrager, ronde, nu=nu, verzoek=verzoek)
            return
    for uitkomst, gewijzigd in rij_voor_rij(
        bsns.items(),
        lambda rij: _een(*rij, gekregen, nu=nu),
        anders=lambda rij, fout: _mislukt(rij[1], fout, nu),
    ):
        ronde.gevraagd += 1
        ronde.gewijzigd += gewijzigd
        if uitkomst in (NIET_GEVONDEN, ONLEESBAAR, MISLUKT):
            setattr(ronde, uitkomst, getattr(ronde, uitkomst) + 1)


def _bsns(groep: list[Inwoner], ronde: Ronde, nu: datetime.datetime) -> dict[str, UUID]:
    """Whose BSN can be read; a row of which the key is gone is marked, and nobody waits for it."""
    uit = {}
    for inwoner in groep:
        try:
            uit[inwoner.bsn] = inwoner.pk
        except OnleesbaarBsn:
            ronde.mislukt += 1
            with transaction.atomic():
                _merken(_stand(inwoner.pk), MISLUKT, nu)
    return uit


def _opschrijven(groep: list[Inwoner], verzoek: UUID) -> None:
    """The read log first, kept before the question leaves: asked is asked, whatever comes of it."""
    blad = Inzageblad(scherm="brp_verversen", laag=Laag.CONTACT, actie="brp_bevragen", verzoek=verzoek)
    for inwoner in groep:
        blad.toon(inwoner=inwoner.pk, grond=DOELBINDING)
    with transaction.atomic():
        blad.schrijven(Actor.objects.systeem(), vanaf="")


def _een(bsn: str, pk, gekregen: dict[str, dict] | None, *, nu: datetime.datetime) -> tuple[str, bool]:
    """Change and mark in one transaction."""
    nacht = timezone.localdate(nu)
    stand = _stand(pk)
    if stand.nacht == nacht:
        return "", False
    persoon, gewijzigd = _gelezen(gekregen, bsn), False
    if persoon is not None:
        gewijzigd = brp_overnemen(persoon=persoon, door=Actor.objects.systeem(), vandaag=nacht).gewijzigd
    _merken(stand, GEVONDEN if persoon else NIET_GEVONDEN, nu)
    return stand.uitkomst, gewijzigd


def _mislukt(pk, fout: Exception, nu: datetime.datetime) -> tuple[str, bool]:
    """What goes wrong with one person is marked apart and stops nobody."""
    log.warning("brp_persoon_mislukt", inwoner=str(pk), fout=type(fout).__name__)
    with transaction.atomic():
        stand = _stand(pk)
        uitkomst = ONLEESBAAR if isinstance(fout, BrpOnleesbaar) else MISLUKT
        _merken(stand, uitkomst, nu, pogingen=stand.pogingen + 1)
        return uitkomst, False


def _gelezen(gekregen: dict[str, dict] | None, bsn: str) -> Persoon | None:
    """None: the BRP does not know this BSN."""
    if gekregen is None:
        raise BrpOnleesbaar("antwoord")
    return persoon_uit_antwoord(gekregen[bsn]) if bsn in gekregen else None


def _stand(pk) -> Brpstand:
    Brpstand.objects.get_or_create(inwoner_id=pk)
    return Brpstand.objects.select_for_update().get(inwoner_id=pk)


def _merken(stand: Brpstand, uitkomst: str, nu: datetime.datetime, pogingen: int = 0) -> None:
    """Asked this night. The first time that the BRP knows nobody, or tells what cannot be, somebody looks."""
    if uitkomst in (NIET_GEVONDEN, ONLEESBAAR) and uitkomst != stand.uitkomst:
        _uitzoeken(stand.inwoner_id, timezone.localdate(nu))
    stand.nacht, stand.bevraagd_om, stand.uitkomst = timezone.localdate(nu), nu, uitkomst
    stand.pogingen = min(pogingen, 32_767)
    stand.save()


def _uitzoeken(pk, nacht: datetime.date) -> None:
    for zaak in lopende_zaken(Inwoner.objects.get(pk=pk)):
        taken.klaarzetten(
            "brp_uitzoeken", "De BRP herkent deze inwoner niet: controleer wie het is", zaak=zaak,
            rol=Rol.ADMINISTRATIE, door=Actor.objects.systeem(), uiterlijk=nacht + datetime.timedelta(days=7),
            adres="toegang:brp_wijziging",
        )  # fmt: skip
