"""Who looked, who may look, and what was changed: the account of a dossier."""

from itertools import groupby

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import wijzigingen
from toegang.models import Zaak
from toegang.rechten import Laag, Recht, Rol
from toegang.samenvoegen import met_dubbelen
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from toegang.wie_keek import wie_keek as wie_keek_lezen
from toegang.wie_mag import wie_mag as wie_mag_lezen


@scherm("wie_keek", laag=Laag.PROCES)
def wie_keek(request, pk):
    """Who opened this dossier, per day; for who holds the content, and for the FG (no header, no content)."""
    zaak, context = _zaak_of_fg(request, pk)
    na = request.GET.get("na", "")
    regels, verder = wie_keek_lezen(
        zaak, request.lezer, int(na[:18]) if na.isascii() and na.isdigit() else None
    )
    context |= {
        "titel": "Wie keek",
        "dagen": [
            (dag, list(groep)) for dag, groep in groupby(regels, key=lambda r: timezone.localdate(r.om))
        ],
        "volgende": f"?na={verder}" if verder else "",
    }
    return TemplateResponse(request, "toegang/wie_keek.html", context)


def _zaak_of_fg(request, pk) -> tuple[Zaak, dict]:
    """As every page of a dossier; the FG sees the log of any zaak without its header."""
    if request.lezer.rechten.heeft_rol(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING):
        zaak = Zaak.objects.select_related("dossier").filter(pk=pk).first()
        if zaak is None:
            raise Http404
        request.inzage.toon_zaak(zaak, laag=Laag.TOEZICHT)
        return zaak, {"zaak": zaak, "basis": "basis.html", "van_wie": zaak.kenmerk}
    zaak = zaak_ophalen(request, pk, recht=Recht.INHOUD_INZIEN, vraag=met_dubbelen)
    context = zaakcontext(request, zaak)
    return zaak, {**context, "basis": "toegang/zaak_basis.html", "van_wie": context["kop"].naam}


@scherm("wie_mag", laag=Laag.PROCES)
def wie_mag(request, pk):
    """Who may open this zaak: the team with its rights under this law, and the exceptions with their end."""
    zaak = zaak_ophalen(request, pk, recht=Recht.INHOUD_INZIEN)
    context = {
        "titel": "Wie mag kijken",
        "lijst": wie_mag_lezen(zaak, timezone.now()),
        "mag_afschermen": zaak.mag(Recht.INHOUD_BEWERKEN) or zaak.mag(Recht.VERDELEN),
    }
    return TemplateResponse(request, "toegang/wie_mag.html", {**zaakcontext(request, zaak), **context})


@scherm("historie", laag=Laag.INHOUD)
def historie(request, pk):
    """What was changed, by whom and why."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    regels = wijzigingen.van_zaak(zaak)
    context = {"titel": "Wijzigingen", "regels": regels[:100], "meer": len(regels) > 100}
    return TemplateResponse(request, "toegang/historie.html", {**zaakcontext(request, zaak), **context})
