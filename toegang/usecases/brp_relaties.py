"""Parents, partners and children as the BRP tells them; the other person is linked when known here."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery

from toegang.brp import relatievelden
from toegang.lo3 import Persoon
from toegang.models import Actor, Inwoner, Relatie
from toegang.models.bulk import bulk_met_historie

VELDEN = ("soort", "verwant_bsn_index", "naam", "geboren", "begonnen_op", "geeindigd_op")


def relaties_bijwerken(personen: Mapping[UUID, Persoon], *, door: Actor, vandaag: date) -> int:
    """Write what differs, for new and changed persons; how many rows. Nothing is deleted: a relation that
    the BRP no longer names ends today. Who the desk wrote down is left alone."""
    gewenst = {
        pk: [relatievelden(v) for v in (*persoon.ouders, *persoon.partners, *persoon.kinderen)]
        for pk, persoon in personen.items()
    }
    bestaand = defaultdict(list)
    for relatie in Relatie.objects.filter(inwoner__in=list(personen), bron="brp").order_by("pk"):
        if relatie.verwant_bsn_index is not None:
            relatie.verwant_bsn_index = bytes(relatie.verwant_bsn_index)
        bestaand[relatie.inwoner_id].append(relatie)
    schrijven: list[Relatie] = []
    for pk, lijst in gewenst.items():
        schrijven += _verschil(pk, lijst, bestaand[pk], vandaag)
    _verwanten_invullen(schrijven)
    bulk_met_historie(schrijven, door=door, reden="BRP")
    return len(schrijven)


def relaties_koppelen(*, door: Actor, alleen: bytes | None = None) -> set[UUID]:
    """Link relations to people who came in later than the relation; whose relations they are, on both sides.

    `alleen`: the blind index of one new person.
    """
    verwant = Inwoner.objects.filter(bsn_index=OuterRef("verwant_bsn_index")).values("pk")[:1]
    los = Relatie.objects.filter(verwant=None, verwant_bsn_index__isnull=False)
    if alleen is not None:
        los = los.filter(verwant_bsn_index=alleen)
    los = los.annotate(wie=Subquery(verwant))
    koppelen = list(los.filter(wie__isnull=False).order_by("pk"))
    for relatie in koppelen:
        relatie.verwant_id = relatie.wie
    bulk_met_historie(koppelen, door=door, reden="BRP")
    return {pk for relatie in koppelen for pk in (relatie.inwoner_id, relatie.verwant_id) if pk}


def _verschil(pk: UUID, gewenst: list[dict], bestaand: list[Relatie], vandaag: date) -> list[Relatie]:
    """First what is the same, then what is the same person with other details, then the new and the gone."""
    over = list(bestaand)
    anders, schrijven = [], []
    for velden in gewenst:
        if gelijk := next((r for r in over if _waarden(r) == velden), None):
            over.remove(gelijk)
        else:
            anders.append(velden)
    for velden in anders:
        if (relatie := next((r for r in over if _zelfde(r, velden)), None)) is not None:
            over.remove(relatie)
        else:
            relatie = Relatie(inwoner_id=pk)
        for naam, waarde in velden.items():
            setattr(relatie, naam, waarde)
        relatie.verwant_id = None
        schrijven.append(relatie)
    for relatie in over:
        if not relatie.geeindigd_op:
            relatie.geeindigd_op = f"{vandaag:%Y%m%d}"
            schrijven.append(relatie)
    return schrijven


def _waarden(relatie: Relatie) -> dict:
    return {naam: getattr(relatie, naam) for naam in VELDEN}


def _zelfde(relatie: Relatie, velden: dict) -> bool:
    """The same person in the same role, whatever else was corrected."""
    if relatie.soort != velden["soort"]:
        return False
    if relatie.verwant_bsn_index and velden["verwant_bsn_index"]:
        return relatie.verwant_bsn_index == velden["verwant_bsn_index"]
    return (relatie.naam, relatie.geboren) == (velden["naam"], velden["geboren"])


def _verwanten_invullen(relaties: list[Relatie]) -> None:
    """One look-up for all of them."""
    indexen = {r.verwant_bsn_index for r in relaties if r.verwant_bsn_index and not r.verwant_id}
    if not indexen:
        return
    bekend = Inwoner.objects.filter(bsn_index__in=list(indexen)).values_list("bsn_index", "pk")
    pk_van = {bytes(index): pk for index, pk in bekend if index}
    for relatie in relaties:
        if relatie.verwant_bsn_index and not relatie.verwant_id:
            relatie.verwant_id = pk_van.get(bytes(relatie.verwant_bsn_index))
