"""Households as they follow from addresses and family relations, kept as periods."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from toegang.huishoudens import adressleutel, gezinnen
from toegang.models import Actor, Huishouden, Huishoudlid, Inwoner, Relatie
from toegang.models.bulk import bulk_met_historie
from toegang.onvolledige_datum import OnvolledigeDatum

PER_KEER = 1000
ADRES = (
    "pk", "postcode", "huisnummer", "huisletter", "toevoeging", "straat", "locatie", "gemeente_code", "adresfunctie",
    "adres_sinds", "overleden_op", "vertrokken_op",
)  # fmt: skip


def huishoudens_bijwerken(inwoner_ids: Iterable[UUID], *, door: Actor, vandaag: date) -> int:
    """Partners, and parents with children, at one address are one household; anyone else is one alone.

    Looks at these people and at all who share a front door with them, now or before; writes what differs and
    tells how many memberships began or ended. The dead, the emigrated and who has only a postal address there
    live with nobody.
    """
    ids = list(inwoner_ids)
    mensen: dict[str, dict[UUID, Inwoner]] = defaultdict(dict)
    for begin in range(0, len(ids), PER_KEER):
        deel = ids[begin : begin + PER_KEER]
        for inwoner in _inwoners(deel):
            mensen[_sleutel(inwoner)][inwoner.pk] = inwoner
        voorheen = Huishoudlid.objects.filter(inwoner__in=deel, tot_op=None).order_by("pk")
        for sleutel in voorheen.values_list("huishouden__adressleutel", flat=True):
            mensen.setdefault(sleutel, {})
    geschreven = 0
    sleutels = sorted(mensen)
    for begin in range(0, len(sleutels), PER_KEER):
        deuren = sleutels[begin : begin + PER_KEER]
        geschreven += _deuren_bijwerken({sleutel: mensen[sleutel] for sleutel in deuren}, door, vandaag)
    return geschreven


def _deuren_bijwerken(mensen: dict[str, dict[UUID, Inwoner]], door: Actor, vandaag: date) -> int:
    """All who live, or lived until now, behind these doors."""
    inwoners = {pk: inwoner for groep in mensen.values() for pk, inwoner in groep.items()}
    er_wonen = Huishoudlid.objects.filter(tot_op=None, huishouden__adressleutel__in=list(mensen))
    erbij = set(er_wonen.values_list("inwoner_id", flat=True)) - set(inwoners)
    inwoners |= {inwoner.pk: inwoner for inwoner in _inwoners(erbij)}
    sleutel_van = {pk: _sleutel(inwoner) for pk, inwoner in sorted(inwoners.items())}
    nu = {
        lid.inwoner_id: lid
        for lid in Huishoudlid.objects.filter(tot_op=None, inwoner__in=list(inwoners)).select_related(
            "huishouden"
        )
    }
    banden = Relatie.objects.filter(inwoner__in=list(inwoners), verwant__in=list(inwoners), geeindigd_op="")
    samen = [
        (een, ander)
        for een, ander in banden.values_list("inwoner_id", "verwant_id")
        if sleutel_van[een] == sleutel_van[ander]
    ]
    achter_deur: dict[str, list[list[UUID]]] = defaultdict(list)
    for groep in gezinnen(sleutel_van, samen):
        achter_deur[sleutel_van[groep[0]]].append(groep)
    nieuwe_huishoudens: list[Huishouden] = []
    straks: dict[UUID, Huishouden | None] = {}
    for sleutel, groepen in achter_deur.items():
        if not sleutel:
            straks |= dict.fromkeys(pk for groep in groepen for pk in groep)
        elif sleutel in mensen:  # who went to another door is dealt with there
            straks |= _verdeeld(sleutel, groepen, nu, nieuwe_huishoudens)
    eindigt, begint = [], []
    for pk, huishouden in straks.items():
        lid = nu.get(pk)
        if lid and huishouden and (lid.huishouden_id == huishouden.pk or lid.bron == "desk"):
            continue
        sinds = _sinds(inwoners[pk], vandaag)
        if lid:
            lid.tot_op = max(lid.vanaf_op, sinds)
            eindigt.append(lid)
        if huishouden:
            begint.append(Huishoudlid(huishouden=huishouden, inwoner_id=pk, vanaf_op=sinds))
    bulk_met_historie(nieuwe_huishoudens, door=door, reden="BRP")
    bulk_met_historie(eindigt, door=door, reden="BRP")
    bulk_met_historie(begint, door=door, reden="BRP")
    return len(eindigt) + len(begint)


def _verdeeld(
    sleutel: str, groepen: list[list[UUID]], nu: dict[UUID, Huishoudlid], nieuwe: list[Huishouden]
) -> dict[UUID, Huishouden]:
    """Each family keeps the household where most of it already is; the largest family chooses first."""
    vergeven: set[UUID] = set()
    straks: dict[UUID, Huishouden] = {}
    for groep in sorted(groepen, key=lambda g: (-len(g), g[0])):
        huidig = {
            nu[pk].huishouden_id: nu[pk].huishouden
            for pk in groep
            if pk in nu and nu[pk].huishouden.adressleutel == sleutel and nu[pk].huishouden_id not in vergeven
        }
        if huidig:
            telling = Counter(
                nu[pk].huishouden_id for pk in groep if pk in nu and nu[pk].huishouden_id in huidig
            )
            huishouden = huidig[min(telling, key=lambda hid: (-telling[hid], hid))]
        else:
            huishouden = Huishouden(adressleutel=sleutel)
            nieuwe.append(huishouden)
        vergeven.add(huishouden.pk)
        straks |= dict.fromkeys(groep, huishouden)
    return straks


def _inwoners(ids: Iterable[UUID]) -> list[Inwoner]:
    return list(Inwoner.objects.filter(pk__in=list(ids)).only(*ADRES))


def _sleutel(inwoner: Inwoner) -> str:
    if inwoner.overleden_op or inwoner.vertrokken_op or inwoner.adresfunctie == "B":
        return ""
    return adressleutel(
        postcode=inwoner.postcode, huisnummer=inwoner.huisnummer, huisletter=inwoner.huisletter,
        toevoeging=inwoner.toevoeging, straat=inwoner.straat, locatie=inwoner.locatie, gemeente=inwoner.gemeente_code,
    )  # fmt: skip


def _sinds(inwoner: Inwoner, vandaag: date) -> date:
    """The day of death, of leaving or of coming to the address, when it is known in full and past."""
    for tekst in (inwoner.overleden_op, inwoner.vertrokken_op, inwoner.adres_sinds):
        if tekst:
            dag = OnvolledigeDatum.lees(tekst).volledig
            return dag if dag and dag <= vandaag else vandaag
    return vandaag
