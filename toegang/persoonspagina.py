"""What the page of a person shows to this reader: L0 and L1, and the few things of L3 for who may."""

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from toegang import opmaak
from toegang.models import Huishoudlid, Inwoner, Relatie, Samenvoeging, Toestemming, Vertegenwoordiger
from toegang.personen import Persoonsrecht, inwoners_voor
from toegang.veilig_contact import Waarheen, waarheen
from toegang.vertegenwoordiging import GRONDSLAG, bevoegdheden
from toegang.zoeken import zichtbaar_voor

MAG_WOORD = dict(Vertegenwoordiger.Mag.choices)


@dataclass(frozen=True)
class Huisgenoot:
    """Somebody at the same front door; `open`: the reader may open that page by his own right."""

    inwoner: Inwoner
    sinds: datetime.date
    open: bool
    lid: UUID
    bron: str


@dataclass(frozen=True)
class Vertegenwoordigd:
    """A representative with what he may do today."""

    rij: Vertegenwoordiger
    mag: list[str]
    grondslag: str
    nu: bool


@dataclass
class Persoonspagina:
    """The rows of the page."""

    inwoner: Inwoner
    recht: Persoonsrecht
    adres: str
    veilig: Waarheen
    huisgenoten: list[Huisgenoot] = field(default_factory=list)
    relaties: list[Relatie] = field(default_factory=list)
    vertegenwoordigers: list[Vertegenwoordigd] = field(default_factory=list)
    toestemmingen: list[Toestemming] = field(default_factory=list)
    samenvoegingen: list[Samenvoeging] = field(default_factory=list)


def persoonspagina(lezer, inwoner: Inwoner, recht: Persoonsrecht, vandaag: datetime.date) -> Persoonspagina:
    """A fixed number of queries, whatever the size of the household."""
    return Persoonspagina(
        inwoner=inwoner,
        recht=recht,
        adres=adres(inwoner, recht),
        veilig=waarheen(inwoner),
        huisgenoten=_huisgenoten(lezer, inwoner),
        relaties=_relaties(lezer, inwoner),
        vertegenwoordigers=[_vertegenwoordigd(v, inwoner, vandaag) for v in _vertegenwoordigers(inwoner)],
        toestemmingen=list(
            Toestemming.objects.filter(inwoner=inwoner).order_by("ingetrokken_op", "-gegeven_op", "pk")
        ),
        samenvoegingen=list(
            Samenvoeging.objects.filter(blijft=inwoner)
            .select_related("verdwenen", "door")
            .order_by("-om", "pk")
        ),
    )


def adres(inwoner: Inwoner, recht: Persoonsrecht) -> str:
    """On one line; a secret one only for who may see what is sensitive (BRP 07.70.10)."""
    if inwoner.geheim and not recht.gevoelig:
        return "Adres is geheim"
    plaats = f"{opmaak.postcode(inwoner.postcode)} {inwoner.woonplaats}".strip()
    return ", ".join(deel for deel in (inwoner.adresregel, plaats) if deel) or "Geen adres bekend"


def _huisgenoten(lezer, inwoner: Inwoner) -> list[Huisgenoot]:
    """By name; who is shielded leaves no gap, and a page opens only by its own right."""
    hier = Huishoudlid.objects.filter(inwoner=inwoner, tot_op=None).values("huishouden")
    leden = list(
        Huishoudlid.objects.filter(huishouden__in=hier, tot_op=None, inwoner__in=zichtbaar_voor(lezer))
        .exclude(inwoner=inwoner)
        .select_related("inwoner")
        .order_by("inwoner__geboren", "pk")[:20]
    )
    eigen = _te_openen(lezer, [lid.inwoner_id for lid in leden])
    return [Huisgenoot(lid.inwoner, lid.vanaf_op, lid.inwoner_id in eigen, lid.pk, lid.bron) for lid in leden]


def _te_openen(lezer, pks: list) -> set:
    return set(inwoners_voor(lezer).filter(pk__in=pks).values_list("pk", flat=True)) if pks else set()


def _relaties(lezer, inwoner: Inwoner) -> list[Relatie]:
    rijen = list(
        Relatie.objects.filter(inwoner=inwoner)
        .select_related("verwant")
        .order_by("geeindigd_op", "soort", "geboren", "pk")
    )
    bekend = [r.verwant_id for r in rijen if r.verwant_id]
    zichtbaar = (
        set(zichtbaar_voor(lezer).filter(pk__in=bekend).values_list("pk", flat=True)) if bekend else set()
    )
    return [r for r in rijen if not r.verwant_id or r.verwant_id in zichtbaar]


def _vertegenwoordigers(inwoner: Inwoner) -> list[Vertegenwoordiger]:
    return list(inwoner.vertegenwoordigers.order_by("-vanaf_op", "pk"))


def _vertegenwoordigd(v: Vertegenwoordiger, inwoner: Inwoner, vandaag: datetime.date) -> Vertegenwoordigd:
    nu = v.vanaf_op <= vandaag and (v.tot_op is None or v.tot_op > vandaag)
    kan = bevoegdheden(v, inwoner, vandaag) if nu else frozenset()
    return Vertegenwoordigd(v, [woord for m, woord in MAG_WOORD.items() if m in kan], GRONDSLAG[v.soort], nu)
