"""Register an aanvraag that came in, or that one of several is withdrawn."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.forms.zaak import AanvraagFormulier, AanvraagIntrekken
from toegang.formulier import fouten_overnemen
from toegang.models import Aanvraag, Termijn
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import AanvraagStatus, OngeldigeOvergang
from toegang.usecases.aanvraag_intrekken import aanvraag_intrekken as intrekken
from toegang.usecases.aanvraag_intrekken import waarom_niet_intrekken
from toegang.usecases.aanvraag_registreren import AFGESLOTEN, recht_voor_aanvraag
from toegang.usecases.aanvraag_registreren import aanvraag_registreren as registreren
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@scherm("aanvraag_registreren", laag=Laag.PROCES)
def aanvraag_registreren(request, pk):
    """By the day it was received its own clock starts; earlier ones stand below."""
    vandaag = timezone.localdate()
    zaak = zaak_ophalen(request, pk, recht=recht_voor_aanvraag(request.lezer))
    eerder = Aanvraag.objects.voor(request.lezer, Recht.PROCES_INZIEN).te_herhalen(zaak)
    formulier = AanvraagFormulier(request.POST or None, zaak=zaak, vandaag=vandaag, eerder=eerder)
    if request.method == "POST" and formulier.is_valid():
        try:
            aanvraag = registreren(
                zaak_id=pk, door=request.lezer, vandaag=vandaag, nu=timezone.now(), **formulier.velden()
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, _wat_nu(request, aanvraag))
            return redirect("toegang:zaak", pk)
    aanvragen = list(
        Aanvraag.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .filter(zaak=zaak)
        .order_by("-ontvangen_op", "pk")
    )
    context = {
        "titel": "Aanvraag registreren",
        "formulier": formulier,
        "weigering": "" if zaak.is_open else AFGESLOTEN,
        "aanvragen": aanvragen,
        "intrekken": zaak.is_open and sum(a.status == AanvraagStatus.OPEN for a in aanvragen) > 1,
    }
    return TemplateResponse(
        request, "toegang/aanvraag_registreren.html", context | zaakcontext(request, zaak)
    )


@scherm("aanvraag_intrekken", laag=Laag.PROCES)
def aanvraag_intrekken(request, pk):
    """One of several: the zaak and the others go on; `pk` is the aanvraag."""
    vandaag = timezone.localdate()
    aanvraag = Aanvraag.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = aanvraag.zaak = zaak_ophalen(request, aanvraag.zaak_id, recht=recht_voor_aanvraag(request.lezer))
    begin = {"ingetrokken_op": vandaag}
    formulier = AanvraagIntrekken(request.POST or None, aanvraag=aanvraag, vandaag=vandaag, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        try:
            intrekken(aanvraag_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(
                request, "Aanvraag ingetrokken. De inwoner krijgt een brief. De zaak gaat verder."
            )
            return redirect("toegang:zaak", zaak.pk)
    context = {
        "titel": "Aanvraag intrekken",
        "aanvraag": aanvraag,
        "formulier": formulier,
        "blokkades": waarom_niet_intrekken(aanvraag),
    }
    return TemplateResponse(request, "toegang/aanvraag_intrekken.html", context | zaakcontext(request, zaak))


def _wat_nu(request, aanvraag: Aanvraag) -> str:
    termijn = Termijn.objects.voor(request.lezer, Recht.PROCES_INZIEN).filter(aanvraag=aanvraag).first()
    if termijn is None:
        return "Aanvraag geregistreerd."
    return f"Aanvraag geregistreerd. Besluit uiterlijk {opmaak.datum_lang(termijn.uiterste_datum)} ({termijn.artikel})."
