"""The help of a zaak: what was proposed, granted and runs; propose more, or take a proposal back."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Zaak
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.adviezen import KNOP, overgenomen
from voorzieningen.budgetregels import voorwaarden
from voorzieningen.forms import IndicatieFormulier, IntrekkenFormulier
from voorzieningen.leveringsstand import Stand, stand_op_regel
from voorzieningen.models import Budgetplan, Indicatie, Tarief, Toewijzingsverzoek, Vorm
from voorzieningen.opdrachtregels import waarom_geen_opdracht
from voorzieningen.permissions import mag_uitvoeren, waarom_niet_voorstellen
from voorzieningen.regels import GeenPrijs, bedrag_per_jaar, omvang_in_woorden
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.usecases.indicatie_intrekken import indicatie_intrekken
from voorzieningen.usecases.indicatie_voorstellen import indicatie_voorstellen
from wijkteams.consultlezen import adviezen_van

MET_EINDE = (IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND, IndicatieStatus.BEEINDIGD)


@dataclass(frozen=True)
class Regel:
    """One line of help as the list shows it."""

    indicatie: Indicatie
    omvang: str
    per_jaar: object
    intrekbaar: bool
    met_einde: bool
    stand: Stand | None  # of the delivery
    met_levering: bool


def regels_van(zaak: Zaak) -> list[Regel]:
    """The help of this zaak with its extent in words, its price and its delivery; one query."""
    vandaag = timezone.localdate()
    return [
        Regel(
            i, omvang_in_woorden(i.volume, i.eenheid, i.frequentie), None if i.volume is None else bedrag_per_jaar(i),
            i.status == IndicatieStatus.VOORGESTELD, i.status in MET_EINDE, stand_op_regel(i, vandaag),
            i.vorm == Vorm.NATURA and i.status in MET_EINDE,
        )
        for i in Indicatie.objects.filter(zaak=zaak).met_lijstgegevens().met_levering(vandaag)
    ]  # fmt: skip


def budgetplannen_van(lezer, zaak: Zaak):
    """The plans for a pgb, for who may read the content."""
    plannen = Budgetplan.objects.voor(lezer, Recht.INHOUD_INZIEN).filter(zaak=zaak)
    return plannen.select_related("product").order_by("-ontvangen_op", "pk")


@scherm("voorzieningen", laag=Laag.UITVOERING)
def indicaties(request, pk):
    """What was proposed and granted on this zaak."""
    zaak = zaak_ophalen(request, pk, laag=Laag.UITVOERING)
    context = zaakcontext(request, zaak) | {
        "titel": "Voorzieningen",
        "regels": regels_van(zaak),
        "mag_voorstellen": zaak.mag(Recht.INHOUD_BEWERKEN),
        "waarom_niet": waarom_niet_voorstellen(zaak),
        "mag_uitvoeren": mag_uitvoeren(zaak, request.lezer),
        "kan_opdracht": not waarom_geen_opdracht(zaak.wet, zaak.is_open),
        "kan_pgb": bool(voorwaarden(zaak.wet)) and zaak.is_open,
        "budgetplannen": budgetplannen_van(request.lezer, zaak),
        "verzoeken": Toewijzingsverzoek.objects.filter(zaak=zaak)
        .select_related("aanbieder", "product")
        .order_by("-ontvangen_op", "pk"),
    }
    return TemplateResponse(request, "voorzieningen/indicatie_lijst.html", context)


@scherm("indicatie_voorstellen", laag=Laag.INHOUD)
def indicatie(request, pk):
    """Propose help; *Reken de prijs uit* shows the price and keeps nothing."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD, recht=Recht.INHOUD_BEWERKEN)
    vandaag = timezone.localdate()
    prijs = None
    adviezen = adviezen_van(zaak)
    if KNOP in request.POST:  # back on the page, with what was filled in
        ingevuld = overgenomen(request.POST.dict(), adviezen)
        formulier = IndicatieFormulier(initial=ingevuld, zaak=zaak, op=vandaag)
    else:
        formulier = IndicatieFormulier(
            request.POST or None, zaak=zaak, op=vandaag, initial=uit_het_budgetplan(request, zaak)
        )
    if formulier.is_bound and formulier.is_valid():
        if "reken" in request.POST:
            prijs = prijs_van(formulier)
        else:
            try:
                gemaakt = indicatie_voorstellen(
                    zaak_id=zaak.pk, door=request.lezer, vandaag=vandaag, **formulier.velden()
                )
            except ValidationError as fout:
                fouten_overnemen(formulier, fout)
            else:
                messages.success(
                    request,
                    f"Voorgesteld: {gemaakt.product.naam.lower()},"
                    f" {omvang_in_woorden(gemaakt.volume, gemaakt.eenheid, gemaakt.frequentie)}."
                    " Hierna maakt u het besluit.",
                )
                return redirect("voorzieningen:indicaties", pk=zaak.pk)
    context = zaakcontext(request, zaak) | {
        "titel": "Hulp voorstellen",
        "formulier": formulier,
        "adviezen": adviezen,
        "regels": regels_van(zaak),
        "tarieven": Tarief.objects.op(vandaag)
        .filter(product__wet=zaak.wet)
        .select_related("product")
        .order_by("product__naam", "pk"),
        "waarom_niet": waarom_niet_voorstellen(zaak),
        "prijs": prijs,
    }
    return TemplateResponse(request, "voorzieningen/indicatie_voorstellen.html", context)


