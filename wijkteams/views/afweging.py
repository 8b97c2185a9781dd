"""The ladder: seven rungs per hulpvraag, one open at a time."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.concept import conceptkader, gegevens_uit, verborgen_in_concept
from toegang.formulier import fouten_overnemen
from toegang.models import Leefgebied
from toegang.models import Verouderd as VerouderdeRij
from toegang.permissions import check_recht
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel, is_aan
from toegang.verouderd import versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams import regels, teksten
from wijkteams.forms import HulpvraagFormulier, TredeFormulier
from wijkteams.gespreksloop import gespreksloop, trede_url
from wijkteams.models import Hulpvraag, Trede, TredeSoort
from wijkteams.onderzoekvraag import onderzoek_van
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.trede_vastleggen import geldig_zonder_onderzoek, trede_vastleggen
from wijkteams.views.formulierdelen import als_getypt, gelezen_versie, uit_concept
from wijkteams.views.verouderde_tekst import KIES, gekozen_gegevens, verouderd_van

VELDEN_MET_TEKST = (teksten.Veld.WAT_IS_ER, teksten.Veld.BRIEFTEKST)


@scherm("afweging", laag=Laag.INHOUD, aan_tafel=Tafel.VANZELF, gevoelig=frozenset({"notitie"}))
def afweging(request, pk):
    """All needs of the zaak; the rung in `?open=<hulpvraag>.<trede>` has the form, else the first that is not done.

    At the table the note for ourselves is not on the page, nor a need that is about safety.
    """
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    weigering = waarom_niet_bewerken(zaak)
    if request.method == "POST":
        check_recht(zaak, Recht.INHOUD_BEWERKEN)
        if weigering:
            messages.error(request, weigering)
            return redirect("wijkteams:afweging", pk)
    onderzoek = onderzoek_van(zaak)
    hulpvragen = list(onderzoek.hulpvragen.all()) if onderzoek else []
    if is_aan(request):
        hulpvragen = [h for h in hulpvragen if h.leefgebied != Leefgebied.VEILIGHEID]
    hulpvraag, trede = (None, None) if weigering else _gekozen(request, hulpvragen)
    met_notitie = hulpvraag is not None and not is_aan(request) and zaak.mag(Recht.GEVOELIG_INZIEN)
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
        "formulieren": [nieuw], "weigering": weigering, "mag_notitie": met_notitie,
        "loop": gespreksloop(zaak, onderzoek, "afweging"),
        "ladders": [_ladder(h, hulpvraag or hulpvragen[0], hulpvraag and trede) for h in hulpvragen],
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
    return trede_url(reverse("wijkteams:afweging", args=[zaak_pk]), hulpvraag_pk, trede)


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
    blokken = teksten.te_kiezen(wet=zaak.wet)
    kader = conceptkader(request, open_=f"{hulpvraag.pk}.{soort.value}", naam="trede")
    getypt = gegevens_uit(kader)
    extra = {
        "open_trede": soort, "open_hulpvraag": hulpvraag, "rij": rij, "waarom_niet": waarom_niet, "conceptkader": kader,
        "versie": gelezen_versie(getypt, rij.versie if rij else 0), "tekstblokken": blokken,
        "tekstkeuzes": teksten.keuzes(blokken, VELDEN_MET_TEKST, trede=soort.value),
        "open_vraag": f"{hulpvraag.pk}.{soort.value}",
    }  # fmt: skip
    huidig = _huidig(rij)
    if request.method != "POST" or request.POST.get("formuliernaam") != "trede":
        leeg = TredeFormulier(trede=soort, met_notitie=met_notitie)
        formulier = TredeFormulier(
            initial=huidig | uit_concept(leeg, getypt), trede=soort, met_notitie=met_notitie
        )
        return formulier, extra | _voorbeeld(soort, rij.brieftekst if rij else "")
    if "tekst_toevoegen" in request.POST:
        data, gekozen = teksten.toegevoegd(request.POST, blokken, "")
        extra |= _voorbeeld(soort, data.get("brieftekst", "")) | {"tekst_erbij": gekozen}
        extra["extra_fouten"] = [] if gekozen else [("trede", "Kies eerst een vaste tekst uit de lijst")]
        return TredeFormulier(data, trede=soort, met_notitie=met_notitie), extra
    gegevens, open_velden = gekozen_gegevens(request.POST, huidig)
    formulier = TredeFormulier(gegevens, trede=soort, met_notitie=met_notitie)
    extra |= _voorbeeld(soort, gegevens.get("brieftekst", ""))
    if "voorbeeld" in request.POST or not formulier.is_valid():
        return formulier, extra
    if open_velden:
        return formulier, extra | _verouderd(formulier, huidig, rij)
    if is_aan(request):
        formulier.cleaned_data |= verborgen_in_concept(request, "notitie")
    try:
        trede_vastleggen(
            hulpvraag_id=hulpvraag.pk, trede=soort, door=request.lezer, versie=versie_uit(request),
            vandaag=timezone.localdate(), **formulier.cleaned_data,
        )  # fmt: skip
    except VerouderdeRij as fout:
        nu = {"rij": fout.huidig, "versie": fout.huidig.versie}
        return formulier, extra | _verouderd(formulier, _huidig(fout.huidig), fout.huidig) | nu
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
    return {"voorbeeld_kop": regels.IN_DE_BRIEF[int(soort)], "voorbeeld": tekst.strip()}


def _huidig(rij: Trede | None) -> dict:
    velden = (*TredeFormulier.base_fields,)
    return {veld: als_getypt(getattr(rij, veld)) for veld in velden} if rij else {}


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
        "kaart_sneltoets": hulpvraag == open_hulpvraag,
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
