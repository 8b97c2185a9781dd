"""Inloggen en apparaten: where one is signed in, and the ways to the password and the second step."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.aanmelding import eerst_bevestigen, net_aangemeld
from toegang.schermen import scherm
from wijkteams.usecases.sessies_beeindigen import sessies_beeindigen, sessies_van


@scherm("ingelogd")
def ingelogd(request):
    """Ending a session elsewhere asks for the password or the code once more (ASVS 7.5.2)."""
    hier, nu = request.session.session_key, timezone.now()
    if request.method == "POST":
        if not net_aangemeld(request):
            return eerst_bevestigen(request, "Kies daarna nog een keer wat u wilt beëindigen.")
        aantal = sessies_beeindigen(
            door=request.lezer, nu=nu, behalve=hier, merk=request.POST.get("merk", "")
        )
        messages.success(request, "U bent daar uitgelogd." if aantal else "Daar was u al uitgelogd.")
        return redirect("wijkteams:ingelogd")
    sessies = [(s, s.sleutel == hier) for s in sessies_van(request.lezer, nu)]
    context = {"sessies": sorted(sessies, key=lambda rij: not rij[1])}
    return TemplateResponse(request, "wijkteams/ingelogd.html", context)
