"""Noodinzage: find the person, say why, and the review by the FG."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.forms.noodinzage import NoodFormulier, NoodZoekFormulier, OordeelFormulier
from toegang.models import Inwoner, Inzage, Noodinzage, Toezichtinzage, Zaak
from toegang.namen import zoeknaam
from toegang.permissions import check_mag_noodinzage_beoordelen
from toegang.rechten import Grond, Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.usecases.nood_inzien import nood_inzien
from toegang.usecases.noodinzage_beoordelen import noodinzage_beoordelen
from toegang.wie_keek import scherm_in_woorden

PER = 25
GEEN = (
    "Geen dossier gevonden. Controleer de spelling en de datum. Weet u dit niet zeker, bel dan de teamleider."
)


@scherm("noodinzage", laag=Laag.CONTACT, actie="zoeken")
def noodinzage(request):
    """Two steps on one page; the BSN and the name are posted, every try is written down."""
    stap = request.POST.get("formuliernaam", "")
    zoek = NoodZoekFormulier(request.POST if request.method == "POST" else None)
    context = {"formulier": zoek, "zoekformulier": zoek}
    if request.method == "POST" and zoek.is_valid():
        inwoner = vinden(zoek.cleaned_data)
        request.inzage.toon(inwoner=inwoner.pk if inwoner else None, grond=Grond.NOODINZAGE.value)
        if inwoner is None:
            zoek.add_error(None, GEEN)
        else:
            zaken = list(
                Zaak.objects.filter(dossier__inwoner=inwoner).order_by("eerstvolgende_op", "pk")[:20]
            )
            nood = NoodFormulier(request.POST if stap == "openen" else None, zaken=zaken)
            if nood.is_bound and nood.is_valid() and _openen(request, nood):
                messages.success(
                    request,
                    "U kunt dit dossier nu vier uur inzien. De teamleider en de FG hebben bericht gekregen.",
                )
                return redirect("toegang:zaak", pk=nood.cleaned_data["zaak"])
            context |= {"inwoner": inwoner, "nood": nood, "formulier": nood, "verborgen": verborgen(zoek)}
    return TemplateResponse(request, "toegang/noodinzage.html", context)


def vinden(gegevens: dict) -> Inwoner | None:
    """Exactly one person with a dossier, or nobody; by BSN, or by surname and birth date."""
    if gegevens["bsn"]:
        gevonden = Inwoner.objects.met_bsn(gegevens["bsn"])
    else:
        woorden = zoeknaam(gegevens["naam"])
        gevonden = Inwoner.objects.filter(geboren=gegevens["geboren"], zoeknaam__contains=woorden)
    gevonden = list(gevonden.filter(dossier__zaken__isnull=False).distinct().order_by("pk")[:2])
    return gevonden[0] if len(gevonden) == 1 else None


def _openen(request, nood: NoodFormulier) -> bool:
    """Start it; a refusal stands at its field."""
    gegevens = nood.cleaned_data
    try:
        nood_inzien(
            zaak_id=gegevens["zaak"],
            door=request.lezer,
            nu=timezone.now(),
            grond=gegevens["grond"],
            reden=gegevens["reden"],
        )
    except ValidationError as fout:
        nood.add_error(None, fout)
        return False
    request.inzage.actie = "noodinzage"
    return True


def verborgen(zoek: NoodZoekFormulier) -> list[tuple[str, str]]:
    """What was searched for comes along with the second step, as typed."""
    return [(naam, zoek.data.get(naam, "")) for naam in zoek.fields]


@scherm("noodinzagen", laag=Laag.TOEZICHT, rollen=(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,))
def noodinzagen(request):
    """To review first, then what was reviewed; keyset on the start."""
    alle = Noodinzage.objects.select_related("zaak__dossier", "medewerker", "beoordeeld_door")
    rijen = list(alle.filter(beoordeeld_om=None).order_by("begonnen_om", "pk")[:PER])
    rustig = list(alle.exclude(beoordeeld_om=None).order_by("-begonnen_om", "pk")[:PER])
    toezicht = Toezichtinzage.objects.select_related("zaak__dossier", "medewerker")
    toezicht = list(toezicht.order_by("-eindigt_om", "pk")[:PER])
    for rij in (*rijen, *rustig, *toezicht):
        request.inzage.toon_zaak(rij.zaak)
    context = {"open": rijen, "beoordeeld": rustig, "toezicht": toezicht}
    return TemplateResponse(request, "toegang/noodinzagen.html", context)


@scherm("noodinzage_beoordelen", laag=Laag.TOEZICHT)
def beoordelen(request, pk):
    """The reason as typed, what was opened, how long; a judgement closes it."""
    nood = Noodinzage.objects.select_related("zaak__dossier", "zaak__wijkteam", "medewerker__actor").get(
        pk=pk
    )
    zaak = Zaak.objects.met_rechten(request.lezer).get(pk=nood.zaak_id)
    fg = request.lezer.rechten.heeft_rol(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING)
    if not (fg or zaak.mag(Recht.PROCES_INZIEN)):
        raise Noodinzage.DoesNotExist  # nobody else learns that somebody looked
    request.inzage.toon_zaak(nood.zaak)
    check_mag_noodinzage_beoordelen(request.lezer, nood, zaak)
    formulier = OordeelFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        noodinzage_beoordelen(
            noodinzage_id=pk, door=request.lezer, nu=timezone.now(), oordeel=formulier.cleaned_data["oordeel"]
        )
        messages.success(request, "Uw oordeel is vastgelegd.")
        return redirect("toegang:noodinzagen" if fg else "toegang:mijn_werk")
    context = {
        "nood": nood,
        "formulier": formulier,
        "geopend": _geopend(nood),
        "mag_zaak": zaak.mag(Recht.PROCES_INZIEN),
    }
    return TemplateResponse(request, "toegang/noodinzage_beoordelen.html", context)


def _geopend(nood: Noodinzage) -> list[Inzage]:
    """What this colleague opened of this zaak in that time."""
    rijen = list(
        Inzage.objects.filter(
            zaak=nood.zaak_id,
            actor=nood.medewerker.actor.pk,
            om__gte=nood.begonnen_om,
            om__lte=nood.eindigt_om,
        ).order_by("pk")[:100]
    )
    for rij in rijen:
        rij.wat = scherm_in_woorden(rij.scherm)
    return rijen
