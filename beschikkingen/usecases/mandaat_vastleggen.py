"""The register of mandates: who may sign what, from when; it ends on a day and is never removed (Awb art. 10:3)."""

import datetime
from collections.abc import Collection
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.models import Mandaat
from toegang import opmaak
from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Product
from wijkteams.models import Medewerker


@transaction.atomic
def mandaat_vastleggen(
    *,
    door: Actor,
    vandaag: datetime.date,
    medewerker_id,
    wet: str,
    soorten: Collection[str],
    tot_bedrag: Decimal,
    vanaf_op: datetime.date,
    tot_op: datetime.date | None = None,
    functie: str = "",
    categorie: str = "",
    product_id=None,
    waarneemt_voor_id=None,
) -> Mandaat:
    """By the beheerder, from the decision of the college. A stand-in has an end. The same row twice is one."""
    check_rol(door, Rol.BEHEERDER)
    medewerker = Medewerker.objects.select_related("actor").get(pk=medewerker_id)
    product = Product.objects.get(pk=product_id) if product_id else None
    fouten = {}
    if medewerker.actor == door:
        fouten["medewerker"] = "U kunt uzelf geen mandaat geven. Vraag een andere beheerder."
    if not soorten:
        fouten["soorten"] = "Kies minstens één soort besluit"
    if tot_bedrag <= 0:
        fouten["tot_bedrag"] = "Vul een bedrag in dat groter is dan 0"
    if tot_op and tot_op <= vanaf_op:
        fouten["tot_op"] = f"Deze datum moet na {opmaak.datum(vanaf_op)} liggen"
    if waarneemt_voor_id and tot_op is None:
        fouten["tot_op"] = "Een waarneming heeft een einddatum"
    if waarneemt_voor_id and str(waarneemt_voor_id) == str(medewerker_id):
        fouten["waarneemt_voor"] = "Kies een andere collega"
    if product is not None and product.wet != wet:
        fouten["product"] = "Dit product hoort niet bij deze wet"
    if fouten:
        raise ValidationError(fouten)
    velden = {
        "medewerker": medewerker, "wet": wet, "soorten": sorted(soorten), "tot_bedrag": tot_bedrag,
        "vanaf_op": vanaf_op, "tot_op": tot_op, "functie": functie.strip(), "categorie": categorie,
        "product": product, "waarneemt_voor_id": waarneemt_voor_id,
    }  # fmt: skip
    bestaand = Mandaat.objects.filter(**velden).first()
    return bestaand or Mandaat(**velden).bewaren(door=door, reden=f"mandaat gegeven op {vandaag:%d-%m-%Y}")


@transaction.atomic
def mandaat_beeindigen(
    *,
    mandaat_id,
    door: Actor,
    vandaag: datetime.date,
    tot_op: datetime.date,
    reden: str,
    versie: int | None = None,
) -> Mandaat:
    """From this day it is over; what was signed before stays signed. Not backwards: that would touch signatures."""
    check_rol(door, Rol.BEHEERDER)
    mandaat = Mandaat.objects.vergrendelen(mandaat_id)
    mandaat.check_versie(versie)
    if mandaat.tot_op and mandaat.tot_op <= vandaag:
        raise OngeldigeOvergang("Dit mandaat is al voorbij.")
    if tot_op < max(vandaag, mandaat.vanaf_op):
        eerst = opmaak.datum(max(vandaag, mandaat.vanaf_op))
        raise ValidationError({"tot_op": f"Kies {eerst} of later"})
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom het mandaat eindigt"})
    mandaat.tot_op = tot_op
    return mandaat.bewaren(door=door, reden=reden.strip())
