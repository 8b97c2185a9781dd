"""Products: what can be granted, their codes, and the weeks of their reminders. No person here."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.opmaak import datum
from toegang.rechten import Laag, Rol, Wet
from toegang.schermen import scherm
from toegang.verouderd import ingehaald, versie_uit
from toegang.werkfilter import Keuze, vraagtekst
from voorzieningen.afloopformulieren import WEEKVELDEN, WekenFormulier
from voorzieningen.codelijst import categorie_in_woorden
from voorzieningen.contractlezen import hulp_die_doorgaat
from voorzieningen.contractregels import EEN_DAG, periode_in_woorden
from voorzieningen.ladders import ladders_op
from voorzieningen.models import Contract, Herinneringsschema, Product, Tarief
from voorzieningen.productformulieren import BETALEN, ProductFormulier, ProductZoeken
from voorzieningen.usecases.aanbieder_vastleggen import CONTRACTBEHEER
from voorzieningen.usecases.herinneringsschema_vastleggen import herinneringsschema_vastleggen
from voorzieningen.usecases.product_vastleggen import product_vastleggen

BEHEREN = {"laag": Laag.CONTACT, "rollen": CONTRACTBEHEER}
PER_BLAD = 200
VELDEN = (
    "naam", "briefnaam", "wat", "wet", "categorie", "code", "leefgebied", "eenheid", "frequentie", "bekostiging",
    "eigen_bijdrage", "ergotherapie_vooraf", "vanaf_op",
)  # fmt: skip


@scherm("producten", **BEHEREN)
def producten(request):
    """By name, with what they are counted in and how many weeks ahead somebody is reminded."""
    vandaag = timezone.localdate()
    formulier = ProductZoeken(request.GET)
    formulier.is_valid()
    gekozen = {naam: waarde for naam, waarde in formulier.cleaned_data.items() if waarde}
    rijen = Product.objects.all() if gekozen.get("ook_voorbij") else _nu_of_straks(vandaag)
    if zoek := gekozen.get("zoek"):
        rijen = rijen.filter(Q(naam__icontains=zoek) | Q(code__icontains=zoek))
    if wet := gekozen.get("wet"):
        rijen = rijen.filter(wet=wet)
    ladders, gevonden = ladders_op(vandaag), list(rijen.order_by("naam", "pk")[: PER_BLAD + 1])
    context = {
        "filterformulier": formulier, "gekozen": _keuzes(gekozen), "meer": len(gevonden) > PER_BLAD,
        "per_blad": PER_BLAD,
        "rijen": [
            (p, categorie_in_woorden(p.wet, p.categorie), ladders.van(p.pk), _stand(p, vandaag))
            for p in gevonden[:PER_BLAD]
        ],
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/producten.html", context)


def _keuzes(gekozen: dict) -> list[Keuze]:
    """The chosen filters in words, each with the address without it."""
    woorden = {
        "zoek": lambda tekst: f"‘{tekst}’", "wet": lambda wet: Wet(wet).label,
        "ook_voorbij": lambda _: "Ook wat niet meer geldt",
    }  # fmt: skip
    return [
        Keuze(
            woorden[naam](waarde),
            vraagtekst({k: "on" if w is True else w for k, w in gekozen.items() if k != naam}),
        )
        for naam, waarde in gekozen.items()
    ]


def _nu_of_straks(vandaag):
    return Product.objects.filter(Q(tot_op=None) | Q(tot_op__gt=vandaag))


def _stand(p: Product, vandaag) -> tuple[str, str]:
    """The badge: does it hold today?"""
    if p.tot_op and p.tot_op <= vandaag:
        return "Voorbij", "rustig"
    return ("Begint nog", "wacht") if p.vanaf_op > vandaag else ("Geldt nu", "klaar")


@scherm("product_toevoegen", **BEHEREN)
def product_toevoegen(request):
    formulier = ProductFormulier(request.POST if request.method == "POST" else None)
    if formulier.is_bound and formulier.is_valid():
        try:
            nieuw = product_vastleggen(door=request.lezer, **formulier.cleaned_data)
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, f"{nieuw.naam} is bewaard. Leg nu een tarief en een contract vast.")
            return redirect("voorzieningen:product", nieuw.pk)
    return TemplateResponse(request, "voorzieningen/product_toevoegen.html", {"formulier": formulier})


@scherm("product", **BEHEREN)
def product(request, pk):
    """Its facts; the beheerder also sets the weeks of its reminders."""
    rij, vandaag, welk = Product.objects.get(pk=pk), timezone.localdate(), request.POST.get("formuliernaam")
    feiten = ProductFormulier(request.POST if welk == "feiten" else None, initial=_begin(rij))
    ladders = ladders_op(vandaag)
    weken = WekenFormulier(request.POST if welk == "weken" else None, weken=ladders.van(pk))
    for formulier, doen in ((feiten, _bewaren), (weken, _weken)):
        if formulier.is_bound and formulier.is_valid():
            try:
                zin = doen(request, rij, formulier, vandaag)
            except ValidationError as fout:
                fouten_overnemen(formulier, fout)
            except Verouderd as fout:
                rij = fout.huidig
                ingehaald(request, formulier, rij, _begin(rij) if formulier is feiten else None)
            else:
                messages.success(request, zin)
                return redirect("voorzieningen:product", pk)
    tarief = Tarief.objects.filter(product=rij).op(vandaag).first()
    context = {
        "product": rij, "feiten": feiten, "weken": weken, "formulieren": [feiten, weken], "tarief": tarief,
        "categorie": categorie_in_woorden(rij.wet, rij.categorie), "periode": periode_in_woorden(rij),
        "stand": _stand(rij, vandaag), "weken_nu": ladders.van(pk), "eigen_weken": pk in ladders.per_product,
        "schemas": Herinneringsschema.objects.filter(product=rij, vanaf_op__gt=vandaag).order_by("vanaf_op"),
        "aanbieders": Contract.objects.filter(product=rij).op(vandaag).count(),
        "bekostiging": BETALEN[rij.bekostiging], "mag_weken": request.lezer.rechten.heeft_rol(Rol.BEHEERDER),
        "weekvelden": [weken[veld] for veld in WEEKVELDEN],
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/product.html", context)


def _begin(rij: Product) -> dict:
    laatste_dag = rij.tot_op - EEN_DAG if rij.tot_op else None
    return {veld: getattr(rij, veld) for veld in VELDEN} | {"laatste_dag": laatste_dag}


def _bewaren(request, rij: Product, formulier: ProductFormulier, vandaag) -> str:
    bewaard = product_vastleggen(
        door=request.lezer, product_id=rij.pk, versie=versie_uit(request), **formulier.cleaned_data
    )
    if bewaard.tot_op is None:
        return f"{bewaard.naam} is bewaard."
    daarna = hulp_die_doorgaat(bewaard.tot_op, product=rij)
    zin = f"{bewaard.naam} is bewaard. Na {datum(bewaard.tot_op - EEN_DAG)} begint er geen nieuwe hulp."
    return f"{zin} Wat al is toegekend, gaat door, voor {daarna}." if daarna else zin


def _weken(request, rij: Product, formulier: WekenFormulier, vandaag) -> str:
    schema = herinneringsschema_vastleggen(
        product_id=rij.pk, door=request.lezer, vandaag=vandaag, **formulier.velden()
    )
    return f"Weken bewaard, vanaf {datum(schema.vanaf_op)}. Wat al is verstuurd, komt niet nog eens."
