"""What can happen to a zaak beside its way: opened again, another law, haste, a heronderzoek, what was told."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from toegang.forms.zaak import HeropenFormulier, SpoedFormulier, UitlegFormulier, WetFormulier
from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.heronderzoek_openen import heronderzoek_openen as heronderzoeken
from toegang.usecases.heronderzoek_openen import wat_heronderzoek_weigert
from toegang.usecases.spoed_vastleggen import spoed_vastleggen
from toegang.usecases.uitleg_vastleggen import uitleg_vastleggen
from toegang.usecases.zaak_heropenen import check_mag_heropenen, wat_heropenen_weigert
from toegang.usecases.zaak_heropenen import zaak_heropenen as heropenen
from toegang.usecases.zaak_wet_wijzigen import check_mag_wet_wijzigen, wat_wet_wijzigen_weigert
from toegang.usecases.zaak_wet_wijzigen import zaak_wet_wijzigen as wet_wijzigen
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@scherm("zaak_heropenen")
def zaak_heropenen(request, pk):
    """A mistake is corrected: the old clock goes on."""
    zaak = zaak_ophalen(request, pk)
    check_mag_heropenen(request.lezer, zaak)
    formulier = HeropenFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            heropenen(zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data)
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Zaak weer geopend. De termijnen lopen door vanaf de eerste dag.")
            return redirect("toegang:zaak", pk)
    context = {"titel": "Zaak weer openen", "formulier": formulier, "weigering": wat_heropenen_weigert(zaak)}
    return TemplateResponse(request, "toegang/zaak_heropenen.html", zaakcontext(request, zaak) | context)


@scherm("zaak_wet")
def zaak_wet(request, pk):
    """Another law: the clocks begin anew from the same day."""
    zaak = zaak_ophalen(request, pk)
    check_mag_wet_wijzigen(request.lezer, zaak)
    formulier = WetFormulier(request.POST or None, initial={"wet": zaak.wet, "soort": zaak.soort})
    if request.method == "POST" and formulier.is_valid():
        try:
            wet_wijzigen(
                zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except OngeldigeOvergang as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(
                request, "Wet gewijzigd. De termijnen zijn opnieuw berekend vanaf de dag van de melding."
            )
            return redirect("toegang:termijnen", pk)
    context = {"titel": "Wet wijzigen", "formulier": formulier, "weigering": wat_wet_wijzigen_weigert(zaak)}
    return TemplateResponse(request, "toegang/zaak_wet.html", zaakcontext(request, zaak) | context)


@scherm("spoed", laag=Laag.INHOUD)
def spoed(request, pk):
    """Haste with its reason, and the temporary help since when."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD, recht=Recht.INHOUD_BEWERKEN)
    begin = {"maatregel": zaak.spoed_maatregel, "vanaf_op": zaak.spoed_vanaf_op, "reden": zaak.spoed_reden}
    formulier = SpoedFormulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        try:
            spoed_vastleggen(
                zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Spoed vastgelegd. Deze zaak staat bovenaan zolang er spoed is.")
            return redirect("toegang:zaak", pk)
    context = {"titel": "Spoed", "formulier": formulier}
    return TemplateResponse(request, "toegang/spoed.html", zaakcontext(request, zaak) | context)


@scherm("heronderzoek_openen")
def heronderzoek_openen(request, pk):
    """A new zaak that is linked to this one."""
    zaak = zaak_ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    weigering = wat_heronderzoek_weigert(zaak)
    if request.method == "POST" and not weigering:
        nieuw = heronderzoeken(zaak_id=pk, door=request.lezer, vandaag=timezone.localdate())
        messages.success(request, f"Heronderzoek {nieuw.kenmerk} geopend. De teamleider kiest een regisseur.")
        return redirect("toegang:zaak", nieuw.pk)
    context = {"titel": "Heronderzoek beginnen", "weigering": weigering}
    return TemplateResponse(request, "toegang/zaak_heronderzoek.html", zaakcontext(request, zaak) | context)


@require_POST
@scherm("uitleg_vastleggen", laag=Laag.INHOUD)
def uitleg(request, pk):
    """What was told, when and how."""
    zaak = zaak_ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    vandaag = timezone.localdate()
    formulier = UitlegFormulier(request.POST, zaak=zaak, vandaag=vandaag)
    if formulier.is_valid():
        try:
            uitleg_vastleggen(zaak_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except OngeldigeOvergang as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, "Vastgelegd wat u de inwoner vertelde.")
    else:
        messages.error(request, " ".join(zin for zinnen in formulier.errors.values() for zin in zinnen) + ".")
    return redirect("toegang:vraagverheldering", pk)
