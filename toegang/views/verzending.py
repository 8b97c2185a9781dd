"""Verzenden: choose letters, check, let them be made, print, and say that the post went. Work of the administratie."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import velden as v
from toegang.briefsoorten import bronnen
from toegang.brieven.basis import html_maken
from toegang.brieven.proefbrief import proefbrief
from toegang.formulier import Formulier
from toegang.models import Terugbelbrief, Verzending
from toegang.opmaak import datum_lang
from toegang.pdf import pdf_maken
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.statussen import VerzendingStatus
from toegang.usecases.verzending_samenstellen import kiesbaar, te_schrijven, verzending_samenstellen
from toegang.verzendoverzicht import soortnaam, stappen, telblad, tellen, uitzonderingen, voorbeelden
from toegang.views.document import pdf_antwoord

DESK = {"laag": Laag.UITVOERING, "rollen": (Rol.ADMINISTRATIE,)}
GETOOND = 50


class KiesFormulier(Formulier):
    """Which kinds, which day, which paper."""

    soorten = v.MeerkeuzeVeld(label="Welke brieven gaan mee?", vraag="Kies welke brieven meegaan")
    verzenddatum = v.DatumVeld(
        label="Op welke dag gaat de post weg?", help_text="Deze datum komt op elke brief te staan"
    )
    dubbelzijdig = v.KeuzeVeld(
        label="Hoe drukt u af?",
        choices=[("ja", "Dubbelzijdig: elke brief begint op een nieuw vel"), ("nee", "Enkelzijdig")],
    )

    def __init__(self, *args, keuzes, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["soorten"].choices = keuzes
        self.fields["verzenddatum"].niet_voor = vandaag


class AanbiedFormulier(Formulier):
    """The day on which the post took it."""

    aangeboden_op = v.DatumVeld(label="Op welke dag is de post aangeboden?")

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["aangeboden_op"].niet_na = vandaag


def _wacht(lezer) -> dict[str, int]:
    """How many letters wait, per kind; what is no letter yet counts with its kind."""
    brieven = kiesbaar(lezer).order_by("soort").values_list("soort").annotate(n=Count("pk"))
    aantallen = dict(brieven)
    for bron in bronnen():
        if n := te_schrijven(lezer, bron.soort).count():
            aantallen[bron.soort] = aantallen.get(bron.soort, 0) + n
    return aantallen


@scherm("verzendingen", **DESK)
def verzendingen(request):
    """The batches, newest first; and what waits."""
    rijen = (
        Verzending.objects.voor(request.lezer)
        .select_related("samengesteld_door")
        .annotate(aantal=Count("regels"))
        .order_by("-samengesteld_om", "pk")
    )
    wacht = sum(_wacht(request.lezer).values())
    context = {
        "rijen": list(rijen[:GETOOND]),
        "wacht": wacht,
        "terugbelbrieven": Terugbelbrief.objects.voor(request.lezer).wacht().count(),
    }
    return TemplateResponse(request, "toegang/verzendingen.html", context)


@scherm("verzending_nieuw", **DESK)
def nieuw(request):
    """Choose what goes, and the day."""
    vandaag = timezone.localdate()
    wacht = _wacht(request.lezer)
    keuzes = [(soort, f"{soortnaam(soort)} ({n})") for soort, n in sorted(wacht.items())]
    begin = {"soorten": list(wacht), "verzenddatum": vandaag, "dubbelzijdig": "ja"}
    formulier = KiesFormulier(request.POST or None, keuzes=keuzes, vandaag=vandaag, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        gekozen = formulier.cleaned_data
        try:
            verzending = verzending_samenstellen(
                door=request.lezer, nu=timezone.now(), vandaag=vandaag, verzenddatum=gekozen["verzenddatum"],
                soorten=gekozen["soorten"], dubbelzijdig=gekozen["dubbelzijdig"] == "ja",
            )  # fmt: skip
            messages.success(request, "De brieven zijn gekozen. Controleer ze en laat ze dan maken.")
            return redirect("toegang:verzending", pk=verzending.pk)
        except ValidationError as fout:
            formulier.add_error(None, fout)
    return TemplateResponse(
        request, "toegang/verzending_nieuw.html", {"formulier": formulier, "keuzes": keuzes}
    )


@scherm("verzending", **DESK)
def verzending(request, pk):
    """One page from check to post: numbers, exceptions, samples, progress, count sheet."""
    gevonden = (
        Verzending.objects.voor(request.lezer)
        .select_related("samengesteld_door", "aangeboden_door")
        .get(pk=pk)
    )
    return pagina(request, gevonden)


@scherm("proefbrief", laag=Laag.UITVOERING, rollen=(Rol.ADMINISTRATIE, Rol.BEHEERDER), actie="downloaden")
def proef(request):
    """The test letter for the window of the envelope; nobody stands in it."""
    vandaag = timezone.localdate()
    brief = proefbrief(vandaag)
    gemaakt = pdf_maken(
        html_maken(brief), titel=brief.onderwerp, kenmerk=brief.kop.kenmerk, gemaakt_op=vandaag
    )
    return pdf_antwoord(gemaakt, "proefbrief.pdf")


def pagina(request, gevonden: Verzending, formulier: Formulier | None = None) -> TemplateResponse:
    """The page, also with the form that was refused."""
    vandaag = timezone.localdate()
    alleen_stand = request.GET.get("alleen") == "stand"  # the page asks itself how far it is: nobody is shown
    geteld = tellen(gevonden)
    klaar = bool(gevonden.sha256)
    deel = 100 * geteld["gemaakt"] // geteld["mee"] if geteld["mee"] else 0
    loopt = gevonden.status == VerzendingStatus.LOOPT and not klaar and not gevonden.fout
    verwerkt = gevonden.status == VerzendingStatus.AANGEBODEN and geteld["verzonden"] < geteld["mee"]
    if formulier is None and klaar and gevonden.status == VerzendingStatus.LOOPT:
        formulier = AanbiedFormulier(
            vandaag=vandaag, initial={"aangeboden_op": min(vandaag, gevonden.verzenddatum)}
        )
    context = {
        "verzending": gevonden,
        "titel": f"Verzending van {datum_lang(gevonden.verzenddatum)}",
        "geteld": geteld,
        "klaar": klaar,
        "deel": deel,
        "deel_gesproken": deel // 10 * 10,
        "loopt": loopt,
        "verwerkt": verwerkt,
        "ververst": loopt or verwerkt,
        "stappen": stappen(gevonden, klaar),
        "uitzonderingen": [] if alleen_stand else uitzonderingen(gevonden, request),
        "voorbeelden": voorbeelden(gevonden, request.lezer),
        "telblad": telblad(gevonden) if klaar else [],
        "formulier": formulier,
        "vandaag": vandaag,
    }
    return TemplateResponse(request, "toegang/verzending.html", context)
