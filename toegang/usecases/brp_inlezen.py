"""A BRP extract becomes inwoners, their relations and their households."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from toegang import bsn as bsn_
from toegang.brp import inwonervelden, past_niet
from toegang.brp_gevolgen import Stand, stand_van
from toegang.lo3 import Fout, Persoon, lees
from toegang.lo3_rijen import Bestand
from toegang.models import Actor, Contactmoment, Dossier, Inwoner
from toegang.models.bulk import bulk_met_historie
from toegang.usecases.brp_huishoudens import huishoudens_bijwerken
from toegang.usecases.brp_overnemen import gevolgen, invullen, nieuwe_inwoner
from toegang.usecases.brp_relaties import relaties_bijwerken, relaties_koppelen

PER_KEER = 1000
Goed = tuple[Persoon, dict]
SLOT = 5_839_001  # advisory lock: one reading at a time


@dataclass
class Verantwoording:
    """Where every row with a BSN went; `totaal` is their number."""

    ingelezen: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    historisch: int = 0
    overgeslagen: Counter = field(default_factory=Counter)  # reason -> rows with a BSN
    zonder_bsn: int = 0
    meldingen: int = 0  # a detail that became unknown; the person was read
    gewijzigde_relaties: int = 0
    gewijzigde_huishoudens: int = 0
    na_te_kijken: int = 0  # died, moved or became secret, and known here: somebody got a task

    @property
    def totaal(self) -> int:
        return (
            self.ingelezen + self.gewijzigd + self.ongewijzigd + self.historisch + self.overgeslagen.total()
        )

    def fout(self, fout: Fout) -> None:
        if not fout.overgeslagen:
            self.meldingen += 1
        elif not fout.rijen_met_bsn:
            self.zonder_bsn += 1
        if fout.rijen_met_bsn:
            self.overgeslagen[re.sub(r"op regel \d+", "op een eerdere regel", fout.reden)] += (
                fout.rijen_met_bsn
            )


@transaction.atomic
def brp_inlezen(
    *, bestand: Bestand, door: Actor, vandaag: date, meld: Callable[[Fout], None] = lambda fout: None
) -> Verantwoording:
    """Read the whole extract in one transaction; a bad row is told to `meld` and does not stop the rest.

    Who is known by BSN and unchanged (by the fingerprint of all that the extract says) is not written again.
    What the desk knows better than the BRP (telephone, safe contact) is never touched.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SLOT])
    uit = Verantwoording()
    geraakt: set[UUID] = set()
    gekend: list[tuple[Inwoner, Stand]] = []
    for groep in _groepen(_goede(lees(bestand), uit, meld)):
        geschreven = _inwoners_bijwerken(groep, uit, gekend, door=door)
        uit.gewijzigde_relaties += relaties_bijwerken(geschreven, door=door, vandaag=vandaag)
        geraakt.update(geschreven)
    geraakt |= relaties_koppelen(door=door)
    uit.gewijzigde_huishoudens = huishoudens_bijwerken(geraakt, door=door, vandaag=vandaag)
    for inwoner, oud in gekend:
        uit.na_te_kijken += bool(gevolgen(inwoner, oud, door=door, vandaag=vandaag))
    return uit


def _goede(
    regels: Iterable[Persoon | Fout], uit: Verantwoording, meld: Callable[[Fout], None]
) -> Iterator[Goed]:
    """The persons that can be stored, each with its fields."""
    for regel in regels:
        if isinstance(regel, Persoon):
            velden = inwonervelden(regel)
            if not (reden := past_niet(regel, velden)):
                uit.historisch += len(regel.eerdere_regels)
                yield regel, velden
                continue
            regel = Fout(regel.regel, reden, rijen_met_bsn=1 + len(regel.eerdere_regels))
        uit.fout(regel)
        meld(regel)


def _groepen(goede: Iterator[Goed]) -> Iterator[list[Goed]]:
    while groep := list(islice(goede, PER_KEER)):
        yield groep


def _inwoners_bijwerken(
    groep: list[Goed], uit: Verantwoording, gekend: list[tuple[Inwoner, Stand]], *, door: Actor
) -> dict[UUID, Persoon]:
    """The new and the changed, by pk; two look-ups and at most four writes for the group.

    `gekend` gets who changed and is known here (a dossier, or an open contact), with how he stood before.
    """
    op_index = {bsn_.blinde_index(persoon.bsn): (persoon, velden) for persoon, velden in groep}
    bekend = {
        bytes(index or b""): (pk, afdruk)
        for index, pk, afdruk in Inwoner.objects.filter(bsn_index__in=list(op_index)).values_list(
            "bsn_index", "pk", "brp_hash"
        )
    }
    anders = [
        bekend[i][0]
        for i, (_, velden) in op_index.items()
        if i in bekend and bekend[i][1] != velden["brp_hash"]
    ]
    nieuw = [nieuwe_inwoner(*goed) for index, goed in op_index.items() if index not in bekend]
    gewijzigd = []
    if anders:
        bij_ons = _gekend(anders)
        for inwoner in Inwoner.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=anders):
            persoon, velden = op_index[bytes(inwoner.bsn_index or b"")]
            if inwoner.pk in bij_ons:
                gekend.append((inwoner, stand_van(inwoner)))
            invullen(inwoner, velden, persoon.a_nummer)
            gewijzigd.append(inwoner)
    bulk_met_historie(nieuw, door=door, reden="BRP")
    bulk_met_historie(gewijzigd, door=door, reden="BRP")
    uit.ingelezen += len(nieuw)
    uit.gewijzigd += len(gewijzigd)
    uit.ongewijzigd += len(groep) - len(nieuw) - len(gewijzigd)
    return {inwoner.pk: op_index[bytes(inwoner.bsn_index or b"")][0] for inwoner in (*nieuw, *gewijzigd)}


def _gekend(pks: list[UUID]) -> set[UUID]:
    """Of whom we have a dossier or an open contact: only for these something can follow."""
    dossiers = Dossier.objects.filter(inwoner__in=pks).values_list("inwoner", flat=True)
    contacten = Contactmoment.objects.open().filter(inwoner__in=pks).values_list("inwoner", flat=True)
    return {*dossiers, *contacten}
