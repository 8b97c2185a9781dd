"""Notices of default of a zaak: valid or not, the counter and the forecast, and the besluit that fixes the amount."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beschikkingen.forms.bezwaar import IngebrekestellingFormulier
from beschikkingen.models import Bezwaar, Ingebrekestelling
from beschikkingen.regels import DWANGSOM_DAGEN, Dwangsomtrede, dwangsomdagen, dwangsomverloop
from beschikkingen.usecases.dwangsombesluit_opstellen import dwangsombesluit_opstellen
from beschikkingen.usecases.ingebrekestelling_registreren import ingebrekestelling_registreren
from toegang.formulier import fouten_overnemen
from toegang.models import Zaak
from toegang.opmaak import datum
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import AanvraagStatus, OngeldigeOvergang
from toegang.termijnregels import dwangsom
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@dataclass(frozen=True)
class Teller:
    """One notice with what it costs today, and what it becomes."""

    notitie: Ingebrekestelling
    dagen: int
    nu: Decimal
    verloop: list[Dwangsomtrede]
    loopt: bool
    vast_te_stellen: bool


def tellers(zaak: Zaak, vandaag: datetime.date) -> list[Teller]:
    """Newest first; the amount of the end of today."""
    rijen = zaak.ingebrekestellingen.select_related("dwangsombesluit").order_by("-ontvangen_op", "pk")
    return [teller(rij, vandaag) for rij in rijen]


def teller(notitie: Ingebrekestelling, vandaag: datetime.date) -> Teller:
    if notitie.eerste_dag is None:
        return Teller(notitie, 0, Decimal(0), [], False, False)
    dagen = dwangsomdagen(notitie.eerste_dag, vandaag + datetime.timedelta(days=1))
    loopt = notitie.bedrag is None
    bedrag = dwangsom(dagen, op=notitie.eerste_dag) if loopt else notitie.bedrag or Decimal(0)
    vol = loopt and (vandaag - notitie.eerste_dag).days >= DWANGSOM_DAGEN
    heeft_besluit = hasattr(notitie, "dwangsombesluit")
    klaar = bool(notitie.bedrag) or vol
    return Teller(
        notitie, dagen, bedrag, dwangsomverloop(notitie.eerste_dag), loopt, klaar and not heeft_besluit
    )


@scherm("ingebrekestellingen", laag=Laag.PROCES)
def ingebrekestellingen(request, pk):
    """`pk` is the zaak; below it the form to register one."""
    zaak = zaak_ophalen(request, pk)
    vandaag = timezone.localdate()
    mag = zaak.mag(recht_voor_aanvraag(request.lezer))
    keuzes = _waarover(zaak)
    formulier = None
    if mag and keuzes:
        formulier = IngebrekestellingFormulier(request.POST or None, keuzes=keuzes, vandaag=vandaag)
        if request.method == "POST" and formulier.is_valid():
            try:
                notitie = ingebrekestelling_registreren(
                    zaak_id=pk, door=request.lezer, vandaag=vandaag, nu=timezone.now(), **formulier.velden()
                )
            except (ValidationError, OngeldigeOvergang) as fout:
                fouten_overnemen(formulier, fout)
            else:
                wat = "Zij telt. Beslis op tijd." if notitie.geldig else notitie.waarom_niet
                messages.success(request, f"Ingebrekestelling geregistreerd. {wat}")
                return redirect("beschikkingen:ingebrekestellingen", pk=pk)
    context = zaakcontext(request, zaak) | {
        "titel": "Ingebrekestelling en dwangsom",
        "tellers": tellers(zaak, vandaag),
        "formulier": formulier,
        "schrijft": zaak.mag(Recht.INHOUD_BEWERKEN),
    }
    return TemplateResponse(request, "beschikkingen/ingebrekestellingen.html", context)


def _waarover(zaak: Zaak) -> list[tuple[str, str]]:
    """What we still have to decide on."""
    aanvragen = zaak.aanvragen.filter(status=AanvraagStatus.OPEN).order_by("ontvangen_op", "pk")
    bezwaren = Bezwaar.objects.filter(zaak=zaak).open().order_by("ontvangen_op", "pk")
    return [(f"aanvraag:{a.pk}", f"De aanvraag van {datum(a.ontvangen_op)}") for a in aanvragen] + [
        (f"bezwaar:{b.pk}", f"Het bezwaar van {datum(b.ontvangen_op)}") for b in bezwaren
    ]


@require_POST
@scherm("dwangsombesluit_opstellen", laag=Laag.INHOUD)
def opstellen(request, pk):
    """The button *Dwangsom vaststellen*; `pk` is the notice."""
    besluit = dwangsombesluit_opstellen(
        ingebrekestelling_id=pk, door=request.lezer, vandaag=timezone.localdate()
    )
    messages.success(request, "Besluit opgesteld. Het bedrag volgt uit de data.")
    return redirect("beschikkingen:besluit", pk=besluit.pk)
