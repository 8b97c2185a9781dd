"""A product: added or changed by the contractbeheerder; what help rests on stays what it was."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.permissions import check_rol
from toegang.rechten import Wet
from voorzieningen.codelijst import ROLSTOELEN, waarom_geen_categorie, waarom_geen_code
from voorzieningen.contractregels import EEN_DAG
from voorzieningen.models import Indicatie, Product
from voorzieningen.usecases.aanbieder_vastleggen import CONTRACTBEHEER

VAST = {"wet": "De wet", "categorie": "De categorie", "code": "De code"}
ANDERS = (
    "verandert niet meer: er is al hulp met dit product. Maak een nieuw product, en geef dit een laatste dag"
)


@transaction.atomic
def product_vastleggen(
    *, code: str, naam: str, briefnaam: str, wat: str, wet: str, categorie: str, leefgebied: str, eenheid: str,
    frequentie: str, bekostiging: str, eigen_bijdrage: bool, ergotherapie_vooraf: bool, vanaf_op: datetime.date,
    door: Actor, laatste_dag: datetime.date | None = None, product_id=None, versie: int | None = None,
) -> Product:  # fmt: skip
    """One code is one product. Help that was granted keeps its unit and its price."""
    check_rol(door, *CONTRACTBEHEER)
    product = Product.objects.vergrendelen(product_id) if product_id else Product()
    if product_id:
        product.check_versie(versie)
    velden = {
        "code": code.strip().upper(), "naam": naam, "briefnaam": briefnaam, "wat": wat, "wet": wet,
        "categorie": categorie, "leefgebied": leefgebied, "eenheid": eenheid, "frequentie": frequentie,
        "bekostiging": bekostiging, "eigen_bijdrage": eigen_bijdrage, "ergotherapie_vooraf": ergotherapie_vooraf,
        "vanaf_op": vanaf_op, "tot_op": laatste_dag + EEN_DAG if laatste_dag else None,
    }  # fmt: skip
    if fouten := _fouten(product, velden, laatste_dag) | _in_gebruik(product, velden):
        raise ValidationError(fouten)
    for veld, waarde in velden.items():
        setattr(product, veld, waarde)
    return product.bewaren(door=door, reden="product vastgelegd")


def _fouten(product: Product, velden: dict, laatste_dag: datetime.date | None) -> dict[str, str]:
    """What the lists and the other products say; a code that stood already is not looked at anew."""
    fouten, code = {}, velden["code"]
    anders = (velden["code"], velden["categorie"], velden["wet"]) != (
        product.code, product.categorie, product.wet,
    )  # fmt: skip
    if anders and (zin := waarom_geen_categorie(velden["wet"], velden["categorie"])):
        fouten["categorie"] = zin
    elif anders and (zin := waarom_geen_code(velden["categorie"], code)):
        fouten["code"] = zin
    if ander := Product.objects.filter(code=code).exclude(pk=product.pk).first():
        fouten["code"] = f"Deze code is al van {ander.naam}. Kies een andere code, of wijzig dat product"
    if velden["eigen_bijdrage"] and velden["wet"] == Wet.JEUGDWET:
        fouten["eigen_bijdrage"] = "Voor jeugdhulp betaalt niemand een eigen bijdrage. Kies nee"
    elif velden["eigen_bijdrage"] and velden["categorie"] == ROLSTOELEN:
        fouten["eigen_bijdrage"] = "Voor een rolstoel betaalt niemand een eigen bijdrage. Kies nee"
    if laatste_dag and laatste_dag < velden["vanaf_op"]:
        fouten["laatste_dag"] = "De laatste dag ligt voor de eerste. Kijk beide dagen na"
    return fouten


def _in_gebruik(product: Product, velden: dict) -> dict[str, str]:
    """Messages, rights and prices of help that was proposed hang on these."""
    if product._state.adding:
        return {}
    eerste = (
        Indicatie.objects.filter(product=product)
        .order_by("ingangsdatum")
        .values_list("ingangsdatum", flat=True)
    )
    if (begin := eerste.first()) is None:
        return {}
    fouten = {
        veld: f"{naam} {ANDERS}" for veld, naam in VAST.items() if velden[veld] != getattr(product, veld)
    }
    if velden["vanaf_op"] > max(begin, product.vanaf_op):
        fouten["vanaf_op"] = (
            f"Er is al hulp met dit product vanaf {datum(begin)}. Kies die dag, of een eerdere"
        )
    return fouten
