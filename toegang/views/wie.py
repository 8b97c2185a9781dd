"""Who looked, who may look, and what was changed: the account of a dossier."""

from itertools import groupby

from django.db.models import QuerySet
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import wijzigingen
from toegang.models import Inzage, Zaak
from toegang.rechten import Laag, Recht, Rol
from toegang.samenvoegen import van_deze_persoon
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from toegang.wie_mag import wie_mag as wie_mag_lezen

PER = 25
SCHERMEN = {
    "zaak": "het overzicht", "dossier": "het overzicht", "zaken": "een lijst", "mijn_werk": "een lijst",
    "werkvoorraad": "een lijst", "tijdlijn": "de tijdlijn", "wie_keek": "wie keek", "wie_mag": "wie mag kijken",
    "historie": "de wijzigingen", "document": "een document", "bsn": "het BSN", "brief": "een brief",
    "brp_zoeken": "een vraag aan de BRP", "brp_verversen": "een vraag aan de BRP",
    "brp_wijziging": "de gegevens uit de BRP", "noodinzage": "zoeken voor noodinzage", "zoeken": "een zoekvraag",
    "termijnen": "de termijnen", "zaak_wet": "de wet van de zaak", "zaak_heropenen": "de zaak",
    "veiligheid": "het dossier",  # who shares the house may one day read this list: it says no more
}  # fmt: skip


@scherm("wie_keek", laag=Laag.PROCES)
def wie_keek(request, pk):
    """Who opened this dossier, per day; for who holds the content, and for the FG (no header, no content)."""
    zaak, context = _zaak_of_fg(request, pk)
    rijen = Inzage.objects.filter(inwoner__in=van_deze_persoon(zaak.dossier.inwoner_id))
    rijen = rijen.exclude(zaak__in=_andere(zaak, request.lezer))
    na = request.GET.get("na", "")
    if na.isascii() and na.isdigit():
        rijen = rijen.filter(pk__lt=int(na[:18]))
    rijen = list(rijen.order_by("-pk")[: PER + 1])
    meer, rijen = len(rijen) > PER, rijen[:PER]
    for rij in rijen:
        rij.wat = SCHERMEN.get(rij.scherm, rij.scherm.replace("_", " "))
        rij.als = ", ".join(Rol(r).label.lower() for r in rij.rollen.split(",") if r in Rol.values)
        rij.laag_naam = Laag(rij.laag).label.lower() if rij.laag in Laag.values else rij.laag
    context |= {
        "titel": "Wie keek",
        "dagen": [
            (dag, list(groep)) for dag, groep in groupby(rijen, key=lambda r: timezone.localdate(r.om))
        ],
        "volgende": f"?na={rijen[-1].pk}" if meer else "",
    }
    return TemplateResponse(request, "toegang/wie_keek.html", context)


def _andere(zaak: Zaak, lezer) -> QuerySet:
    """The zaken of this inwoner that the reader may not see: their rows stay out."""
    van_dossier = Zaak.objects.filter(dossier_id=zaak.dossier_id)
    zichtbaar = van_dossier.voor(lezer, Recht.INHOUD_INZIEN)
    return van_dossier.exclude(pk=zaak.pk).exclude(pk__in=zichtbaar.values("pk")).values("pk")


def _zaak_of_fg(request, pk) -> tuple[Zaak, dict]:
    """As every page of a dossier; the FG sees the log of any zaak without its header."""
    if request.lezer.rechten.heeft_rol(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING):
        zaak = Zaak.objects.select_related("dossier").filter(pk=pk).first()
        if zaak is None:
            raise Http404
        request.inzage.toon_zaak(zaak, laag=Laag.TOEZICHT)
        return zaak, {"zaak": zaak, "basis": "basis.html", "van_wie": zaak.kenmerk}
    zaak = zaak_ophalen(request, pk, recht=Recht.INHOUD_INZIEN)
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
