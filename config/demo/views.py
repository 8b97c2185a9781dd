"""Step in as any role by one click. Lives in the demo settings alone; production has no such address."""

from django.contrib.auth import login
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_POST

from toegang.rechten import Rol
from wijkteams.models import Medewerker

WERK = {
    Rol.KCC: "Neemt de telefoon op en legt de vraag vast",
    Rol.ADMINISTRATIE: "Bewaakt elke vraag en verstuurt de brieven",
    Rol.CONSULENT: "Gaat op huisbezoek en maakt het plan",
    Rol.PROCESCOORDINATOR: "Verdeelt de zaken over de teams",
    Rol.TEAMLEAD: "Geeft zaken aan collega's en ziet wie het druk heeft",
    Rol.TOETSER: "Controleert het besluit op inhoud",
    Rol.ONDERTEKENAAR: "Tekent namens het college",
    Rol.JURIST: "Behandelt bezwaren",
    Rol.CONTRACTBEHEERDER: "Beheert producten en aanbieders",
    Rol.TOEZICHTHOUDER: "Houdt toezicht op de kwaliteit",
    Rol.FUNCTIONARIS_GEGEVENSBESCHERMING: "Controleert wie waarom keek",
    Rol.BEHEERDER: "Beheert collega's en tabellen",
}


@require_GET
def start(request):
    """Every role with the colleagues who hold it."""
    collegas = (
        Medewerker.objects.filter(is_active=True)
        .prefetch_related("groups", "lidmaatschappen__wijkteam")
        .order_by("pk")
    )
    rollen = [
        (rol, werk, [m for m in collegas if rol in {g.name for g in m.groups.all()}])
        for rol, werk in WERK.items()
    ]
    return TemplateResponse(request, "demo/start.html", {"rollen": rollen})


@require_POST
def instappen(request, pk):
    """Sign in as this colleague, without a password: invented people only."""
    medewerker = get_object_or_404(Medewerker, pk=pk, is_active=True)
    login(request, medewerker, backend="wijkteams.aanmelden.MedewerkerBackend")
    return redirect("begin")
