"""Providers, contracts, waiting times and tariffs: what is contracted. No person here."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.opmaak import datum
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.verouderd import ingehaald, versie_uit
from voorzieningen import contractformulieren as f
from voorzieningen.contractlezen import hulp_die_doorgaat
from voorzieningen.contractregels import is_oud, periode_in_woorden, wachten_in_woorden
from voorzieningen.models import Aanbieder, Contract, Tarief
from voorzieningen.usecases.aanbieder_vastleggen import CONTRACTBEHEER, aanbieder_vastleggen
from voorzieningen.usecases.contract_vastleggen import (
    contract_beeindigen,
    contract_opgave,
    contract_vastleggen,
)
from voorzieningen.usecases.tarief_vastleggen import tarief_beeindigen, tarief_vastleggen

LEZEN = {"laag": Laag.CONTACT, "rollen": (*CONTRACTBEHEER, Rol.ADMINISTRATIE)}
BEHEREN = {"laag": Laag.CONTACT, "rollen": CONTRACTBEHEER}
PER_BLAD = 500  # more providers, or contracts of one, than a municipality has


@scherm("aanbieders", **LEZEN)
def aanbieders(request):
    """All of them by name, with how many contracts hold today."""
    vandaag = timezone.localdate()
    lopend = Q(contracten__vanaf_op__lte=vandaag) & (
        Q(contracten__tot_op=None) | Q(contracten__tot_op__gt=vandaag)
    )
    rijen = Aanbieder.objects.annotate(lopend=Count("contracten", filter=lopend)).order_by("naam", "pk")
    context = {"rijen": list(rijen[:PER_BLAD]), "mag": request.lezer.rechten.heeft_rol(*CONTRACTBEHEER)}
    return TemplateResponse(request, "voorzieningen/aanbieders.html", context)


@scherm("aanbieder_toevoegen", **BEHEREN)
def aanbieder_toevoegen(request):
    formulier = f.AanbiederFormulier(request.POST if request.method == "POST" else None)
    if formulier.is_valid():
        try:
            nieuw = aanbieder_vastleggen(door=request.lezer, **formulier.cleaned_data)
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, f"{nieuw.naam} is bewaard. Voeg nu een contract toe.")
            return redirect("voorzieningen:aanbieder", nieuw.pk)
    return TemplateResponse(request, "voorzieningen/aanbieder_toevoegen.html", {"formulier": formulier})


@scherm("aanbieder", **LEZEN)
def aanbieder(request, pk):
    """Its facts and contracts; the contractbeheerder changes them, the administratie writes down what it says."""
    rij, vandaag, welk = Aanbieder.objects.get(pk=pk), timezone.localdate(), request.POST.get("formuliernaam")
    mag = request.lezer.rechten.heeft_rol(*CONTRACTBEHEER)
    begin = {"naam": rij.naam, "agb": rij.agb, "telefoon": rij.telefoon}
    feiten = f.AanbiederFormulier(request.POST if welk == "feiten" else None, initial=begin)
    nieuw = f.ContractFormulier(request.POST if welk == "contract" else None, op=vandaag)
    if feiten.is_bound and feiten.is_valid():
        try:
            bewaard = aanbieder_vastleggen(
                door=request.lezer, aanbieder_id=pk,
                versie=versie_uit(request), **feiten.cleaned_data,
            )  # fmt: skip
        except ValidationError as fout:
            fouten_overnemen(feiten, fout)
        except Verouderd as fout:
            rij = fout.huidig
            ingehaald(request, feiten, rij, {veld: getattr(rij, veld) for veld in begin})
        else:
            messages.success(request, f"{bewaard.naam} is bewaard.")
            return redirect("voorzieningen:aanbieder", pk)
    if nieuw.is_bound and nieuw.is_valid():
        try:
            contract = contract_vastleggen(door=request.lezer, aanbieder_id=pk, **nieuw.velden())
        except ValidationError as fout:
            fouten_overnemen(nieuw, fout)
        else:
            messages.success(
                request, f"Contract bewaard: {contract.product.naam}, {periode_in_woorden(contract)}."
            )
            return redirect("voorzieningen:aanbieder", pk)
    contracten = Contract.objects.filter(aanbieder=rij).select_related("product")
    context = {
        "aanbieder": rij, "mag": mag, "feiten": feiten, "nieuw": nieuw, "formulieren": [feiten, nieuw],
        "contracten": [
            (c, periode_in_woorden(c), wachten_in_woorden(c.wachttijd, c.capaciteit, c.opgegeven_op),
             is_oud(c.opgegeven_op, vandaag), c.tot_op is None or c.tot_op > vandaag)
            for c in contracten.order_by("product__naam", "-vanaf_op", "pk")[:PER_BLAD]
        ],
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/aanbieder.html", context)


@scherm("contract", **LEZEN)
def contract(request, pk):
    """One contract: what the provider says about waiting, and its end."""
    rij = Contract.objects.select_related("aanbieder", "product").get(pk=pk)
    vandaag, welk = timezone.localdate(), request.POST.get("formuliernaam")
    mag = request.lezer.rechten.heeft_rol(*CONTRACTBEHEER)
    begin = {"wachttijd": rij.wachttijd, "capaciteit": rij.capaciteit, "opgegeven_op": vandaag}
    opgave = f.OpgaveFormulier(request.POST if welk == "opgave" else None, initial=begin)
    einde = f.EindeFormulier(request.POST if welk == "einde" else None)
    for formulier, doen in ((opgave, _opgave), (einde, _einde)):
        if formulier.is_bound and formulier.is_valid():
            try:
                zin = doen(rij, formulier.cleaned_data, request.lezer, vandaag)
            except ValidationError as fout:
                fouten_overnemen(formulier, fout)
            else:
                messages.success(request, zin)
                return redirect("voorzieningen:contract", pk)
    context = {
        "contract": rij, "periode": periode_in_woorden(rij), "mag": mag, "opgave": opgave, "einde": einde,
        "wachten": wachten_in_woorden(rij.wachttijd, rij.capaciteit, rij.opgegeven_op),
        "oud": is_oud(rij.opgegeven_op, vandaag), "formulieren": [opgave, einde],
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/contract.html", context)


def _opgave(rij: Contract, velden: dict, door, vandaag) -> str:
    contract_opgave(contract_id=rij.pk, door=door, vandaag=vandaag, **velden)
    return "Bewaard. Wie hulp voorstelt, ziet dit bij de aanbieder."


def _einde(rij: Contract, velden: dict, door, vandaag) -> str:
    klaar = contract_beeindigen(contract_id=rij.pk, door=door, **velden)
    daarna = hulp_die_doorgaat(klaar.tot_op, aanbieder=klaar.aanbieder_id, product=klaar.product_id)
    zin = f"Het contract eindigt na {datum(velden['laatste_dag'])}."
    return f"{zin} Daarna loopt er nog hulp voor {daarna}." if daarna else zin


@scherm("tarieven", **BEHEREN)
def tarieven(request):
    """The tariffs of now and later by product, newest first, and a form for another; ?ook=voorbij: all."""
    vandaag, alles = timezone.localdate(), request.GET.get("ook") == "voorbij"
    formulier = f.TariefFormulier(request.POST if request.method == "POST" else None, op=vandaag)
    if formulier.is_bound and formulier.is_valid():
        try:
            rij = tarief_vastleggen(door=request.lezer, **formulier.velden())
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, f"Tarief bewaard: {rij.product.naam}, {periode_in_woorden(rij)}.")
            return redirect("voorzieningen:tarieven")
    rijen = Tarief.objects.select_related("product").order_by("product__naam", "-vanaf_op", "pk")
    if not alles:
        rijen = rijen.filter(Q(tot_op=None) | Q(tot_op__gt=vandaag))
    context = {
        "formulier": formulier, "alles": alles,
        "rijen": [(t, periode_in_woorden(t), t.tot_op is None or t.tot_op > vandaag) for t in rijen],
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/tarieven.html", context)


@scherm("tarief_beeindigen", **BEHEREN)
def tarief_stoppen(request, pk):
    """The last day of one tariff."""
    rij = Tarief.objects.select_related("product").get(pk=pk)
    formulier = f.EindeFormulier(request.POST if request.method == "POST" else None)
    if formulier.is_bound and formulier.is_valid():
        try:
            tarief_beeindigen(tarief_id=pk, door=request.lezer, **formulier.cleaned_data)
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            dag = datum(formulier.cleaned_data["laatste_dag"])
            messages.success(request, f"Het tarief eindigt na {dag}. Leg het tarief voor daarna vast.")
            return redirect("voorzieningen:tarieven")
    context = {"tarief": rij, "periode": periode_in_woorden(rij), "formulier": formulier}
    return TemplateResponse(request, "voorzieningen/tarief_beeindigen.html", context)
