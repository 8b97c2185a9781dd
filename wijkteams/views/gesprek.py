"""The talk at the table: one form in the order of a conversation, ticked by what was said."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.concept import conceptkader, gegevens_uit, verborgen_in_concept
from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd as VerouderdeRij
from toegang.models import Vraagverheldering
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel, is_aan
from toegang.verouderd import versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams import teksten
from wijkteams.forms import GESPREKSORDE, GesprekFormulier
from wijkteams.gespreksloop import gespreksloop
from wijkteams.models import Onderzoek, Vertelwijze
from wijkteams.onderzoekvraag import onderzoek_van
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.regels import ontbreekt_in_onderzoek
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.hand_kiezen import hand_kiezen
from wijkteams.views.formulierdelen import als_getypt, gelezen_versie, uit_concept
from wijkteams.views.verouderde_tekst import KIES, gekozen_gegevens, verouderd_van

VAN_HET_ONDERZOEK = (
    "behoeften", "mantelzorger_behoeften", "bijdrage_verteld", "bijdrage_verteld_op", "bijdrage_hoe", "pgb_verteld",
    "pgb_verteld_op", "pgb_hoe",
)  # fmt: skip
VERDER = {"zrm": "wijkteams:zrm", "afweging": "wijkteams:afweging", "jeugd": "wijkteams:jeugd"}


@scherm("gesprek", laag=Laag.INHOUD, aan_tafel=Tafel.VANZELF, gevoelig=frozenset({"werknotitie"}))
def gesprek(request, pk):
    """By area of life. At the table neither the note for ourselves nor what is said about safety is on the page."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    kader, aan_tafel = conceptkader(request), is_aan(request)
    met_notitie = not aan_tafel and zaak.mag(Recht.GEVOELIG_INZIEN)
    if met_notitie:
        request.inzage.toon_zaak(zaak, laag=Laag.GEVOELIG)
    onderzoek = onderzoek_van(zaak)
    blokken = teksten.te_kiezen(wet=zaak.wet)
    stand = {"met_werknotitie": met_notitie, "aan_tafel": aan_tafel}
    getypt, context = gegevens_uit(kader), {}
    if request.method == "POST":
        formulier, antwoord = _verwerken(request, zaak, onderzoek, blokken, stand, context)
        if antwoord is not None:
            return antwoord
    else:
        begin = _huidig(onderzoek, met_notitie) | uit_concept(GesprekFormulier(**stand), getypt)
        formulier = GesprekFormulier(initial=begin, **stand)
    vraag = onderzoek.vraag if onderzoek else Vraagverheldering.objects.filter(zaak=zaak).first()
    open_gebieden = {*(vraag.leefgebieden if vraag else ()), zaak.onderwerp}
    context = {
        "versie": gelezen_versie(getypt, onderzoek.versie if onderzoek else 0), "conceptkader": kader,
        **zaakcontext(request, zaak), "titel": "Gesprek", "formulier": formulier, "onderzoek": onderzoek,
        "blokken": list(formulier.blokken(open_gebieden)), "vraag": vraag,
        "ontbreekt": ontbreekt_in_onderzoek(onderzoek) if onderzoek else [],
        "weigering": waarom_niet_bewerken(zaak), "met_notitie": met_notitie, "tekstblokken": blokken,
        "tekstkeuzes": teksten.keuzes(blokken, teksten.PER_LEEFGEBIED),
        "vraagkeuzes": teksten.keuzes(blokken, [teksten.Veld.BEHOEFTEN]),
        "mantelkeuzes": teksten.keuzes(blokken, [teksten.Veld.MANTELZORGER]),
        "linkshandig": request.user.linkshandig,
    } | context  # fmt: skip
    context["loop"] = gespreksloop(zaak, onderzoek, "gesprek", context["blokken"])
    return TemplateResponse(request, "wijkteams/gesprek.html", context)


def _verwerken(request, zaak, onderzoek, blokken, stand, context):
    """(the form, the redirect or None); what the page must say besides goes into `context`."""
    huidig = _huidig(onderzoek, stand["met_werknotitie"])
    if "tekst_toevoegen" in request.POST:
        plek = request.POST["tekst_toevoegen"]
        data, gekozen = teksten.toegevoegd(request.POST, blokken, f"{plek}_" if plek in GESPREKSORDE else "")
        context["tekst_erbij"] = gekozen
        context["extra_fouten"] = [] if gekozen else [("uw-vraag", "Kies eerst een vaste tekst uit de lijst")]
        return GesprekFormulier(data, **stand), None
    gegevens, open_velden = gekozen_gegevens(request.POST, huidig)
    formulier = GesprekFormulier(gegevens, **stand)
    if formulier.is_valid() and not open_velden:
        try:
            return formulier, _bewaren(request, zaak, formulier)
        except VerouderdeRij:
            nieuw = onderzoek_van(zaak)
            context |= {
                "verouderd": verouderd_van(
                    formulier, _huidig(nieuw, stand["met_werknotitie"]), nieuw.history
                ),
                "versie": nieuw.versie,
            }
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
    elif open_velden:
        context["extra_fouten"] = [("verouderd-kop", KIES)]
        context["verouderd"] = verouderd_van(formulier, huidig, onderzoek.history)
    return formulier, None


def _bewaren(request, zaak, formulier):
    data = formulier.cleaned_data
    if is_aan(request):
        data |= verborgen_in_concept(request, "werknotitie")
    onderzoek = gesprek_vastleggen(
        zaak_id=zaak.pk, door=request.lezer, vandaag=timezone.localdate(), versie=versie_uit(request),
        delen=formulier.delen(), werknotitie=data.get("werknotitie"), later="later" in request.POST,
        **{veld: data[veld] for veld in VAN_HET_ONDERZOEK},
    )  # fmt: skip
    nog = len(ontbreekt_in_onderzoek(onderzoek))
    zin = f"Gesprek bewaard. {f'Nog nodig: {nog}.' if nog else 'U kunt het verslag maken.'}"
    if "later" in request.POST:
        zin = "Gesprek bewaard. De rest staat als taak in Mijn werk."
    messages.success(request, zin)
    gekozen = "linkshandig" in request.POST
    if gekozen != request.user.linkshandig:
        hand_kiezen(door=request.lezer, linkshandig=gekozen)
    verder = VERDER.get(request.POST.get("verder", ""))
    return redirect(reverse(verder, args=[zaak.pk]) if verder else request.path)


def _huidig(onderzoek: Onderzoek | None, met_notitie: bool) -> dict:
    """Field of the form -> what is stored now, as it stands in the field."""
    delen = {d.leefgebied: d for d in onderzoek.gespreksdelen.all()} if onderzoek else {}
    velden = {
        f"{gebied}_{veld}": getattr(delen.get(gebied), veld, "")
        for gebied in GESPREKSORDE
        for veld, _, _ in GesprekFormulier.VRAGEN
    }
    for naam in (*VAN_HET_ONDERZOEK, "werknotitie") if met_notitie else VAN_HET_ONDERZOEK:
        waarde = als_getypt(getattr(onderzoek, naam)) if onderzoek else ""
        velden[naam] = "" if waarde == Vertelwijze.GESPREK else waarde  # the empty choice means just that
    return velden
