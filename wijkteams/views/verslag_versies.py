"""The versions of a verslag beside each other, and the signed paper that came back by post."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.verslag import OndertekendFormulier
from wijkteams.models import Verslag
from wijkteams.statussen import VerslagStatus
from wijkteams.usecases.verslag_ondertekend import verslag_ondertekend
from wijkteams.views.verslag import zin_na_ondertekening


@scherm("verslag_vergelijken", laag=Laag.INHOUD)
def vergelijken(request, pk):
    """Two versions part by part, with what differs marked; the last two when none are chosen."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    versies = {str(v.nummer): v for v in Verslag.objects.filter(onderzoek__zaak=zaak).order_by("nummer")}
    nummers = list(versies)
    oud = versies.get(request.GET.get("oud", "")) or versies.get(nummers[-2] if len(nummers) > 1 else "")
    nieuw = versies.get(request.GET.get("nieuw", "")) or versies.get(nummers[-1] if nummers else "")
    context = {
        **zaakcontext(request, zaak), "titel": "Versies vergelijken", "versies": list(versies.values()), "oud": oud,
        "nieuw": nieuw, "delen": _naast_elkaar(oud, nieuw) if oud and nieuw else [],
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/verslag_vergelijken.html", context)


def _naast_elkaar(oud: Verslag, nieuw: Verslag) -> list[dict]:
    """Each heading with both texts; a heading of one of them too."""
    toen, nu = dict(oud.delen), dict(nieuw.delen)
    koppen = list(dict.fromkeys([*toen, *nu]))
    delen = [{"kop": k, "oud": toen.get(k, ""), "nieuw": nu.get(k, "")} for k in koppen]
    return [d | {"gelijk": d["oud"] == d["nieuw"]} for d in delen]


@scherm("verslag_terug", laag=Laag.PROCES)
def terug(request, pk):
    """For who opens the post: nothing of the verslag is shown, only when it was sent."""
    zaak = zaak_ophalen(request, pk, laag=Laag.PROCES, recht=recht_voor_aanvraag(request.lezer))
    verslag = Verslag.objects.filter(onderzoek__zaak=zaak).defer("delen").order_by("-nummer").first()
    wacht = verslag is not None and verslag.status == VerslagStatus.VERSTUURD
    formulier = OndertekendFormulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and wacht and formulier.is_valid():
        try:
            verslag_ondertekend(
                verslag_id=verslag.pk, door=request.lezer, vandaag=timezone.localdate(), nu=timezone.now(),
                **formulier.cleaned_data,
            )  # fmt: skip
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, zin_na_ondertekening(formulier.cleaned_data))
            return redirect("toegang:zaak", pk)
    context = {
        **zaakcontext(request, zaak), "titel": "Ondertekend verslag registreren", "verslag": verslag, "wacht": wacht,
        "formulier": formulier,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/verslag_terug.html", context)
