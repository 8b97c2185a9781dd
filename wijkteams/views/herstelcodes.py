"""Recovery codes: made here or with the app, and read once."""

from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils import timezone

from toegang import eenmalig
from toegang.aanmelding import eerst_bevestigen, net_aangemeld
from toegang.schermen import scherm
from wijkteams.collegalezen import herstelcodes_over
from wijkteams.herstelcodes import AANTAL
from wijkteams.usecases.herstelcodes_maken import herstelcodes_maken

GETOOND = "herstelcodes_eenmalig"


@scherm("herstelcodes")
def herstelcodes(request):
    """How many there are, new ones, and right after that the codes themselves: once."""
    if request.method == "POST":
        if not net_aangemeld(request):
            return eerst_bevestigen(request, "Kies daarna nog een keer voor nieuwe codes.")
        _maken(request)
        messages.success(request, "Uw herstelcodes zijn gemaakt. U ziet ze één keer, hieronder.")
        return redirect("wijkteams:herstelcodes")
    over = herstelcodes_over(request.lezer)
    nieuw = eenmalig.tonen(request, GETOOND, request.lezer.pk)
    context = {"codes": nieuw.split(), "over": over, "aantal": AANTAL}
    return TemplateResponse(request, "wijkteams/herstelcodes.html", context)


def _maken(request) -> None:
    codes = herstelcodes_maken(
        door=request.lezer, nu=timezone.now(), behalve=request.session.session_key or ""
    )
    eenmalig.klaarzetten(request, GETOOND, request.lezer.pk, " ".join(codes))


class AppKoppelen(ActivateTOTPView):
    """The page of allauth; with the app come the first recovery codes."""

    success_url = reverse_lazy("wijkteams:herstelcodes")

    def get_success_url(self) -> str:
        return str(self.success_url)

    @transaction.atomic
    def form_valid(self, form):
        antwoord = super().form_valid(form)
        _maken(self.request)
        return antwoord


app_koppelen = AppKoppelen.as_view()
