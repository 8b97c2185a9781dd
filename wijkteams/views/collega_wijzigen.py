"""A new colleague, other data, other roles: forms of the beheerder."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.rechten import Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import ingehaald, versie_uit
from wijkteams.collegaregels import check_niet_eigen, waarom_niet_in_dienst
from wijkteams.forms.collega import CollegaFormulier, RollenFormulier, WijzigenFormulier
from wijkteams.models import Dienstverband
from wijkteams.toewijsregels import VOLLE_WEEK
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken
from wijkteams.usecases.medewerker_wijzigen import VELDEN, medewerker_wijzigen
from wijkteams.usecases.rollen_wijzigen import rollen_wijzigen
from wijkteams.views.collegas import BEHEER

WEIGERINGEN = (ValidationError, Verouderd, OngeldigeOvergang)


@scherm("collega_toevoegen", **BEHEER)
def toevoegen(request):
    """Who, and the roles outside a team; a team and the link follow on the page of the colleague."""
    formulier = CollegaFormulier(
        request.POST if request.method == "POST" else None, initial={"contracturen": VOLLE_WEEK}
    )
    if formulier.is_valid():
        try:
            with transaction.atomic():
                mens = medewerker_aanmaken(
                    door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
                )
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(
                request,
                f"{mens.volledige_naam} staat erin. Kies nu een team als dat nodig is, en maak daarna een link.",
            )
            return redirect("wijkteams:collega", mens.dienstverband.pk)
    context = {
        "formulier": formulier, "titel": "Collega toevoegen", "knoptekst": "Collega toevoegen", "uitleg": "",
        "weigering": "", "versie": None, "mens": None, "dienst": None, "werk": None, "mag_overdragen": False,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/collega_formulier.html", context)


@scherm("collega_wijzigen", **BEHEER)
def wijzigen(request, pk):
    """Data only; one's own too."""
    dienst = dienst_van(pk)
    begin = {veld: getattr(dienst.medewerker, veld) for veld in VELDEN}
    formulier = WijzigenFormulier(request.POST if request.method == "POST" else None, initial=begin)
    if formulier.is_valid():
        try:
            medewerker_wijzigen(
                dienstverband_id=pk, door=request.lezer, versie=versie_uit(request), **formulier.cleaned_data
            )
        except WEIGERINGEN as fout:
            return opnieuw(
                request, dienst, formulier, fout, titel="Gegevens wijzigen", knoptekst="Gegevens bewaren"
            )
        messages.success(request, "De gegevens zijn bewaard.")
        return redirect("wijkteams:collega", pk)
    return blad(request, dienst, formulier, titel="Gegevens wijzigen", knoptekst="Gegevens bewaren")


@scherm("collega_rollen", **BEHEER)
def rollen(request, pk):
    """Roles that are not tied to a team."""
    dienst = dienst_van(pk)
    check_niet_eigen(request.lezer, dienst.medewerker_id)
    nu = list(dienst.medewerker.groups.values_list("name", flat=True))
    formulier = RollenFormulier(request.POST if request.method == "POST" else None, initial={"rollen": nu})
    tekst = {"titel": "Rollen wijzigen", "knoptekst": "Rollen bewaren", "uitleg": UITLEG_ROLLEN}
    if formulier.is_valid():
        try:
            rollen_wijzigen(
                dienstverband_id=pk, door=request.lezer, versie=versie_uit(request), **formulier.cleaned_data
            )
        except WEIGERINGEN as fout:
            return opnieuw(request, dienst, formulier, fout, **tekst)
        messages.success(
            request, "De rollen zijn bewaard. Zij gelden vanaf de volgende pagina die de collega opent."
        )
        return redirect("wijkteams:collega", pk)
    return blad(request, dienst, formulier, **tekst)


UITLEG_ROLLEN = (
    "Geef alleen wat iemand voor het werk nodig heeft. Consulent, procescoördinator en teamleider geeft u bij"
    " een team."
)


def dienst_van(pk) -> Dienstverband:
    return Dienstverband.objects.select_related("medewerker").get(pk=pk)


def blad(request, dienst: Dienstverband, formulier, **context) -> TemplateResponse:
    """The form, or the sentence why it cannot be done now."""
    begin = {
        "mag_overdragen": request.lezer.rechten.heeft_rol(Rol.TEAMLEAD, Rol.PROCESCOORDINATOR),
        "weigering": waarom_niet_in_dienst(dienst), "versie": dienst.versie, "uitleg": "", "werk": None,
    }  # fmt: skip
    context = {**begin, **context, "dienst": dienst, "mens": dienst.medewerker, "formulier": formulier}
    return TemplateResponse(request, "wijkteams/collega_formulier.html", context)


def opnieuw(request, dienst: Dienstverband, formulier, fout: Exception, **context) -> TemplateResponse:
    """The refusal on the form. When a colleague came first: what she made of it, and the next time it is kept."""
    if isinstance(fout, Verouderd):
        dienst = dienst_van(dienst.pk)
        ingehaald(request, formulier, dienst, {veld: getattr(dienst.medewerker, veld) for veld in VELDEN})
    else:
        fouten_overnemen(formulier, fout)
    return blad(request, dienst, formulier, **context)
