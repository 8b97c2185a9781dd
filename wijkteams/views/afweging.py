"""The ladder: seven rungs per hulpvraag, one open at a time."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.models import Verouderd as VerouderdeRij
from toegang.permissions import check_recht
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams import regels
from wijkteams.forms import HulpvraagFormulier, TredeFormulier, fouten_overnemen
from wijkteams.models import Hulpvraag, Trede, TredeSoort
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.trede_vastleggen import geldig_zonder_onderzoek, trede_vastleggen
from wijkteams.views.gesprek import versie_uit
from wijkteams.views.verouderde_tekst import KIES, gekozen_gegevens, verouderd_van

# How the letter names a rung
IN_DE_BRIEF = {
    1: "Uzelf", 2: "Huisgenoten", 3: "Mantelzorg", 4: "Familie, vrienden en buren", 5: "Hulp in de wijk",
    6: "Andere wetten", 7: "Hulp van de gemeente",
}  # fmt: skip


@scherm("afweging", laag=Laag.INHOUD)
def afweging(request, pk):
    """All needs of the zaak; the rung in `?open=<hulpvraag>.<trede>` has the form, else the first that is not done."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    weigering = waarom_niet_bewerken(zaak)
    if request.method == "POST":
        check_recht(zaak, Recht.INHOUD_BEWERKEN)
        if weigering:
            messages.error(request, weigering)
            return redirect("wijkteams:afweging", pk)
    hulpvragen = list(
        Hulpvraag.objects.filter(onderzoek__zaak=zaak).prefetch_related("treden").order_by("nummer", "pk")
    )
    hulpvraag, trede = (None, None) if weigering else _gekozen(request, hulpvragen)
    met_notitie = hulpvraag is not None and zaak.mag(Recht.GEVOELIG_INZIEN)
    if met_notitie:
        request.inzage.toon_zaak(zaak, laag=Laag.GEVOELIG)
    context, formulier, nieuw = {}, None, HulpvraagFormulier(prefix="nieuw")
    if request.method == "POST" and request.POST.get("formuliernaam") == "hulpvraag":
        nieuw = HulpvraagFormulier(request.POST, prefix="nieuw")
        if nieuw.is_valid() and (antwoord := _toevoegen(request, zaak, nieuw)):
            return antwoord
    if hulpvraag is not None:
        formulier, extra = _trede(request, zaak, hulpvraag, trede, met_notitie)
        if formulier is None:
            return extra
        context |= extra
    context |= {
        **zaakcontext(request, zaak), "titel": "Afweging", "formulier": formulier, "nieuw": nieuw,
        "formulieren": [nieuw], "weigering": weigering,
        "ladders": [_ladder(h, hulpvraag, trede) for h in hulpvragen],
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/afweging.html", context)


def _gekozen(request, hulpvragen):
    """The rung that stands open: asked for in the URL, or the first that is not done."""
    sleutel, _, nummer = request.GET.get("open", "").partition(".")
    try:
        gevraagd = next((h for h in hulpvragen if h.pk == UUID(sleutel)), None)
        if gevraagd is not None and int(nummer) in regels.TREDEN:
            return gevraagd, TredeSoort(int(nummer))
    except ValueError:
        pass
    for hulpvraag in hulpvragen:
        treden = list(hulpvraag.treden.all())
        if regels.opgelost_op(treden):
            continue
        gedaan = {t.trede for t in treden}
        if nog := [nummer for nummer in regels.TREDEN if nummer not in gedaan]:
            return hulpvraag, TredeSoort(nog[0])
    return None, None


def _toevoegen(request, zaak, nieuw):
    try:
        hulpvraag = hulpvraag_toevoegen(zaak_id=zaak.pk, door=request.lezer, **nieuw.cleaned_data)
    except OngeldigeOvergang as fout:
        nieuw.add_error(None, str(fout))
        return None
    messages.success(request, "Hulpvraag toegevoegd. Begin bij trede 1.")
    return redirect(_adres(zaak.pk, hulpvraag.pk, 1))


def _adres(zaak_pk, hulpvraag_pk, trede: int) -> str:
    return f"{reverse('wijkteams:afweging', args=[zaak_pk])}?open={hulpvraag_pk}.{trede}#hulpvraag-{hulpvraag_pk}"


def _trede(request, zaak, hulpvraag, soort, met_notitie):
    """The form of one rung and its context; or (None, the redirect) when it was saved."""
    treden = list(hulpvraag.treden.all())
    rij = next((t for t in treden if t.trede == soort), None)
    waarom_niet = ""
    if soort == regels.MAATWERK:
        andere = [t for t in treden if t.trede != soort]
        waarom_niet = regels.waarom_geen_maatwerk(andere)
        if (
            waarom_niet
            and not regels.opgelost_op(andere)
            and geldig_zonder_onderzoek(zaak, timezone.localdate())
        ):
            waarom_niet = ""
    extra = {"open_trede": soort, "open_hulpvraag": hulpvraag, "rij": rij, "waarom_niet": waarom_niet}
    huidig = _huidig(rij)
    if request.method != "POST" or request.POST.get("formuliernaam") != "trede":
        formulier = TredeFormulier(initial=huidig, trede=soort, met_notitie=met_notitie)
        return formulier, extra | _voorbeeld(soort, rij.brieftekst if rij else "")
    gegevens, open_velden = gekozen_gegevens(request.POST, huidig)
    formulier = TredeFormulier(gegevens, trede=soort, met_notitie=met_notitie)
    extra |= _voorbeeld(soort, gegevens.get("brieftekst", ""))
    if "voorbeeld" in request.POST or not formulier.is_valid():
        return formulier, extra
    if open_velden:
        return formulier, extra | _verouderd(formulier, huidig, rij)
    try:
        trede_vastleggen(
            hulpvraag_id=hulpvraag.pk, trede=soort, door=request.lezer, versie=versie_uit(request),
            vandaag=timezone.localdate(), **formulier.cleaned_data,
        )  # fmt: skip
    except VerouderdeRij as fout:
        return formulier, extra | _verouderd(formulier, _huidig(fout.huidig), fout.huidig) | {
            "rij": fout.huidig
        }
    except ValidationError as fout:
        fouten_overnemen(formulier, fout)
        return formulier, extra
    except OngeldigeOvergang as fout:
        formulier.add_error(None, str(fout))
        return formulier, extra
    messages.success(request, f"Trede {soort.value}, {regels.TREDEN[soort.value]}, is bewaard.")
    return None, redirect(f"{reverse('wijkteams:afweging', args=[zaak.pk])}#hulpvraag-{hulpvraag.pk}")


def _verouderd(formulier, huidig, rij) -> dict:
    oud = {"extra_fouten": [("verouderd-kop", KIES)]} if formulier.data.getlist("te_kiezen") else {}
    return oud | {"verouderd": verouderd_van(formulier, huidig, rij.history)}


def _voorbeeld(soort: int, tekst: str) -> dict:
    return {"voorbeeld_kop": IN_DE_BRIEF[int(soort)], "voorbeeld": tekst.strip()}


def _huidig(rij: Trede | None) -> dict:
    velden = (*TredeFormulier.base_fields,)
    return {veld: getattr(rij, veld) for veld in velden} if rij else {}


def _ladder(hulpvraag: Hulpvraag, open_hulpvraag, open_trede) -> dict:
    """One need with its seven rungs, each in one line."""
    treden = {t.trede: t for t in hulpvraag.treden.all()}
    opgelost = regels.opgelost_op(treden.values())
    sporten = []
    for nummer in regels.TREDEN:
        soort, rij = TredeSoort(nummer), treden.get(nummer)
        hoeft_niet = bool(opgelost and nummer > opgelost)
        sporten.append({
            "nummer": nummer, "naam": soort.label, "rij": rij, "hoeft_niet": hoeft_niet,
            "open": hulpvraag == open_hulpvraag and nummer == open_trede, "regel": _in_een_regel(rij, hoeft_niet),
        })  # fmt: skip
    return {
        "hulpvraag": hulpvraag, "sporten": sporten, "opgelost": opgelost,
        "ontbreekt": regels.ontbreekt_in_afweging(hulpvraag, treden.values()),
    }  # fmt: skip


def _in_een_regel(rij: Trede | None, hoeft_niet: bool) -> str:
    if rij is None:
        return "hoeft niet" if hoeft_niet else "nog niet onderzocht"
    if rij.onderzocht == Trede.Onderzocht.NIET_VAN_TOEPASSING:
        return "niet van toepassing"
    if rij.trede == regels.MAATWERK:
        return "nodig"
    return {"helemaal": "lost het helemaal op", "deels": "lost het deels op", "niet": "lost het niet op"}[
        rij.lost_op
    ]
