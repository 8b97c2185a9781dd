"""Handing over: choose whose zaken, look at who goes along and who does not, then do it."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.bulk import Uitslag, sleutels
from toegang.models import Zaak
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.views.terug import terug_van
from wijkteams.forms import OverdragenFormulier
from wijkteams.models import Medewerker
from wijkteams.overdracht import Ontvanger, consulenten_van_teams, waarom_niet_overdragen
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

HOOGSTENS = 1000
TELWOORD = "dossier,dossiers"


@scherm("overdragen", laag=Laag.PROCES, rollen=(Rol.TEAMLEAD, Rol.PROCESCOORDINATOR))
def overdragen(request):
    """From the list of dossiers (POST with what was ticked), or all of one colleague (?van=)."""
    vandaag, terug = timezone.localdate(), terug_van(request, "toegang:zaken")
    zaken = _gekozen(request)
    if zaken is None:
        return TemplateResponse(
            request, "wijkteams/overdragen_van.html", {"mensen": _wie_heeft_werk(request)}
        )
    naar = _naar(request)
    formulier = OverdragenFormulier(
        request.POST if "bevestigd" in request.POST else None, mensen=_wie_kan(request, zaken, vandaag)
    )
    if formulier.is_bound and zaken and formulier.is_valid():
        uitslag = _doen(request, zaken, formulier.cleaned_data, vandaag)
        _melden(request, uitslag, formulier.naam_van(naar))
        return redirect(terug)
    ontvanger = Ontvanger.lezen(naar, vandaag) if naar else None
    mee, niet = [], []
    for zaak in zaken:
        waarom = waarom_niet_overdragen(zaak, ontvanger)
        (niet if waarom else mee).append((zaak, waarom))
        request.inzage.toon_zaak(zaak)
    context = {
        "mee": [zaak for zaak, _ in mee], "niet": niet, "formulier": formulier, "terug_url": terug,
        "weg": len(_sleutels(request)) - len(zaken) if request.method == "POST" else 0, "leeg": not zaken,
        "meer": len(zaken) == HOOGSTENS,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/overdragen.html", context)


def _sleutels(request) -> list[UUID]:
    return sleutels(request.POST.getlist("keuze"), UUID, HOOGSTENS)


def _gekozen(request) -> list[Zaak] | None:
    """What was ticked, or all of one colleague; None when nobody was chosen yet."""
    zaken = Zaak.objects.voor(request.lezer, Recht.PROCES_INZIEN).met_rechten(request.lezer)
    if request.method == "POST":
        return list(zaken.filter(pk__een_van=_sleutels(request)).met_lijstgegevens())
    van = sleutels([request.GET.get("van", "")], int)
    if not van:
        return None
    return list(_met_regisseur(request.lezer).met_rechten(request.lezer).filter(regisseur_id=van[0])
                .met_lijstgegevens()[:HOOGSTENS])  # fmt: skip


def _met_regisseur(lezer):
    return Zaak.objects.voor(lezer, Recht.VERDELEN).open().exclude(regisseur=None)


def _wie_heeft_werk(request) -> list[Medewerker]:
    """Who has open zaken in my teams."""
    zaken = _met_regisseur(request.lezer).filter(regisseur=OuterRef("pk"))
    return list(Medewerker.objects.filter(Exists(zaken)).order_by("last_name", "first_name", "pk"))


def _wie_kan(request, zaken: Iterable[Zaak], vandaag) -> list[Medewerker]:
    """Consulents of the teams of these zaken, but the one who has them all."""
    teams = {zaak.wijkteam_id for zaak in zaken if zaak.mag(Recht.VERDELEN) and zaak.wijkteam_id}
    heeft = {zaak.regisseur_id for zaak in zaken}
    mensen = consulenten_van_teams(teams, vandaag)
    return [mens for mens in mensen if heeft != {mens.pk}]


def _naar(request) -> int | None:
    return next(iter(sleutels([request.POST.get("naar", "")], int)), None)


def _doen(request, zaken: list[Zaak], gegevens: dict, vandaag) -> Uitslag:
    """What the reader saw comes along: a zaak that changed hands since is left alone."""
    gezien = {}
    for tekst in request.POST.getlist("was"):
        pk, _, wie = tekst.partition(":")
        if pk_ := sleutels([pk], UUID):
            gezien[pk_[0]] = next(iter(sleutels([wie], int)), None)
    for zaak in zaken:
        request.inzage.toon_zaak(zaak)
    return zaken_overdragen(
        zaak_ids=_sleutels(request), regisseur_id=int(gegevens["naar"]), reden=gegevens["reden"], van=gezien,
        door=request.lezer, vandaag=vandaag, nu=timezone.now(),
    )  # fmt: skip


def _melden(request, uitslag: Uitslag, naar: str) -> None:
    for goed, zin in uitslag.zinnen(f"overgedragen aan {naar}", TELWOORD):
        (messages.success if goed else messages.warning)(request, zin)
    if uitslag.gedaan:
        messages.info(request, f"{naar} ziet ze bij de taken als 'Nieuw voor u'.")
