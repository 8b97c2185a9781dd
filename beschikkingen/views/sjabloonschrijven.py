"""The editor of a letter template: blocks in an order, with the letter of an invented person beside it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from beschikkingen.forms.sjabloon import VORMEN, SjabloonFormulier, blokken_uit, verplaatst
from beschikkingen.permissions import SJABLOONROLLEN, check_mag_sjabloon_schrijven
from beschikkingen.regels import GEMIDDELD_HOOGSTENS, leesbaarheid
from beschikkingen.sjabloondelen import DELEN, STANDAARD, TEKST, Blok, delen_bij, fouten_in, in_woorden
from beschikkingen.sjabloonvelden import VELDEN, VOORWAARDEN
from beschikkingen.sjabloonvoorbeeld import BESLOTEN, voorbeeldbrief
from beschikkingen.usecases.sjabloon_bewaren import sjabloon_bewaren, waarom_niet_schrijven
from beschikkingen.views.sjabloon import sjabloon_van
from toegang.brieven.basis import html_maken
from toegang.concept import conceptkader, gegevens_uit
from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.pdf import pdf_maken
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import versie_uit
from toegang.verschillen import Verouderd as Vergelijking
from toegang.verschillen import Verschil
from toegang.views.document import pdf_antwoord

SCHUIVEN = ("omhoog:", "omlaag:", "weg:", "erbij:")


@scherm("sjabloon_wijzigen", laag=Laag.TOEZICHT, rollen=SJABLOONROLLEN)
def wijzigen(request, pk):
    """GET what is saved (or what was typed and not saved); a POST saves, or moves a block and shows the form again."""
    gevonden = sjabloon_van(pk)
    check_mag_sjabloon_schrijven(request.lezer, gevonden)
    kader = conceptkader(request)
    extra = {"versie": gevonden.versie}
    if request.method != "POST":
        if weigering := waarom_niet_schrijven(gevonden):
            messages.info(request, weigering)
            return redirect("beschikkingen:sjabloon", pk=pk)
        getypt = gegevens_uit(kader)
        formulier = SjabloonFormulier(
            blokken=gevonden.delen if getypt is None else blokken_uit(getypt),
            regels=gevonden.regels if getypt is None else str(getypt.get("regels", "")),
        )
        return _pagina(request, gevonden, formulier, kader, extra)
    if request.POST.get("bewaar_blokken") == "hun":
        messages.info(
            request, "Uw tekst uit dit scherm is niet bewaard. Dit is de tekst van het andere scherm."
        )
        return redirect("beschikkingen:sjabloon_wijzigen", pk=pk)
    blokken, doe = blokken_uit(request.POST), request.POST.get("doe", "")
    if doe.startswith(SCHUIVEN):
        blokken, plek = verplaatst(blokken, doe)
        formulier = SjabloonFormulier(blokken=blokken, regels=request.POST.get("regels", ""))
        return _pagina(request, gevonden, formulier, kader, extra | {"bij": plek})
    formulier = SjabloonFormulier(request.POST, blokken=blokken)
    if formulier.is_valid():
        try:
            sjabloon_bewaren(
                sjabloon_id=pk, door=request.lezer, blokken=blokken, regels=formulier.cleaned_data["regels"],
                versie=versie_uit(request),
            )  # fmt: skip
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            getypt = in_woorden(blokken, formulier.cleaned_data["regels"])
            extra = {"versie": fout.huidig.versie, "verouderd": _vergelijking(fout.huidig, getypt)}
        else:
            messages.success(request, "Concept bewaard. Bied het aan als het klaar is.")
            naar = "beschikkingen:sjabloon" if doe == "klaar" else "beschikkingen:sjabloon_wijzigen"
            return redirect(naar, pk=pk)
    return _pagina(request, gevonden, formulier, kader, extra)


@scherm("sjabloon_voorbeeld", laag=Laag.TOEZICHT, rollen=SJABLOONROLLEN)
def voorbeeld(request, pk):
    """The letter of an invented person: of what is saved, or (POST) of what stands in the form, saved or not."""
    gevonden = sjabloon_van(pk)
    blokken = blokken_uit(request.POST) if request.method == "POST" else list(gevonden.delen)
    context = _voorbeeld(gevonden, blokken, request.POST.get("vorm", ""))
    deel, blad = "beschikkingen/_sjabloon_voorbeeld.html", "beschikkingen/sjabloon_voorbeeld.html"
    return TemplateResponse(request, deel if request.htmx else blad, context | {"sjabloon": gevonden})


@scherm("sjabloon_proefbrief", laag=Laag.TOEZICHT, rollen=SJABLOONROLLEN, actie="downloaden")
def proefbrief(request, pk):
    """What is saved, on paper."""
    gevonden = sjabloon_van(pk)
    brief = voorbeeldbrief(gevonden.uitkomst, gevonden.delen, product=gevonden.product)
    pdf = pdf_maken(html_maken(brief), titel=brief.onderwerp, kenmerk=brief.kop.kenmerk, gemaakt_op=BESLOTEN)
    return pdf_antwoord(pdf, f"voorbeeld-{gevonden.uitkomst}-versie-{gevonden.nummer}.pdf")


def _voorbeeld(sjabloon, blokken: list[Blok], vorm: str) -> dict:
    """A block with a mistake is left out of the letter, and named."""
    vorm = vorm if vorm in dict(VORMEN) else "natura"
    brief = voorbeeldbrief(sjabloon.uitkomst, tuple(blokken), product=sjabloon.product, vorm=vorm)
    fouten = [(b.naam, zin) for b in blokken for zinnen in fouten_in(b).values() for zin in zinnen]
    teksten = [alinea for b in brief.blokken for alinea in b.alineas]
    return {"brief": brief, "blokfouten": fouten, "leest": _leest(teksten)}


def _leest(teksten: list[str]) -> str:
    if not teksten:
        return ""
    gemiddeld, _, _ = leesbaarheid(teksten)
    telling = f"gemiddeld {round(gemiddeld)} woorden per zin"
    if gemiddeld > GEMIDDELD_HOOGSTENS:
        return f"Uw eigen tekst leest niet goed: {telling}. Maak de zinnen korter, hoogstens {GEMIDDELD_HOOGSTENS}."
    return f"Uw eigen tekst leest goed: {telling}."


def _vergelijking(nu, getypt: str) -> Vergelijking:
    laatste = nu.history.select_related("history_user").order_by("-history_id").first()
    naam = laatste.history_user.naam if laatste and laatste.history_user else "Een collega"
    return Vergelijking(
        naam, [Verschil("De brief", "blokken", getypt, in_woorden(nu.delen, nu.regels), samen=False)]
    )


def _erbij(uitkomst: str, blokken: list[Blok]) -> list[tuple[int, str, str]]:
    """What is missing, with its place: behind what comes before it in the order that is built in."""
    er_is, gevonden = [b.deel for b in blokken], []
    for deel in delen_bij(uitkomst):
        if deel not in er_is:
            eerder = STANDAARD[: STANDAARD.index(deel)]
            plek = max((i + 1 for i, d in enumerate(er_is) if d in eerder), default=0)
            gevonden.append((plek, deel, DELEN[deel].naam))
    return gevonden if blokken else [*gevonden, (0, TEKST, "Eigen tekst")]


def _pagina(request, sjabloon, formulier, kader, extra: dict) -> TemplateResponse:
    context = _voorbeeld(sjabloon, formulier.blokken, request.POST.get("vorm", "")) | {
        "sjabloon": sjabloon,
        "naam": sjabloon.naam(sjabloon.product.naam if sjabloon.product else ""),
        "formulier": formulier,
        "blokken": formulier.blokvelden(),
        "aantal": len(formulier.blokken),
        "laatste": len(formulier.blokken) - 1,
        "erbij": _erbij(sjabloon.uitkomst, formulier.blokken),
        "velden": VELDEN,
        "voorwaarden": VOORWAARDEN,
        "conceptkader": kader,
    }  # fmt: skip
    return TemplateResponse(request, "beschikkingen/sjabloon_wijzigen.html", context | extra)
