"""The home visit: plan it, move it, say that it has been or did not take place."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.formulier import Formulier, fouten_overnemen
from toegang.models import PersoonlijkPlan, TermijnSoort
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.tafelstand import Tafel
from toegang.veilig_contact import waarheen
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms import (
    HuisbezoekAfrondenFormulier,
    HuisbezoekFormulier,
    HuisbezoekGemistFormulier,
    HuisbezoekVerzettenFormulier,
)
from wijkteams.permissions import waarom_geen_huisbezoek
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.afspraak_bevestigen import afspraak_bevestigen, brieven_van
from wijkteams.usecases.huisbezoek_afronden import huisbezoek_afronden
from wijkteams.usecases.huisbezoek_gemist import huisbezoek_gemist
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.huisbezoek_verzetten import huisbezoek_verzetten

FORMULIEREN = {
    "plannen": HuisbezoekFormulier,
    "afronden": HuisbezoekAfrondenFormulier,
    "verzetten": HuisbezoekVerzettenFormulier,
    "gemist": HuisbezoekGemistFormulier,
    "brief": Formulier,
}
BEGIN = {"plannen": {"duur_minuten": 90}}


@scherm("huisbezoek", laag=Laag.INHOUD, aan_tafel=Tafel.MAG)
def huisbezoek(request, pk):
    """One page: the visits of a zaak and the forms of what can be done now."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    bezoeken = list(zaak.huisbezoeken.select_related("consulent").order_by("-gepland_om", "pk"))
    gepland = next((b for b in bezoeken if b.status == HuisbezoekStatus.GEPLAND), None)
    act = request.POST.get("formuliernaam", "")
    formulieren = {
        naam: soort(request.POST if naam == act else None, initial=BEGIN.get(naam), prefix=naam)
        for naam, soort in FORMULIEREN.items()
    }
    if request.method == "POST" and act in formulieren and formulieren[act].is_valid():
        try:
            _check_dit_bezoek(request.POST.get("bezoek", ""), bezoeken, gepland)
            zin = _uitvoeren(act, formulieren[act], zaak, gepland, request.lezer)
            messages.success(request, zin)
            return redirect("wijkteams:huisbezoek", pk)
        except ValidationError as fout:
            fouten_overnemen(formulieren[act], fout)
    context = {
        **zaakcontext(request, zaak), "titel": "Huisbezoek", "bezoeken": bezoeken, "gepland": gepland, "act": act,
        "formulieren": list(formulieren.values()), "f": formulieren,
        "weigering": waarom_geen_huisbezoek(request.lezer, zaak), "plan_tot": _plan_tot(zaak),
        "brief": brieven_van(gepland).first() if gepland else None,
        "let_op_post": waarheen(zaak.dossier.inwoner).let_op,
        "geweest_kan": gepland and timezone.localdate(gepland.gepland_om) <= timezone.localdate(),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/huisbezoek.html", context)


def _check_dit_bezoek(bedoeld: str, bezoeken, gepland) -> None:
    """The form was about this appointment; a colleague may have moved it meanwhile: another one stands there now."""
    if not bedoeld or (gepland is not None and bedoeld == str(gepland.pk)):
        return
    toen = next((b for b in bezoeken if str(b.pk) == bedoeld), None)
    wat = f" ({toen.get_status_display().lower()})" if toen else ""
    nu = f" Het staat nu op {_wanneer(gepland)}." if gepland else " Er staat nu geen huisbezoek."
    raise ValidationError(f"Dit huisbezoek is intussen gewijzigd{wat}.{nu} Kijk of u nog iets moet doen.")


def _uitvoeren(act: str, formulier, zaak, gepland, door) -> str:
    """One use-case; the sentence for the next page."""
    nu, data = timezone.now(), formulier.cleaned_data
    if act == "plannen":
        bezoek = huisbezoek_plannen(
            zaak_id=zaak.pk, door=door, nu=nu, gepland_om=formulier.moment(), plaats=data["plaats"],
            duur_minuten=data["duur_minuten"],
        )  # fmt: skip
        return f"Huisbezoek gepland op {_wanneer(bezoek)}. Het staat op die dag in Mijn werk."
    if gepland is None:
        raise ValidationError("Er staat geen huisbezoek gepland. Ververs de pagina.")
    if act == "brief":
        brief = afspraak_bevestigen(huisbezoek_id=gepland.pk, door=door, vandaag=timezone.localdate(nu))
        return f"De brief over het huisbezoek is klaargezet ({brief.get_status_display().lower()})."
    if act == "verzetten":
        bezoek = huisbezoek_verzetten(
            huisbezoek_id=gepland.pk, door=door, nu=nu, gepland_om=formulier.moment(), reden=data["reden"]
        )
        return f"Huisbezoek verzet naar {_wanneer(bezoek)}."
    if act == "gemist":
        huisbezoek_gemist(huisbezoek_id=gepland.pk, door=door, nu=nu, reden=data["reden"])
        return "Vastgelegd dat het huisbezoek niet doorging. Plan nu een nieuw."
    huisbezoek_afronden(huisbezoek_id=gepland.pk, door=door, nu=nu, **data)
    return "Huisbezoek geweest. Leg nu het gesprek vast."


def _wanneer(bezoek) -> str:
    om = timezone.localtime(bezoek.gepland_om)
    return f"{opmaak.datum_lang(om.date())} om {opmaak.tijd(om)} uur"


def _plan_tot(zaak):
    """Until when the inwoner may hand in a persoonlijk plan, while that is not known."""
    if zaak.persoonlijk_plan != PersoonlijkPlan.AFWACHTEN:
        return None
    termijn = zaak.termijnen.filter(soort=TermijnSoort.PERSOONLIJK_PLAN).first()
    return termijn.uiterste_datum if termijn and termijn.uiterste_datum >= timezone.localdate() else None