def uit_het_budgetplan(request, zaak: Zaak) -> dict:
    """What the plan of the inwoner says already: asked once."""
    gevraagd = request.GET.get("budgetplan", "")
    plannen = budgetplannen_van(request.lezer, zaak).geldend() if gevraagd else []
    plan = next((p for p in plannen if str(p.pk) == gevraagd), None)
    if plan is None:
        return {}
    wie = ": ".join(filter(None, (plan.get_beheerder_display(), plan.beheerder_naam)))
    return {
        "product": plan.product_id, "vorm": Vorm.PGB, "pgb_beheerder": wie, "pgb_motivering": plan.motivering,
        "pgb_kwaliteit": plan.kwaliteit_reden,
    }  # fmt: skip


def prijs_van(formulier) -> SimpleNamespace:
    """The price of what stands in the form, or the sentence why there is none yet."""
    g = formulier.cleaned_data
    tarief = Tarief.objects.filter(product=g["product"]).op(g["ingangsdatum"]).first()
    if tarief is None and g["eenheid"] != "83":
        return SimpleNamespace(zin="Voor deze begindatum is geen tarief bekend.", per_jaar=None)
    proef = SimpleNamespace(
        volume=g["volume"], eenheid=g["eenheid"], frequentie=g["frequentie"],
        tarief=tarief and tarief.bedrag, tarief_eenheid=tarief and tarief.eenheid,
    )  # fmt: skip
    try:
        return SimpleNamespace(
            zin=omvang_in_woorden(proef.volume, proef.eenheid, proef.frequentie),
            per_jaar=bedrag_per_jaar(proef),
        )
    except GeenPrijs as fout:
        return SimpleNamespace(zin=str(fout), per_jaar=None)


@scherm("indicatie_intrekken", laag=Laag.INHOUD)
def intrekken(request, pk):
    """Take a proposal back, with a reason."""
    rij = Indicatie.objects.voor(request.lezer, Recht.PROCES_INZIEN).met_lijstgegevens().get(pk=pk)
    zaak = zaak_ophalen(request, rij.zaak_id, laag=Laag.INHOUD, recht=Recht.INHOUD_BEWERKEN)
    formulier = IntrekkenFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        indicatie_intrekken(
            indicatie_id=pk,
            door=request.lezer,
            vandaag=timezone.localdate(),
            reden=formulier.cleaned_data["reden"],
        )
        messages.success(request, "Het voorstel is ingetrokken.")
        return redirect("voorzieningen:indicaties", pk=zaak.pk)
    context = zaakcontext(request, zaak) | {
        "titel": "Voorstel intrekken",
        "formulier": formulier,
        "indicatie": rij,
        "omvang": omvang_in_woorden(rij.volume, rij.eenheid, rij.frequentie),
    }
    return TemplateResponse(request, "voorzieningen/indicatie_intrekken.html", context)
