"""Who can give this help: only providers with a contract on its first day, each with what he said about waiting."""

import datetime
from itertools import groupby

from django.core.exceptions import ValidationError

from toegang.opmaak import datum
from voorzieningen.contractregels import EEN_DAG, wachten_in_woorden
from voorzieningen.models import Contract, Product

LEEG = ("", "Maak een keuze")


def aanbiederkeuzes(
    wet: str, op: datetime.date, *, product: Product | None = None, tot: datetime.date | None = None
) -> list:
    """Choices of a select; by product as long as no product is chosen. One query."""
    contracten = Contract.objects.op(op).filter(product__wet=wet).select_related("aanbieder", "product")
    if product is not None:
        contracten = contracten.filter(product=product)
    rijen = contracten.order_by("product__naam", "product_id", "aanbieder__naam", "pk")
    groepen = [
        (naam, [(str(c.aanbieder_id), _label(c, tot)) for c in groep])
        for (naam, _), groep in groupby(rijen, key=lambda c: (c.product.naam, c.product_id))
    ]
    if product is not None or len(groepen) == 1:
        return [LEEG, *(keuze for _, keuzes in groepen for keuze in keuzes)]
    return [LEEG, *groepen]


def _label(contract: Contract, tot: datetime.date | None) -> str:
    delen = [contract.aanbieder.naam]
    if zin := wachten_in_woorden(contract.wachttijd, contract.capaciteit, contract.opgegeven_op):
        delen.append(zin)
    if tot and contract.tot_op and contract.tot_op <= tot:
        delen.append(f"contract tot en met {datum(contract.tot_op - EEN_DAG)}")
    return ": ".join(delen[:2]) + "".join(f", {deel}" for deel in delen[2:])


def gekozen(formulier, veld: str):
    """What was typed in this field so far, as it would be read; None when it cannot be."""
    if not formulier.is_bound:
        return None
    try:
        rauw = formulier.fields[veld].widget.value_from_datadict(
            formulier.data, formulier.files, formulier.add_prefix(veld)
        )
        return formulier.fields[veld].clean(rauw)
    except ValidationError:
        return None


def keuzes_in(formulier, wet: str, op: datetime.date) -> None:
    """Fill the field `aanbieder` of a form with `product`, `ingangsdatum` and `einddatum`."""
    begin = gekozen(formulier, "ingangsdatum") or op
    formulier.fields["aanbieder"].widget.choices = aanbiederkeuzes(
        wet, begin, product=gekozen(formulier, "product"), tot=gekozen(formulier, "einddatum")
    )
