"""How often a voorziening was referred to and what came of it; small numbers stay hidden, also by subtraction."""

from collections.abc import Mapping

from django.db.models import Count

from voorzieningen.models import Uitkomst, Verwijzing
from voorzieningen.models.verwijzing import TELT

HOOGSTENS_VERBORGEN = 4
WEINIG = "minder dan 5"
NIET_GETOOND = "niet getoond"
LOOPT = "Nog niet nagevraagd"


def samenvatten(aantallen: Mapping[str, int]) -> tuple[str, list[tuple[str, str]]]:
    """(in all, [(outcome in words, number)]); the numbers by stored value, '' for what was not asked yet.

    A number below 5 is not shown. When what is hidden would still follow from the total (together below 5), the
    smallest of the others is hidden too. Below 5 in all there is nothing to divide.
    """
    totaal = sum(aantallen.values())
    if not totaal:
        return "Nog niet", []
    if totaal <= HOOGSTENS_VERBORGEN:
        return WEINIG, []
    soorten = [*TELT, ""]
    tekst = {s: WEINIG if aantallen.get(s, 0) <= HOOGSTENS_VERBORGEN else str(aantallen[s]) for s in soorten}
    verborgen = [s for s in soorten if tekst[s] == WEINIG]
    open_ = sorted((s for s in soorten if s not in verborgen), key=lambda s: aantallen[s])
    if open_ and 0 < sum(aantallen.get(s, 0) for s in verborgen) <= HOOGSTENS_VERBORGEN:
        tekst[open_[0]] = NIET_GETOOND
    return str(totaal), [(Uitkomst(s).label if s else LOOPT, tekst[s]) for s in soorten]


def cijfers_van(voorziening_id) -> tuple[str, list[tuple[str, str]]]:
    """Of every referral in the municipality, whoever made it; one statement, nothing about a person."""
    rijen = Verwijzing.objects.filter(voorziening=voorziening_id).exclude(uitkomst=Uitkomst.VERGISSING)
    return samenvatten(dict(rijen.order_by().values_list("uitkomst").annotate(aantal=Count("pk"))))
