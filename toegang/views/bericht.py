"""An e-mail of which nobody knows whether it arrived: a colleague says so, on the page with the letters."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from toegang.models import Bericht
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.bericht_aangekomen import bericht_aangekomen
from toegang.usecases.bericht_opnieuw_versturen import bericht_opnieuw_versturen
from toegang.views.zaak_ophalen import zaak_ophalen


@scherm("bericht_opnieuw", laag=Laag.PROCES)
def opnieuw(request, pk):
    """It did not arrive: once more."""
    zin = "De e-mail gaat opnieuw weg. Dat duurt meestal minder dan een minuut."
    return _beslissen(request, pk, bericht_opnieuw_versturen, zin)


@scherm("bericht_aangekomen", laag=Laag.PROCES)
def aangekomen(request, pk):
    """It arrived: sent on the day that it was handed over."""
    return _beslissen(
        request, pk, bericht_aangekomen, "De e-mail telt als verzonden. U hoeft niets meer te doen."
    )


def _beslissen(request, pk, act, zin: str):
    bericht = Bericht.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, bericht.zaak_id)
    if request.method == "POST":
        try:
            act(bericht_id=pk, door=request.lezer, nu=timezone.now())
        except OngeldigeOvergang as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, zin)
    return redirect("toegang:documenten", pk=zaak.pk)
