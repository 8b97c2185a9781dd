"""Worries about safety of one zaak: read by who holds L3, added to by who works on the zaak."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.forms.veiligheid import MeldcodeFormulier, SignaalFormulier
from toegang.formulier import fouten_overnemen
from toegang.models import Meldcodestap, Signaaldoorgifte
from toegang.permissions import WEIGERING
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.usecases.meldcodestap_vastleggen import meldcodestap_vastleggen, wijkt_af
from toegang.usecases.signaal_doorgeven import signaal_doorgeven
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@scherm("veiligheid", laag=Laag.INHOUD)
def veiligheid(request, pk):
    """The five steps of the meldcode and where signals went. Who may not read what is sensitive only sees the forms."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    mag_lezen, mag_schrijven = zaak.mag(Recht.GEVOELIG_INZIEN), zaak.mag(Recht.INHOUD_BEWERKEN)
    if not (mag_lezen or mag_schrijven):
        raise PermissionDenied(WEIGERING[Recht.GEVOELIG_INZIEN])
    vandaag = timezone.localdate()
    welk = request.POST.get("formuliernaam", "")
    stapformulier = MeldcodeFormulier(
        request.POST if welk == "stap" else None, vandaag=vandaag, prefix="stap"
    )
    signaalformulier = SignaalFormulier(
        request.POST if welk == "signaal" else None, vandaag=vandaag, prefix="signaal"
    )
    if request.method == "POST":
        formulier, doen = (
            (signaalformulier, signaal_doorgeven)
            if welk == "signaal"
            else (stapformulier, meldcodestap_vastleggen)
        )
        if formulier.is_valid():
            try:
                rij = doen(zaak_id=pk, door=request.lezer, vandaag=vandaag, **formulier.vastleggen())
            except ValidationError as fout:
                fouten_overnemen(formulier, fout)
            else:
                _vastgelegd(request, rij)
                return redirect("toegang:veiligheid", pk)
    context = {
        "titel": "Veiligheid",
        "mag_lezen": mag_lezen,
        "mag_schrijven": mag_schrijven,
        "stapformulier": stapformulier,
        "signaalformulier": signaalformulier,
        "formulieren": [stapformulier, signaalformulier],
    }
    if mag_lezen:
        request.inzage.toon_zaak(zaak, laag=Laag.GEVOELIG)
        stappen = Meldcodestap.objects.voor(request.lezer, Recht.GEVOELIG_INZIEN).filter(zaak=zaak)
        signalen = Signaaldoorgifte.objects.voor(request.lezer, Recht.GEVOELIG_INZIEN).filter(zaak=zaak)
        genomen = list(stappen.select_related("door").order_by("op", "pk"))
        context["stappen"] = [(s, [rij for rij in genomen if rij.stap == s.value]) for s in Meldcodestap.Stap]
        context["signalen"] = list(signalen.select_related("door").order_by("op", "pk"))
    return TemplateResponse(request, "toegang/veiligheid.html", zaakcontext(request, zaak) | context)


def _vastgelegd(request, rij: Meldcodestap | Signaaldoorgifte) -> None:
    """What came of it: of a weighing what it points to, of a decision whether it goes another way."""
    if isinstance(rij, Signaaldoorgifte):
        messages.success(request, "Vastgelegd aan wie u het doorgaf.")
        return
    advies = rij.weging.advies if rij.stap == Meldcodestap.Stap.WEGEN else ""
    messages.success(request, f"Stap vastgelegd. Alleen de regisseur kan dit lezen. {advies}".strip())
    if wijkt_af(rij):
        messages.warning(
            request,
            "De weging wees naar een melding bij Veilig Thuis. Twijfelt u? Bel Veilig Thuis: 0800 2000.",
        )
