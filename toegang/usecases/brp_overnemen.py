"""One person of the BRP becomes, or changes, one inwoner; and what follows from the change."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from toegang import bsn as bsn_
from toegang.brp import inwonervelden, past_niet
from toegang.brp_fouten import BrpOnleesbaar
from toegang.brp_gevolgen import Stand, Wijziging, stand_van, wat_veranderde
from toegang.lo3_persoon import Persoon
from toegang.models import Actor, Inwoner
from toegang.usecases.brieven_omadresseren import brieven_omadresseren
from toegang.usecases.brp_gevolgen_verwerken import brp_gevolgen_verwerken
from toegang.usecases.brp_huishoudens import huishoudens_bijwerken
from toegang.usecases.brp_relaties import relaties_bijwerken, relaties_koppelen


@dataclass(frozen=True)
class Overgenomen:
    """`wijzigingen`: those that somebody must look at; a corrected name is kept, and no work."""

    inwoner: Inwoner
    nieuw: bool = False
    gewijzigd: bool = False
    wijzigingen: tuple[Wijziging, ...] = ()


@transaction.atomic
def brp_overnemen(*, persoon: Persoon, door: Actor, vandaag: datetime.date) -> Overgenomen:
    """Never a second person with this BSN. What the desk knows better (telephone, safe contact) is not touched.

    Called by a use-case that asked the BRP and checked the right. BrpOnleesbaar when it cannot be stored.
    """
    velden = inwonervelden(persoon)
    if reden := past_niet(persoon, velden):
        raise BrpOnleesbaar(reden)
    index = bsn_.blinde_index(persoon.bsn)
    with connection.cursor() as cursor:  # two colleagues who choose the same person: one waits
        sleutel = int.from_bytes(index[:8], "big", signed=True)
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [sleutel])
    inwoner = (
        Inwoner.objects.select_for_update(of=("self",), no_key=True)
        .select_related("samengevoegd_met")
        .filter(bsn_index=index)
        .first()
    )
    if inwoner is not None and inwoner.samengevoegd_met:
        return Overgenomen(inwoner.samengevoegd_met)  # a double person: the other row is kept up to date
    if inwoner is None:
        inwoner = nieuwe_inwoner(persoon, velden).bewaren(door=door, reden="BRP")
        relaties_bijwerken({inwoner.pk: persoon}, door=door, vandaag=vandaag)
        geraakt = relaties_koppelen(door=door, alleen=index)
        huishoudens_bijwerken({inwoner.pk, *geraakt}, door=door, vandaag=vandaag)
        return Overgenomen(inwoner, nieuw=True, gewijzigd=True)
    return _bijwerken(inwoner, persoon, velden, door=door, vandaag=vandaag)


def _bijwerken(
    inwoner: Inwoner, persoon: Persoon, velden: dict, *, door: Actor, vandaag: datetime.date
) -> Overgenomen:
    if velden["geheim"] and inwoner.geheim:
        velden["geheim"] = inwoner.geheim  # the answer knows no degrees; the extract's degree stays
    oud = stand_van(inwoner)
    anders = any(getattr(inwoner, naam) != waarde for naam, waarde in velden.items() if naam != "brp_hash")
    if anders:
        invullen(inwoner, velden, persoon.a_nummer)
        inwoner.bewaren(door=door, reden="BRP")
    relaties = relaties_bijwerken({inwoner.pk: persoon}, door=door, vandaag=vandaag)
    if anders or relaties:
        huishoudens_bijwerken({inwoner.pk}, door=door, vandaag=vandaag)
    wijzigingen = gevolgen(inwoner, oud, door=door, vandaag=vandaag)
    return Overgenomen(inwoner, gewijzigd=bool(anders or relaties), wijzigingen=wijzigingen)


def gevolgen(inwoner: Inwoner, oud: Stand, *, door: Actor, vandaag: datetime.date) -> tuple[Wijziging, ...]:
    """What follows from what the BRP changed since `oud`: letters to the new address, tasks, what a death holds.

    For an inwoner that was saved, whoever asked: at the desk, at night, or an extract.
    """
    nu = stand_van(inwoner)
    if nu.adres != oud.adres:
        brieven_omadresseren(inwoner=inwoner, door=door, vandaag=vandaag)
    wijzigingen = tuple(wat_veranderde(oud, nu, gemeente=settings.GEMEENTE["code"]))
    if wijzigingen:
        brp_gevolgen_verwerken(inwoner=inwoner, wijzigingen=wijzigingen, door=door, vandaag=vandaag)
    return wijzigingen


def nieuwe_inwoner(persoon: Persoon, velden: dict) -> Inwoner:
    """Not saved yet; `velden` are those of `toegang.brp.inwonervelden`."""
    inwoner = Inwoner()
    inwoner.bsn = persoon.bsn
    invullen(inwoner, velden, persoon.a_nummer)
    return inwoner


def invullen(inwoner: Inwoner, velden: dict, a_nummer: str) -> None:
    """Put what the BRP says on the row; an A-nummer only where it was told and differs."""
    for naam, waarde in velden.items():
        setattr(inwoner, naam, waarde)
    oud = inwoner.a_nummer_versleuteld
    if a_nummer and not (oud and bsn_.ontsleutel(bytes(oud)) == a_nummer):
        inwoner.a_nummer_versleuteld = bsn_.versleutel_tekst(a_nummer)
