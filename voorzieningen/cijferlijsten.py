"""The dossiers behind each figure of this room: the same conditions, the same predicate."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from toegang.cijfers import Cijfers, Lijst, Meer, Vraag
from toegang.models.zaak import ZaakQuerySet
from toegang.rechten import Recht
from voorzieningen import cijferblokken, cijfers, uitstroom
from voorzieningen.models import Eenheid, Frequentie, Indicatie, Product

Welke = Callable[[Vraag], QuerySet[Indicatie]]


def _zaken(welke: Welke) -> Callable[[Vraag], ZaakQuerySet]:
    """The dossiers that have such help."""

    def zaken(v: Vraag) -> ZaakQuerySet:
        return v.zaken(Recht.UITVOERING_INZIEN).filter(Exists(welke(v).filter(zaak=OuterRef("pk"))))

    return zaken


def _loopt_af(v: Vraag) -> QuerySet[Indicatie]:
    return cijfers.van_team(v).filter(cijfers.eindigt_binnen(v, int(v.sleutel)))


def _klaar(v: Vraag) -> QuerySet[Indicatie]:
    return uitstroom.geeindigd(cijfers.van_team(v), v.vandaag)


def _sleutel(v: Vraag) -> tuple[UUID, str, str]:
    """Product, unit and frequency; ValueError when it is not that."""
    product, eenheid, frequentie = v.sleutel.split("_")
    return UUID(product), eenheid, frequentie


def _van_product(waar: Callable[[Vraag], Q]) -> Welke:
    def welke(v: Vraag) -> QuerySet[Indicatie]:
        product, eenheid, frequentie = _sleutel(v)
        return cijfers.van_team(v).filter(waar(v), product=product, eenheid=eenheid, frequentie=frequentie)

    return welke


def _producttitel(zin: str) -> Callable[[Vraag], str]:
    def titel(v: Vraag) -> str:
        product, eenheid, frequentie = _sleutel(v)
        naam = Product.objects.get(pk=product).naam
        per = f", in {Eenheid(eenheid).label} {Frequentie(frequentie).label}" if eenheid else ""
        return f"{naam}{per}: {zin}"

    return titel


def _niet_gegeven(naam: str) -> Callable[[Vraag], ZaakQuerySet]:
    def zaken(v: Vraag) -> ZaakQuerySet:
        rijen = cijfers.niet_geleverd(v)[naam].filter(indicatie__zaak=OuterRef("pk"))
        return v.zaken(Recht.UITVOERING_INZIEN).filter(Exists(rijen))

    return zaken


def _lijst(titel: str, naam: str) -> Lijst:
    """Help that nobody gives; beside it the page that says which help and which provider."""
    return Lijst(
        lambda v: titel, _niet_gegeven(naam),
        meer=Meer("Welke hulp en welke aanbieder", "voorzieningen:leveringen", f"?stand={naam}"),
    )  # fmt: skip


LIJSTEN: dict[str, Lijst] = {
    "loopt_af": Lijst(lambda v: f"Hulp die binnen {int(v.sleutel)} dagen afloopt", _zaken(_loopt_af)),
    "zonder_actie": Lijst(lambda v: "Hulp die afloopt, zonder actie", _zaken(cijfers.zonder_actie)),
    "verlopen": Lijst(lambda v: "Hulp die voorbij is, zonder actie", _zaken(cijfers.verlopen)),
    "uitstroom": Lijst(
        lambda v: "Zonder hulp verder", _zaken(lambda v: _klaar(v).filter(uitstroom.uitgestroomd()))
    ),
    "afschaling": Lijst(
        lambda v: "Met minder of geen hulp verder",
        _zaken(lambda v: _klaar(v).filter(uitstroom.afgeschaald())),
    ),
    "niet_geleverd": _lijst("Verleend, niet geleverd", "niet_geleverd"),
    "niet_toegewezen": _lijst("Verleend, nog niet toegewezen aan de aanbieder", "niet_toegewezen"),
    "begint_nog": _lijst("Verleend, begint nog", "begint_nog"),
    "levering_gestopt": _lijst("De aanbieder stopte, de hulp loopt nog", "levering_gestopt"),
    "product": Lijst(_producttitel("loopt nu"), _zaken(_van_product(cijfers.loopt))),
    "product_erin": Lijst(_producttitel("begon dit jaar"), _zaken(_van_product(cijfers.begon))),
    "product_uit": Lijst(_producttitel("eindigde dit jaar"), _zaken(_van_product(cijfers.eindigde))),
}

CIJFERS = Cijfers(
    vragen=cijfers.vragen,
    blokken=cijferblokken.blokken,
    bevindingen=cijferblokken.bevindingen,
    lijsten=LIJSTEN,
)
