"""Distributing: the waiting list, and the proposal for one zaak."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang import opmaak
from toegang.formulier import fouten_overnemen
from toegang.models import GEEN_TERMIJN, Zaak
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.verdelen import ToewijzenFormulier, WachtenFormulier
from wijkteams.kandidaten import kandidaten
from wijkteams.models import Wachtplek
from wijkteams.permissions import wacht_op_regisseur
from wijkteams.toewijsregels import discipline_in_woorden
from wijkteams.usecases.wachten_vastleggen import wachten_vastleggen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.verdeling import contactpersoon_in_woorden, team_voorstellen, vaste_contactpersoon
from wijkteams.wachtlijst import WACHT, WACHTGEGEVENS, teruggegeven

PER_BLAD = 25


@dataclass(frozen=True)
class Badge:
    """The nearest last day of a zaak, for the badge in a list."""

    uiterste_datum: datetime.date
    gehaald_op: None = None
    stil_sinds: None = None
    wacht_op: str = ""


@scherm("verdelen", laag=Laag.PROCES, rollen=(Rol.TEAMLEAD, Rol.PROCESCOORDINATOR))
def verdelen(request):
    """The waiting list of my teams: nearest term first, keyset."""
    zaken = Zaak.objects.voor(request.lezer, Recht.VERDELEN).filter(WACHT)
    na = _sleutel(request.GET.get("na", ""))
    if na:
        zaken = zaken.na(*na)
    rijen = list(zaken.met_lijstgegevens().annotate(**WACHTGEGEVENS)[: PER_BLAD + 1])
    volgende = ""
    if len(rijen) > PER_BLAD:
        rijen = rijen[:PER_BLAD]
        volgende = f"?na={rijen[-1].eerstvolgende_op:%Y-%m-%d}_{rijen[-1].pk}"
    vandaag = timezone.localdate()
    for zaak in rijen:
        request.inzage.toon_zaak(zaak)
        zaak.wacht_sinds = zaak.bij_team_op or zaak.gemeld_op
        zaak.wacht_dagen = (vandaag - zaak.wacht_sinds).days
        zaak.wacht_omdat = Wachtplek.Waarom(zaak.wachtreden).label if zaak.wachtreden else ""
        heeft_termijn = zaak.eerstvolgende_op != GEEN_TERMIJN and not zaak.spoed
        zaak.badge = Badge(zaak.eerstvolgende_op) if heeft_termijn else None
    context = {
        "rijen": rijen, "volgende": volgende, "vandaag": vandaag, "eerste_blad": na is None,
        "vanaf": opmaak.datum(rijen[0].gemeld_op) if rijen and na else "",
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/verdelen.html", context)


def _sleutel(tekst: str):
    """(day, pk) from the URL, or None when it makes no sense."""
    dag, _, pk = tekst.partition("_")
    try:
        return datetime.date.fromisoformat(dag), UUID(pk)
    except ValueError:
        return None


@scherm("toewijzen", laag=Laag.PROCES)
def toewijzen(request, pk):
    """The team with the reason, the discipline, and who fits best with what counted; the teamlead chooses."""
    zaak = zaak_ophalen(request, pk, laag=Laag.PROCES, recht=Recht.VERDELEN)
    vandaag = timezone.localdate()
    vast = vaste_contactpersoon(zaak, vandaag)
    mensen = kandidaten(zaak, request.lezer, vandaag, vast=vast)
    act = request.POST.get("formuliernaam", "toewijzen")
    formulier = ToewijzenFormulier(
        request.POST if request.method == "POST" and act != "wachten" else None, kandidaten=mensen
    )
    wachtformulier = WachtenFormulier(request.POST if act == "wachten" else None, prefix="wachten")
    if wachtformulier.is_bound and wachtformulier.is_valid():
        try:
            plek = wachten_vastleggen(
                zaak_id=pk, door=request.lezer, vandaag=vandaag, **wachtformulier.cleaned_data
            )
            messages.success(
                request, f"Dit wacht. U bekijkt het opnieuw op {opmaak.datum_lang(plek.bekijken_op)}."
            )
            return redirect(reverse("wijkteams:verdelen"))
        except ValidationError as fout:
            fouten_overnemen(wachtformulier, fout)
    if formulier.is_bound and formulier.is_valid():
        try:
            zaak = zaak_toewijzen(
                zaak_id=pk, regisseur_id=int(formulier.cleaned_data["regisseur"]),
                reden=formulier.cleaned_data["reden"], door=request.lezer, vandaag=vandaag, nu=timezone.now(),
            )  # fmt: skip
            zin = f"{zaak.regisseur.naam} is nu regisseur. De eerste stap staat als taak klaar."
            messages.success(request, zin)
            return redirect(reverse("wijkteams:verdelen"))
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
    context = {
        **zaakcontext(request, zaak), "titel": "Regisseur kiezen", "formulier": formulier,
        "voorstel": formulier.voorstel, "weigering": _waarom_niet(zaak, mensen),
        "team": team_voorstellen(zaak), "discipline": discipline_in_woorden(zaak.wet, zaak.onderwerp),
        "contactpersoon": contactpersoon_in_woorden(vast, zaak),
        "wachtformulier": wachtformulier, "formulieren": [wachtformulier], "act": act,
        "wachtplek": zaak.wachtplekken.lopend().first(),
        "teruggegeven": teruggegeven(zaak), "opgeschaald": zaak.opschalingen.lopend().first(),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/zaak_toewijzen.html", context)


def _waarom_niet(zaak: Zaak, mensen: list) -> str:
    if not wacht_op_regisseur(zaak):
        if zaak.regisseur:
            return f"{zaak.regisseur.naam} is de regisseur. Er hoeft nu niet verdeeld te worden."
        return "Dit staat niet op de wachtlijst om te verdelen."
    if not mensen:
        return f"Er is in dit team nog geen consulent voor de {zaak.get_wet_display()}. Vraag de beheerder."
    return ""
