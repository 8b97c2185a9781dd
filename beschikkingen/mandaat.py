"""Who may sign this besluit in the name of the college: law, category, amount a year, period (Awb art. 10:3)."""

import datetime
from copy import copy
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from beschikkingen.models import Besluit, Besluitregel, Mandaat, Uitkomst
from beschikkingen.soorten import SOORT_MANDAAT
from toegang.opmaak import bedrag
from toegang.rechten import Rol
from voorzieningen.regels import bedrag_per_jaar
from wijkteams.models import Medewerker


@dataclass(frozen=True)
class Gevraagd:
    """What a mandate has to cover."""

    wet: str
    per_jaar: Decimal
    soort: str  # of Mandaatsoort
    producten: frozenset[tuple[str, object]]  # (category, product)


def gevraagd_mandaat(besluit: Besluit) -> Gevraagd:
    """The products and the amount a year of what is granted, and the kind of power it asks."""
    regels = besluit.geldende_regels()
    indicaties = [r.indicatie for r in regels]
    per_jaar = besluit.bedrag or Decimal(0)
    per_jaar += sum((bedrag_van_regel(r) for r in regels if r.toegekend), Decimal(0))
    return Gevraagd(
        wet=besluit.zaak.wet,
        producten=frozenset((i.product.categorie, i.product_id) for i in indicaties),
        per_jaar=per_jaar,
        soort=SOORT_MANDAAT[Uitkomst(besluit.uitkomst)],
    )


def bedrag_van_regel(regel: Besluitregel) -> Decimal:
    """Euros a year of this line, with the extent that the besluit gives it."""
    indicatie = copy(regel.indicatie)
    indicatie.volume = regel.nieuw_volume or indicatie.volume
    return bedrag_per_jaar(indicatie)


def eerder_beslist(besluit: Besluit) -> frozenset:
    """Actors who made the decision that this one judges (Awb art. 7:5, 10:3 lid 3); empty without a bezwaar."""
    return meegewerkt(besluit.bezwaar.besluit) if besluit.bezwaar else frozenset()


def meegewerkt(besluit: Besluit) -> frozenset:
    """Actors who prepared, wrote, checked or signed it."""
    besloten = {besluit.getoetst_door_id, besluit.ondertekend_door_id} - {None}
    return schrijvers(besluit) | besloten


def schrijvers(besluit: Besluit) -> frozenset:
    """Actors whose work it is: who drew it up, and who prepared it (the onderzoek, the proposed help)."""
    return frozenset({besluit.opgesteld_door_id, besluit.voorbereider_id} - {None})


def dekt(mandaten: list[Mandaat], vraag: Gevraagd) -> bool:
    """These mandates of one person together cover every product, each up to the whole amount."""
    bruikbaar = [m for m in mandaten if m.tot_bedrag >= vraag.per_jaar and vraag.soort in m.soorten]
    if not vraag.producten:
        return any(m.product_id is None for m in bruikbaar)
    return all(any(_past(m, categorie, product) for m in bruikbaar) for categorie, product in vraag.producten)


def _past(mandaat: Mandaat, categorie: str, product) -> bool:
    return mandaat.categorie in ("", categorie) and mandaat.product_id in (None, product)


def mandaten_van(besluit: Besluit, vandaag: datetime.date) -> dict[int, list[Mandaat]]:
    """Mandates in force for this law, by medewerker: active colleagues with the role ondertekenaar."""
    rijen = (
        Mandaat.objects.op(vandaag)
        .filter(
            Q(wet=besluit.zaak.wet),
            medewerker__is_active=True,
            medewerker__groups__name=Rol.ONDERTEKENAAR.value,
        )
        .select_related("medewerker__actor")
        .order_by("medewerker__last_name", "tot_bedrag", "pk")
    )
    per_mens: dict[int, list[Mandaat]] = {}
    for mandaat in rijen:
        per_mens.setdefault(mandaat.medewerker_id, []).append(mandaat)
    return per_mens


def ondertekenaars(besluit: Besluit, vandaag: datetime.date) -> list[tuple[Medewerker, Decimal]]:
    """Who can sign: a mandate that covers it, and neither an author nor the toetser; with the amount it goes to."""
    vraag = gevraagd_mandaat(besluit)
    bezig = schrijvers(besluit) | {besluit.getoetst_door_id} | eerder_beslist(besluit)
    return [
        (mandaten[0].medewerker, max(m.tot_bedrag for m in mandaten))
        for mandaten in mandaten_van(besluit, vandaag).values()
        if mandaten[0].medewerker.actor.pk not in bezig and dekt(mandaten, vraag)
    ]


def namen(mensen: list[Medewerker]) -> str:
    """K. Peeters, R. Aydin en T. Claes."""
    alle = [m.naam for m in mensen]
    return " en ".join(filter(None, [", ".join(alle[:-1]), alle[-1]])) if alle else ""


def wie_kan_het_wel(mensen: list[Medewerker]) -> str:
    """The way out of a refusal: who can."""
    if not mensen:
        return "Vraag de beheerder wie dit kan."
    return f"{namen(mensen)} {'kan' if len(mensen) == 1 else 'kunnen'} het wel."


def mandaat_in_woorden(medewerker: Medewerker, tot: Decimal) -> str:
    """K. Peeters (tot € 10.000 per jaar)."""
    return f"{medewerker.naam} (tot {bedrag(tot)} per jaar)"
