"""Why do you open this? One click; asked of a team member who is not on the case."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.models import Inzagereden
from toegang.rechten import Laag, Recht
from toegang.schermen import lokaal, scherm
from toegang.usecases.inzagereden_geven import inzagereden_geven
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

REDENEN = dict(Inzagereden._meta.get_field("reden").choices)


@scherm("inzagereden", laag=Laag.PROCES)
def inzagereden(request, pk):
    """Four reasons, a button each; then on to where one was going."""
    zaak = zaak_ophalen(request, pk, recht=Recht.INHOUD_INZIEN)
    terug = lokaal(request.POST.get("terug") or request.GET.get("terug"), reverse("toegang:zaak", args=[pk]))
    context = {"titel": "Waarom opent u dit dossier?", "redenen": REDENEN.items(), "terug": terug}
    if request.method == "POST":
        if (reden := request.POST.get("reden")) in REDENEN:
            inzagereden_geven(zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), reden=reden)
            return redirect(terug)
        context["extra_fouten"] = [("redenen", "Kies een reden")]
    return TemplateResponse(request, "toegang/inzagereden.html", {**zaakcontext(request, zaak), **context})
