"""The talk at the table, and self-reliance."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.concept import conceptkader, gegevens_uit
from toegang.models import Verouderd as VerouderdeRij
from toegang.models import Vraagverheldering
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms import GESPREKSORDE, GesprekFormulier, ZrmFormulier
from wijkteams.models import Onderzoek, ZrmScore
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.regels import ontbreekt_in_onderzoek
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.zrm_vastleggen import versie_van, zrm_vastleggen
from wijkteams.views.verouderde_tekst import KIES, gekozen_gegevens, verouderd_van

VAN_HET_ONDERZOEK = ("behoeften", "mantelzorger_behoeften", "bijdrage_verteld", "pgb_verteld")


def onderzoek_van(zaak) -> Onderzoek | None:
    """With all its parts and the vraagverheldering, in four queries whatever their number."""
    delen = ("gespreksdelen", "hulpvragen__treden")
    van_zaak = Onderzoek.objects.filter(zaak=zaak).select_related("zaak__vraagverheldering")
    return van_zaak.prefetch_related(*delen).first()


def uit_concept(formulier, data) -> dict:
    """What was typed and not saved, as the values to begin with."""
    if data is None:
        return {}
    return {
        naam: veld.widget.value_from_datadict(data, {}, naam)
        for naam, veld in formulier.fields.items()
        if naam in data
    }


@scherm("gesprek", laag=Laag.INHOUD)
def gesprek(request, pk):
    """By area of life, in the order of a conversation. At the table the note for ourselves is not on the screen."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    kader = conceptkader(request)
    getypt = gegevens_uit(kader)
    uit = request.GET.get("tafelstand") == "uit" or (getypt is not None and "werknotitie" in getypt)
    met_notitie = uit and zaak.mag(Recht.GEVOELIG_INZIEN)
    if met_notitie:
        request.inzage.toon_zaak(zaak, laag=Laag.GEVOELIG)
    onderzoek = onderzoek_van(zaak)
    huidig = _huidig(onderzoek, met_notitie)
    context = {}
    if request.method == "POST":
        gegevens, open_velden = gekozen_gegevens(request.POST, huidig)
        formulier = GesprekFormulier(gegevens, met_werknotitie=met_notitie)
        if formulier.is_valid() and not open_velden:
            try:
                return _bewaren(request, zaak, formulier)
            except VerouderdeRij:
                onderzoek = onderzoek_van(zaak)
                context["verouderd"] = verouderd_van(
                    formulier, _huidig(onderzoek, met_notitie), onderzoek.history
                )
            except OngeldigeOvergang as fout:
                formulier.add_error(None, str(fout))
        elif open_velden:
            context["extra_fouten"] = [("verouderd-kop", KIES)]
            context["verouderd"] = verouderd_van(formulier, huidig, onderzoek.history)
    else:
        leeg = GesprekFormulier(met_werknotitie=met_notitie)
        formulier = GesprekFormulier(initial=huidig | uit_concept(leeg, getypt), met_werknotitie=met_notitie)
    vraag = _vraag(zaak, onderzoek)
    context |= {
        "conceptkader": kader, "versie": gelezen_versie(getypt, onderzoek.versie if onderzoek else 0),
        **zaakcontext(request, zaak), "titel": "Gesprek", "formulier": formulier, "onderzoek": onderzoek,
        "blokken": list(formulier.blokken({*(vraag.leefgebieden if vraag else ()), zaak.onderwerp})), "vraag": vraag,
        "ontbreekt": ontbreekt_in_onderzoek(onderzoek) if onderzoek else [],
        "weigering": waarom_niet_bewerken(zaak), "met_notitie": met_notitie,
        "mag_notitie": zaak.mag(Recht.GEVOELIG_INZIEN),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/gesprek.html", context)


def _bewaren(request, zaak, formulier):
    data = formulier.cleaned_data
    onderzoek = gesprek_vastleggen(
        zaak_id=zaak.pk, door=request.lezer, vandaag=timezone.localdate(), versie=versie_uit(request),
        delen=formulier.delen(), werknotitie=data.get("werknotitie"),
        **{veld: data[veld] for veld in VAN_HET_ONDERZOEK},
    )  # fmt: skip
    nog = len(ontbreekt_in_onderzoek(onderzoek))
    messages.success(
        request, f"Gesprek bewaard. {f'Nog nodig: {nog}.' if nog else 'U kunt het verslag maken.'}"
    )
    return redirect(request.get_full_path())


def _vraag(zaak, onderzoek: Onderzoek | None) -> Vraagverheldering | None:
    """The question as the front door understood it; it came along with the onderzoek when there is one."""
    if onderzoek is not None:
        return getattr(onderzoek.zaak, "vraagverheldering", None)
    return Vraagverheldering.objects.filter(zaak=zaak).first()


def gelezen_versie(getypt, versie: int) -> int:
    """A draft goes on from the version on which it was typed, so that a colleague in between is noticed."""
    tekst = getypt.get("versie", "") if getypt is not None else ""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else versie


def versie_uit(request) -> int | None:
    """The version that the form was opened on."""
    tekst = request.POST.get("versie", "")
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else None


def _huidig(onderzoek: Onderzoek | None, met_notitie: bool) -> dict:
    """Field of the form -> what is stored now."""
    delen = {d.leefgebied: d for d in onderzoek.gespreksdelen.all()} if onderzoek else {}
    velden = {
        f"{gebied}_{veld}": getattr(delen.get(gebied), veld, "")
        for gebied in GESPREKSORDE
        for veld, _, _ in GesprekFormulier.VRAGEN
    }
    namen = (*VAN_HET_ONDERZOEK, "werknotitie") if met_notitie else VAN_HET_ONDERZOEK
    for naam in namen:
        velden[naam] = getattr(onderzoek, naam) if onderzoek else ""
    return velden


@scherm("zrm", laag=Laag.INHOUD)
def zrm(request, pk):
    """First the reason per domain, then number and word; no average and no colours of good and bad."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    onderzoek = Onderzoek.objects.filter(zaak=zaak).first()
    scores = {s.domein: s for s in onderzoek.zrm_scores.all()} if onderzoek else {}
    huidig = {
        f"{veld}_{n}": str(getattr(s, veld))
        for n, s in scores.items()
        for veld in ("reden", "niveau", "toelichting")
    }
    context, kader = {}, conceptkader(request)
    getypt = gegevens_uit(kader)
    if request.method == "POST":
        gegevens, open_velden = gekozen_gegevens(request.POST, huidig)
        formulier = ZrmFormulier(gegevens)
        if formulier.is_valid() and not open_velden:
            try:
                zrm_vastleggen(
                    zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), scores=formulier.scores(),
                    versie=versie_uit(request),
                )  # fmt: skip
                messages.success(
                    request, "Zelfredzaamheid bewaard. Een lage score vraagt een doel in het plan."
                )
                return redirect("wijkteams:zrm", pk)
            except VerouderdeRij:
                context["verouderd"] = verouderd_van(formulier, huidig, _zrm_historie(onderzoek))
            except OngeldigeOvergang as fout:
                formulier.add_error(None, str(fout))
        elif open_velden:
            context["extra_fouten"] = [("verouderd-kop", KIES)]
            context["verouderd"] = verouderd_van(formulier, huidig, _zrm_historie(onderzoek))
    else:
        formulier = ZrmFormulier(initial=huidig | uit_concept(ZrmFormulier(), getypt))
    context |= {
        **zaakcontext(request, zaak), "titel": "Zelfredzaamheid", "formulier": formulier,
        "conceptkader": kader,
        "versie": gelezen_versie(getypt, versie_van(scores.values())),
        "rijen": list(formulier.rijen(_vorige(zaak, request.lezer))), "weigering": waarom_niet_bewerken(zaak),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/zrm.html", context)


def _zrm_historie(onderzoek: Onderzoek):
    return ZrmScore.history.filter(onderzoek=onderzoek)


def _vorige(zaak, lezer) -> dict[int, ZrmScore]:
    """The last score per domain of an earlier zaak of this inwoner, that this reader may see."""
    eerder = (
        ZrmScore.objects.voor(lezer, Recht.INHOUD_INZIEN)
        .filter(onderzoek__zaak__dossier_id=zaak.dossier_id, onderzoek__zaak__wet=zaak.wet, niveau__gt=0)
        .exclude(onderzoek__zaak=zaak)
        .order_by("gemeten_op", "pk")
    )
    return {s.domein: s for s in eerder}
