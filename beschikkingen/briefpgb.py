"""The part of the letter about a pgb: amount, plan, who manages it; or why it cannot be. Reads only."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext

from beschikkingen.briefgegevens import mee_gelezen
from beschikkingen.models import Besluit, Gevolg, Uitkomst
from toegang.opmaak import bedrag, datum
from voorzieningen.budgetregels import kosten_per_jaar, voorwaarden
from voorzieningen.models import Beheerder, Budgetplan, Budgetplanregel, Indicatie, Vorm
from voorzieningen.regels import bedrag_per_jaar, omvang_in_woorden

WEIGERT = (Uitkomst.GEDEELTELIJK, Uitkomst.AFWIJZING)


def pgb_van(besluit: Besluit, indicaties: list[Indicatie]) -> tuple[str, ...]:
    """What it may be spent on, the amount and how it was computed, the plan, quality, accounting (Wmo 2.3.6)."""
    in_pgb = [i for i in indicaties if i.vorm == Vorm.PGB]
    if not in_pgb:
        return ()
    plannen = _plannen(besluit)
    alle = []
    for i in in_pgb:
        alle.append(_bedrag(i))
        if plan := plannen.get(i.product_id):
            alle.append(_plan(plan, _regels(besluit, plan), i))
    slot = gettext(
        "De hulp die u koopt, moet veilig en goed zijn. De Sociale Verzekeringsbank betaalt uw hulp."
        " Stuur de rekeningen daarheen. Bewaar ze zelf ook."
    )
    return (*alle, slot)


def pgb_geweigerd(besluit: Besluit) -> dict[UUID, str]:
    """By product why the pgb that was asked cannot be given (Awb art. 3:46); empty where none was asked."""
    if besluit.uitkomst not in WEIGERT:
        return {}
    regels = besluit.geldende_regels()
    hulp = {r.indicatie.product_id: r.indicatie.product.briefnaam for r in regels}
    in_pgb = {
        r.indicatie.product_id
        for r in regels
        if r.gevolg == Gevolg.TOEKENNEN and r.indicatie.vorm == Vorm.PGB
    }
    plannen = _plannen(besluit).items()
    return {
        product: _waarom_niet(besluit, plan, hulp[product])
        for product, plan in plannen
        if product in hulp and product not in in_pgb and plan.voldoet is False
    }


def _waarom_niet(besluit: Besluit, plan: Budgetplan, hulp: str) -> str:
    zin = gettext("U vroeg om een pgb voor %(hulp)s. Dat pgb krijgt u niet.") % {"hulp": hulp}
    mist = [getattr(plan, w.reden) for w in voorwaarden(besluit.zaak.wet) if not getattr(plan, w.voldaan)]
    return " ".join(" ".join(t.split()) for t in (zin, *mist, plan.weigerreden) if t.strip())


def _bedrag(i: Indicatie) -> str:
    return gettext(
        "Uw pgb is voor: %(resultaat)s. Het is %(per_jaar)s per jaar. Zo rekenen wij: %(omvang)s,"
        " voor %(tarief)s per %(eenheid)s."
    ) % {
        "resultaat": i.resultaat or i.product.wat,
        "per_jaar": bedrag(bedrag_per_jaar(i)),
        "omvang": omvang_in_woorden(i.volume, i.eenheid, i.frequentie),
        "tarief": bedrag(i.tarief),
        "eenheid": i.get_tarief_eenheid_display(),
    }


def _plan(plan: Budgetplan, regels: list[Budgetplanregel], i: Indicatie) -> str:
    """From whom the help comes and who manages the budget, as the plan of the inwoner says it."""
    zinnen = [
        gettext("In uw budgetplan van %(dag)s staat wie u helpt.") % {"dag": datum(plan.ontvangen_op)},
        *_wie(regels),
    ]
    if plan.beheerder == Beheerder.ZELF:
        zinnen.append(gettext("U beheert het pgb zelf."))
    else:
        zinnen.append(gettext("%(wie)s beheert het pgb voor u.") % {"wie": plan.beheerder_naam})
    kosten = kosten_per_jaar(regels)
    if kosten > bedrag_per_jaar(i):
        zinnen.append(
            gettext("Uw plan kost %(kosten)s per jaar. Wat u meer uitgeeft dan uw pgb, betaalt u zelf.")
            % {"kosten": bedrag(kosten)}
        )
    return " ".join(zinnen)


def _wie(regels: Iterable[Budgetplanregel]) -> Iterable[str]:
    for r in regels:
        vorm = (
            gettext("%(wie)s helpt u als professional: %(omvang)s, voor %(tarief)s per %(eenheid)s.")
            if r.soort == Budgetplanregel.Soort.FORMEEL
            else gettext("%(wie)s helpt u als bekende: %(omvang)s, voor %(tarief)s per %(eenheid)s.")
        )
        yield vorm % {
            "wie": r.van_wie,
            "omvang": omvang_in_woorden(r.volume, r.eenheid, r.frequentie),
            "tarief": bedrag(r.tarief),
            "eenheid": r.get_eenheid_display(),
        }


def _plannen(besluit: Besluit) -> dict[UUID, Budgetplan]:
    anders = Budgetplan.objects.geldend().filter(zaak=besluit.zaak_id).order_by("ontvangen_op", "pk")
    return {p.product_id: p for p in mee_gelezen(besluit, "budgetplannen", Budgetplan, anders)}


def _regels(besluit: Besluit, plan: Budgetplan) -> list[Budgetplanregel]:
    anders = Budgetplanregel.objects.filter(plan__zaak=besluit.zaak_id, vervallen=False)
    rijen = mee_gelezen(besluit, "planregels", Budgetplanregel, anders)
    return sorted((r for r in rijen if r.plan_id == plan.pk), key=lambda r: r.volgorde)
