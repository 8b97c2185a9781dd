"""The youth variant of the onderzoek: the steps, consent by age, and what was offered and told."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.concept import conceptkader, gegevens_uit
from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd as VerouderdeRij
from toegang.models import Zaak
from toegang.rechten import Laag, Wet
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel
from toegang.verouderd import versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.jeugd import JeugdFormulier
from wijkteams.gespreksloop import gespreksloop
from wijkteams.jeugdregels import in_woorden, wie_stemt_toe
from wijkteams.models import Jeugdonderzoek
from wijkteams.onderzoekvraag import onderzoek_van
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.regels import toestemming_van
from wijkteams.usecases.jeugd_vastleggen import VELDEN, jeugd_vastleggen
from wijkteams.views.formulierdelen import als_getypt, gelezen_versie, uit_concept
from wijkteams.views.verouderde_tekst import KIES, gekozen_gegevens, verouderd_van


@scherm("jeugd", laag=Laag.INHOUD, aan_tafel=Tafel.VANZELF)
def jeugd(request, pk):
    """Fields of CRVB:2017:1477; who has to consent follows from the age. Of another law there is no such page."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    if zaak.wet != Wet.JEUGDWET:
        raise Zaak.DoesNotExist
    onderzoek, kader = onderzoek_van(zaak), conceptkader(request)
    rij = getattr(onderzoek, "jeugd", None)
    huidig, getypt, context = _huidig(rij), gegevens_uit(kader), {}
    if request.method == "POST":
        gegevens, open_velden = gekozen_gegevens(request.POST, huidig)
        formulier = JeugdFormulier(gegevens)
        if open_velden:
            context["extra_fouten"] = [("verouderd-kop", KIES)]
            context["verouderd"] = verouderd_van(formulier, huidig, rij.history)
        elif formulier.is_valid() and (antwoord := _bewaren(request, zaak, formulier, context)):
            return antwoord
    else:
        formulier = JeugdFormulier(initial=huidig | uit_concept(JeugdFormulier(), getypt))
    wie = _wie(zaak, onderzoek, rij)
    context = {
        "conceptkader": kader, "versie": gelezen_versie(getypt, rij.versie if rij else 0),
        **zaakcontext(request, zaak), "titel": "Jeugd: stappen en toestemming", "formulier": formulier,
        "stukken": formulier.stukken(wie), "wie": in_woorden(wie), "loop": gespreksloop(zaak, onderzoek, "jeugd"),
        "weigering": waarom_niet_bewerken(zaak), "hulpvragen": onderzoek.hulpvragen.all() if onderzoek else [],
    } | context  # fmt: skip
    return TemplateResponse(request, "wijkteams/jeugd.html", context)


def _bewaren(request, zaak, formulier, context):
    try:
        jeugd_vastleggen(
            zaak_id=zaak.pk, door=request.lezer, vandaag=timezone.localdate(), versie=versie_uit(request),
            **formulier.cleaned_data,
        )  # fmt: skip
    except VerouderdeRij:
        nu = Jeugdonderzoek.objects.filter(onderzoek__zaak=zaak).get()
        context |= {"verouderd": verouderd_van(formulier, _huidig(nu), nu.history), "versie": nu.versie}
    except ValidationError as fout:
        fouten_overnemen(formulier, fout)
    except OngeldigeOvergang as fout:
        formulier.add_error(None, str(fout))
    else:
        messages.success(request, "Jeugdonderzoek bewaard. Wat nog nodig is, staat bij ‘Nog nodig’.")
        return redirect(request.path)
    return None


def _wie(zaak, onderzoek, rij) -> tuple[str, ...]:
    """Who consents today; once the help was determined: on that day."""
    if rij is not None and rij.vastgesteld_op:
        return toestemming_van(onderzoek, rij)
    geboren, vandaag = zaak.dossier.inwoner.geboortedatum, timezone.localdate()
    return wie_stemt_toe(geboren.minstens(12, vandaag), geboren.minstens(16, vandaag))


def _huidig(rij: Jeugdonderzoek | None) -> dict:
    return {veld: als_getypt(getattr(rij, veld)) if rij else "" for veld in VELDEN}
