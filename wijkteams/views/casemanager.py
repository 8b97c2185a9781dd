"""A casemanager beside the regisseur: chosen, kept, stopped."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.consult import (
    CasemanagerFormulier,
    CasemanagerStoppenFormulier,
    CasemanagerVerlengenFormulier,
)
from wijkteams.permissions import waarom_geen_casemanager
from wijkteams.usecases.casemanager_kiezen import (
    casemanager_kiezen,
    casemanager_stoppen,
    casemanager_verlengen,
)
from wijkteams.verdeling import consulenten


@scherm("casemanager", laag=Laag.INHOUD)
def casemanager(request, pk):
    """Who it is now and why; the acts for the regisseur and who divides."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    vandaag = timezone.localdate()
    rijen = list(zaak.casemanagers.select_related("medewerker").order_by("-vanaf_op", "-pk"))
    nu = next((r for r in rijen if r.beeindigd_op is None), None)
    collegas = consulenten(zaak.wijkteam_id, zaak.wet, vandaag).exclude(pk=zaak.regisseur_id)
    act = request.POST.get("formuliernaam", "")

    def maak(soort, naam, **anders):
        return soort(request.POST if act == naam else None, prefix=naam, **anders)

    formulieren = {
        "kiezen": maak(CasemanagerFormulier, "kiezen", collegas=collegas.order_by("last_name", "pk")),
        "verlengen": maak(CasemanagerVerlengenFormulier, "verlengen"),
        "stoppen": maak(CasemanagerStoppenFormulier, "stoppen"),
    }
    formulier = formulieren.get(act)
    if formulier is not None and formulier.is_valid():
        try:
            zin = _uitvoeren(act, zaak, request.lezer, vandaag, formulier.cleaned_data)
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, zin)
            return redirect("wijkteams:casemanager", pk)
    context = {
        **zaakcontext(request, zaak), "titel": "Casemanager", "nu": nu, "eerder": [r for r in rijen if r is not nu],
        "weigering": waarom_geen_casemanager(request.lezer, zaak, nu), "formulieren": list(formulieren.values()),
        **formulieren,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/casemanager.html", context)


def _uitvoeren(act: str, zaak, door, vandaag, data: dict) -> str:
    vast = {"zaak_id": zaak.pk, "door": door, "vandaag": vandaag}
    if act == "kiezen":
        rij = casemanager_kiezen(**vast, nu=timezone.now(), medewerker_id=data.pop("medewerker"), **data)
        return f"{rij.medewerker.naam} is nu casemanager. Vertel dat aan de inwoner."
    if act == "verlengen":
        casemanager_verlengen(**vast, nu=timezone.now(), **data)
        return "Bewaard. De casemanager blijft."
    casemanager_stoppen(**vast, **data)
    return "Gestopt. De regisseur houdt het overzicht."
