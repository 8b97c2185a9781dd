"""Advice of an expert: asked and read at the zaak, given on a page of its own."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.consultlezen import deskundigen
from wijkteams.forms.consult import AdviesFormulier, ConsultIntrekkenFormulier, ConsultVragenFormulier
from wijkteams.models import Consult
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.statussen import ConsultStatus
from wijkteams.usecases.consult_beantwoorden import consult_beantwoorden, consult_intrekken
from wijkteams.usecases.consult_vragen import consult_vragen


@scherm("consulten", laag=Laag.INHOUD)
def consulten(request, pk):
    """What was asked on this zaak, by whom it was answered, and a new question."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    act, _, van = request.POST.get("formuliernaam", "").partition("-")
    vandaag, door = timezone.localdate(), request.lezer
    rijen = list(zaak.consulten.select_related("deskundige").order_by("-gevraagd_op", "-pk"))
    for rij in rijen:
        rij.sleutel = str(rij.pk)
        gepost = act == "intrekken" and van == rij.sleutel
        rij.formulier = ConsultIntrekkenFormulier(
            request.POST if gepost else None, prefix=f"intrekken-{rij.pk}"
        )
    wie = deskundigen(vandaag, door)
    vragen = ConsultVragenFormulier(request.POST if act == "vragen" else None, deskundigen=wie)
    formulier = next((f for f in (vragen, *(r.formulier for r in rijen)) if f.is_bound), None)
    if formulier is not None and formulier.is_valid():
        data = formulier.cleaned_data
        try:
            if act == "vragen":
                data["deskundige_id"] = data.pop("deskundige")
                consult_vragen(zaak_id=pk, door=door, vandaag=vandaag, nu=timezone.now(), **data)
                zin = "Advies gevraagd. De deskundige mag dit dossier lezen tot het advies er is."
            else:
                rij = next(r for r in rijen if r.formulier is formulier)
                consult_intrekken(consult_id=rij.pk, door=door, vandaag=vandaag, **data)
                zin = "Ingetrokken. De deskundige kan dit dossier niet meer openen."
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, zin)
            return redirect("wijkteams:consulten", pk)
    context = {
        **zaakcontext(request, zaak), "titel": "Consult", "consulten": rijen, "vragen": vragen,
        "formulieren": [vragen, *(r.formulier for r in rijen)], "weigering": waarom_niet_bewerken(zaak),
        "deskundigen": wie,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/consulten.html", context)


@scherm("consult", laag=Laag.INHOUD)
def consult(request, pk):
    """For who was asked: the question, the way to what was recorded, and the advice."""
    rij = Consult.objects.voor(request.lezer, Recht.PROCES_INZIEN).select_related("deskundige").get(pk=pk)
    zaak = zaak_ophalen(request, rij.zaak_id, laag=Laag.INHOUD)
    if rij.deskundige_id != request.lezer.medewerker_id:
        raise PermissionDenied(f"Alleen {rij.deskundige.naam} geeft dit advies.")
    formulier = AdviesFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            consult_beantwoorden(
                consult_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "Advies gegeven. Dank u. U kunt dit dossier nu niet meer openen.")
            return redirect("toegang:mijn_werk")
    context = {
        **zaakcontext(request, zaak), "titel": "Advies geven", "consult": rij, "formulier": formulier,
        "open": rij.status == ConsultStatus.GEVRAAGD,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/consult.html", context)
