"""The plan of the inwoner for a pgb is written down, or mended (Wmo 2015 art. 2.3.6, Jeugdwet 8.1.1)."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from toegang.models import Actor, DocumentSoort, Zaak
from toegang.opmaak import datum
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from toegang.usecases.ophalen import zaak_vergrendelen
from voorzieningen import gebeurtenissen
from voorzieningen.models import Beheerder, Budgetplan, Budgetplanregel, Product
from voorzieningen.permissions import waarom_niet_budgetplan


class Hulp(TypedDict):
    """One line of the plan."""

    wat: str
    van_wie: str
    soort: str
    volume: Decimal
    eenheid: str
    frequentie: str
    tarief: Decimal


@transaction.atomic
def budgetplan_vastleggen(
    *,
    zaak_id,
    product_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    ontvangen_op: datetime.date,
    motivering: str,
    beheerder: str,
    beheerder_naam: str = "",
    hulp: Sequence[Hulp],
    bestand: UploadedFile | None = None,
    plan_id=None,
    versie: int | None = None,
) -> Budgetplan:
    """One plan for each kind of help of a zaak. What changes in it is judged anew; the verdict stays as a draft."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    plan = Budgetplan.objects.vergrendelen(plan_id) if plan_id else None
    if plan is not None and plan.zaak_id != zaak.pk:
        raise Budgetplan.DoesNotExist
    product = Product.objects.get(pk=plan.product_id if plan else product_id)
    if waarom := waarom_niet_budgetplan(zaak, plan):
        raise OngeldigeOvergang(waarom)
    _check(zaak, product, plan, ontvangen_op, vandaag, beheerder, beheerder_naam, hulp)
    if plan is None:
        plan = Budgetplan(zaak=zaak, product=product)
    else:
        plan.check_versie(versie)
    was = (plan.ontvangen_op, plan.motivering, plan.beheerder, plan.beheerder_naam)
    plan.ontvangen_op, plan.motivering = ontvangen_op, motivering.strip()
    plan.beheerder, plan.beheerder_naam = Beheerder(beheerder), beheerder_naam.strip()
    if bestand is not None:
        plan.document = _document(zaak, bestand, door=door, nu=nu, ontvangen_op=ontvangen_op)
    plan.bewaren(door=door, reden="budgetplan vastgelegd")
    anders = _regels(plan, hulp, door=door)
    is_anders = anders or was != (plan.ontvangen_op, plan.motivering, plan.beheerder, plan.beheerder_naam)
    if is_anders and plan.beoordeeld_op is not None:
        plan.beoordeeld_op = plan.beoordeeld_door = None
        plan.bewaren(door=door, reden="budgetplan gewijzigd: opnieuw beoordelen")
    gebeurtenissen.budgetplan_ontvangen(plan, door=door)
    return plan


def _check(zaak, product, plan, ontvangen_op, vandaag, beheerder, beheerder_naam, hulp) -> None:
    fouten = {}
    if product.wet != zaak.wet:
        fouten["product"] = f"Dit product hoort niet bij de {zaak.get_wet_display()}. Kies een ander product."
    elif plan is None and Budgetplan.objects.geldend().filter(zaak=zaak, product=product).exists():
        fouten["product"] = "Voor deze hulp is er al een budgetplan. Wijzig dat plan."
    if ontvangen_op > vandaag:
        fouten["ontvangen_op"] = f"Deze datum moet op of voor {datum(vandaag)} liggen"
    if beheerder != Beheerder.ZELF and not beheerder_naam.strip():
        fouten["beheerder_naam"] = "Vul in wie het pgb beheert"
    if not hulp:
        fouten["hulp"] = "Vul in welke hulp de inwoner wil kopen"
    if fouten:
        raise ValidationError(fouten)


def _document(zaak: Zaak, bestand: UploadedFile, *, door: Actor, nu: datetime.datetime, ontvangen_op):
    try:
        return bestand_ontvangen(
            bestand=bestand, door=door, nu=nu, titel="Budgetplan voor een pgb", soort=DocumentSoort.POST,
            zaak=zaak, ontvangen_op=ontvangen_op,
        )  # fmt: skip
    except ValidationError as fout:
        raise ValidationError({"bestand": fout.messages[0]}) from None


def _regels(plan: Budgetplan, hulp: Sequence[Hulp], *, door: Actor) -> bool:
    """The lines in their order; what was taken out stays as history. Whether anything changed."""
    staat = {r.volgorde: r for r in plan.regels.order_by("volgorde")}
    anders = False
    for plek, wat in enumerate(hulp):
        rij = staat.pop(plek, None) or Budgetplanregel(plan=plan, volgorde=plek, vervallen=True)
        nieuw = {**wat, "vervallen": False}
        if any(getattr(rij, naam) != waarde for naam, waarde in nieuw.items()):
            for naam, waarde in nieuw.items():
                setattr(rij, naam, waarde)
            rij.bewaren(door=door, reden="budgetplan vastgelegd")
            anders = True
    for rij in staat.values():
        if not rij.vervallen:
            rij.vervallen = True
            rij.bewaren(door=door, reden="uit het budgetplan gehaald")
            anders = True
    return anders
