"""The gate where a pgb is asked: the plan is there, each condition is met, and a refusal says why. Reads only."""

from collections.abc import Iterator

from beschikkingen.models import Gevolg, Uitkomst
from beschikkingen.poortvraag import Poortvraag, Punt
from toegang.opmaak import bedrag, datum
from voorzieningen.budgetregels import artikel, kosten_per_jaar, voorwaarden
from voorzieningen.models import Budgetplan, Indicatie, Vorm
from voorzieningen.regels import bedrag_per_jaar

PLAN = "voorzieningen:budgetplan"


def pgb(v: Poortvraag) -> Iterator[Punt]:
    """Of each pgb that is granted the plan and the three conditions (Wmo 2.3.6 lid 2, Jeugdwet 8.1.1 lid 2)."""
    for i in v.toegekend:
        plan = v.budgetplannen.get(i.product_id)
        if i.vorm == Vorm.PGB:
            yield from _toegekend(v, i, plan)
        elif plan is not None:
            yield from _natura_in_plaats_van(v, i, plan)


def pgb_afgewezen(v: Poortvraag) -> Iterator[Punt]:
    """A plan that nobody judged says nothing about why the pgb is refused."""
    for regel in v.regels:
        plan = v.budgetplannen.get(regel.indicatie.product_id)
        if regel.gevolg == Gevolg.AFWIJZEN and regel.indicatie.vorm == Vorm.PGB and plan is not None:
            if plan.voldoet is None:
                yield _beoordelen(plan, regel.indicatie)
            elif not plan.voldoet:
                yield Punt(True, f"In de brief staat waarom het pgb niet kan: {regel.indicatie.product.naam}")


def _toegekend(v: Poortvraag, i: Indicatie, plan: Budgetplan | None) -> Iterator[Punt]:
    wet, naam = v.besluit.zaak.wet, i.product.naam
    if plan is None:
        zin = f"Het budgetplan van de inwoner ontbreekt: {naam} ({artikel(wet)})"
        yield Punt(False, zin, "voorzieningen:budgetplan_vastleggen", v.besluit.zaak_id, "id_product")
        return
    if plan.voldoet is None:
        yield _beoordelen(plan, i)
        return
    for w in voorwaarden(wet):
        klaar = bool(getattr(plan, w.voldaan))
        zin = f"Pgb voorwaarde {w.letter} is {'' if klaar else 'niet '}gehaald: {naam} ({artikel(wet, w.letter)})"
        yield Punt(klaar, zin if klaar else f"{zin}. Ken het pgb niet toe", PLAN, plan.pk, f"id_{w.voldaan}")
    if plan.weigergrond:
        zin = f"Het pgb wordt geweigerd: {plan.get_weigergrond_display().lower()}. Ken het niet toe"
        yield Punt(False, zin, PLAN, plan.pk, "id_weigergrond")
    kosten, budget = (
        kosten_per_jaar(r for r in plan.regels.all() if not r.vervallen),
        bedrag_per_jaar(i),
    )
    if kosten > budget:
        zin = (
            f"Het budgetplan kost {bedrag(kosten)} per jaar, het pgb is {bedrag(budget)}. De brief zegt dat."
        )
        yield Punt(True, zin, PLAN, plan.pk, let_op=True)


def _natura_in_plaats_van(v: Poortvraag, i: Indicatie, plan: Budgetplan) -> Iterator[Punt]:
    """Natura for who asked a pgb is a refusal of that pgb: it is judged, and the outcome says that it is a part."""
    naam = i.product.naam
    if plan.voldoet is None:
        yield _beoordelen(plan, i)
    elif plan.voldoet:
        zin = (
            f"De inwoner wil een pgb en voldoet aan de voorwaarden: {naam}. Stel het pgb voor, of leg vast dat de"
            " inwoner geen pgb meer wil"
        )
        yield Punt(False, zin, PLAN, plan.pk)
    elif v.besluit.uitkomst == Uitkomst.TOEKENNING:
        zin = f"De inwoner vroeg een pgb en krijgt natura: {naam}. Kies gedeeltelijke toekenning"
        yield v.hier(False, zin, "id_uitkomst")
    else:
        yield Punt(True, f"In de brief staat waarom het pgb niet kan: {naam}")


def _beoordelen(plan: Budgetplan, i: Indicatie) -> Punt:
    zin = f"Het budgetplan van {datum(plan.ontvangen_op)} is nog niet beoordeeld: {i.product.naam}"
    return Punt(False, zin, PLAN, plan.pk, "id_beheer_voldaan")
