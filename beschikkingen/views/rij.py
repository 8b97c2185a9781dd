"""The queue of who checks or signs. No name before it is claimed: the queue shows no person, so nothing is logged."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from beschikkingen.models import Besluit
from beschikkingen.rij import soort_hulp, te_oppakken
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm

HOOGSTENS = 50
ROLLEN = (Rol.TOETSER, Rol.ONDERTEKENAAR)


@scherm("besluiten_rij", laag=Laag.PROCES, rollen=ROLLEN)
def rij(request):
    """Nearest term first: kenmerk, kind of help, term."""
    vandaag = timezone.localdate()
    gevonden = list(Besluit.objects.in_rij(request.lezer, vandaag).met_rijgegevens()[: HOOGSTENS + 1])
    rijen = [
        (besluit, soort_hulp(besluit), besluit.opgepakt_door == request.lezer)
        for besluit in gevonden[:HOOGSTENS]
    ]
    context = {"rijen": rijen, "meer": len(gevonden) > HOOGSTENS, "vandaag": vandaag, "grens": HOOGSTENS}
    return TemplateResponse(request, "beschikkingen/rij.html", context)


@scherm("besluit_oppakken", laag=Laag.PROCES, rollen=ROLLEN)
def oppakken(request, pk):
    """Claim it: from here on this colleague reads the content, and that is written down."""
    vandaag = timezone.localdate()
    if request.method == "POST":
        besluit = besluit_oppakken(besluit_id=pk, door=request.lezer, vandaag=vandaag)
        doe = "onderteken het" if besluit.status == BesluitStatus.TER_ONDERTEKENING else "keur het goed"
        messages.success(request, f"U hebt dit besluit opgepakt. Lees het, en {doe} of stuur het terug.")
        return redirect("beschikkingen:besluit", pk=besluit.pk)
    besluit = te_oppakken(pk, lezer=request.lezer, vandaag=vandaag)
    context = {"besluit": besluit, "soort": soort_hulp(besluit), "vandaag": vandaag}
    return TemplateResponse(request, "beschikkingen/besluit_oppakken.html", context)
