"""The besluiten of a zaak, and drawing one up from its aanvraag."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beschikkingen.models import Beroep, Besluit, Bezwaar
from beschikkingen.permissions import waarom_niet_opstellen
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from beschikkingen.usecases.besluitbrief_klaarzetten import waarom_niet_verzenden
from toegang.models import Aanvraag, Brief
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import AanvraagStatus, BriefStatus
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@scherm("besluiten", laag=Laag.PROCES)
def besluiten(request, pk):
    """Status and dates for who sees the proces; the outcome only for who reads the content."""
    zaak = zaak_ophalen(request, pk)
    rijen = list(
        Besluit.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .filter(zaak=zaak)
        .order_by("-opgesteld_op", "-volgnummer")
    )
    bezig = {b.aanvraag_id for b in rijen if b.status != BesluitStatus.VERZONDEN}
    aanvragen = Aanvraag.objects.voor(request.lezer, Recht.PROCES_INZIEN).filter(
        zaak=zaak, status=AanvraagStatus.OPEN
    )
    context = zaakcontext(request, zaak) | {
        "titel": "Besluiten en brieven",
        "besluiten": rijen,
        "leest_inhoud": zaak.mag(Recht.INHOUD_INZIEN),
        "schrijft": zaak.mag(Recht.INHOUD_BEWERKEN),
        "verzendt": request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE),
        "waarom_niet": waarom_niet_opstellen(zaak),
        "aanvragen": [a for a in aanvragen.order_by("ontvangen_op", "pk") if a.pk not in bezig],
        "bezwaren": list(
            Bezwaar.objects.filter(zaak=zaak)
            .select_related("besluit", "behandelaar")
            .order_by("-ontvangen_op", "pk")
        ),
        "beroepen": list(Beroep.objects.filter(zaak=zaak).order_by("-ingesteld_op", "pk")),
        "registreert": zaak.mag(recht_voor_aanvraag(request.lezer)),
        "beroept": request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE, Rol.JURIST),
        "brieven": Brief.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .filter(zaak=zaak)
        .exclude(status=BriefStatus.VERVALLEN)
        .order_by("-verzenddatum", "pk"),
        "waarom_niet_verzenden": waarom_niet_verzenden,
    }
    return TemplateResponse(request, "beschikkingen/besluit_lijst.html", context)


@require_POST
@scherm("besluit_opstellen", laag=Laag.INHOUD)
def opstellen(request, pk):
    """The button *Besluit opstellen*; `pk` is the aanvraag."""
    besluit = besluit_opstellen(aanvraag_id=pk, door=request.lezer, vandaag=timezone.localdate())
    messages.success(request, "Besluit opgesteld. Hieronder staat wat nog open is.")
    return redirect("beschikkingen:besluit", pk=besluit.pk)
