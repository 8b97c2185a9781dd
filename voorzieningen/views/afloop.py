"""The end of one piece of help: its reminders, and what a colleague does about it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.opmaak import datum
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.usecases.heronderzoek_openen import wat_heronderzoek_weigert
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.afloopformulieren import AfloopFormulier, BeeindigFormulier, OpnieuwFormulier
from voorzieningen.ladders import ladders_op
from voorzieningen.laddertabel import heronderzoek_van, regels_van, waarom_gestopt
from voorzieningen.models import Herinnering, Indicatie
from voorzieningen.opdrachtregels import waarom_niet_verlengen
from voorzieningen.permissions import (
    GELDEND,
    waarom_niet_aflopen,
    waarom_niet_beeindigen,
    waarom_niet_plannen,
)
from voorzieningen.regels import omvang_in_woorden
from voorzieningen.toewijsregels import OPDRACHT
from voorzieningen.usecases.heronderzoek_plannen import heronderzoek_plannen
from voorzieningen.usecases.indicatie_beeindigen import indicatie_beeindigen
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_laten_aflopen


@scherm("afloop", laag=Laag.UITVOERING)
def afloop(request, pk):
    """What was sent, what comes, and the ways on: heronderzoek now or on a day, let it end, end it now."""
    indicatie = Indicatie.objects.voor(request.lezer, Recht.PROCES_INZIEN).met_lijstgegevens().get(pk=pk)
    zaak = zaak_ophalen(request, indicatie.zaak_id, laag=Laag.UITVOERING)
    indicatie.zaak = zaak
    vandaag, welk = timezone.localdate(), request.POST.get("formuliernaam", "")
    aflopen = AfloopFormulier(request.POST if welk == "aflopen" else None)
    beeindigen = BeeindigFormulier(request.POST if welk == "beeindigen" else None)
    opnieuw = OpnieuwFormulier(
        request.POST if welk == "opnieuw" else None, initial={"heronderzoek_op": indicatie.heronderzoek_op}
    )
    formulieren = {"aflopen": aflopen, "beeindigen": beeindigen, "opnieuw": opnieuw}
    if welk in formulieren and _gedaan(request, indicatie, welk, formulieren[welk], vandaag):
        return redirect("voorzieningen:afloop", pk)
    ladders = ladders_op(vandaag)
    heronderzoek = heronderzoek_van(indicatie, ladders)
    gestopt = waarom_gestopt(indicatie, ladders, heronderzoek)
    gedaan = list(
        Herinnering.objects.voor(request.lezer)
        .filter(indicatie=indicatie)
        .select_related("medewerker")
        .order_by("id")
    )
    context = zaakcontext(request, zaak) | {
        "titel": "Einde van de hulp", "indicatie": indicatie, "gestopt": gestopt, "aflopen": aflopen,
        "beeindigen": beeindigen, "opnieuw": opnieuw, "formulieren": list(formulieren.values()),
        "versie": indicatie.versie, "waarom_niet_plannen": waarom_niet_plannen(indicatie),
        "omvang": omvang_in_woorden(indicatie.volume, indicatie.eenheid, indicatie.frequentie),
        "regels": regels_van(indicatie, gedaan, ladders, gestopt),
        "eerder": [h for h in gedaan if h.einddatum != indicatie.einddatum and not h.samen_met],
        "mag": zaak.mag(Recht.INHOUD_BEWERKEN), "waarom_niet_heronderzoek": (
            gestopt if heronderzoek and heronderzoek.is_open else wat_heronderzoek_weigert(zaak)
        ),
        "op_papier": indicatie.grondslag in OPDRACHT,
        "waarom_niet_verlengen": waarom_niet_verlengen(indicatie.grondslag, indicatie.status in GELDEND),
        "waarom_niet_aflopen": waarom_niet_aflopen(indicatie),
        "waarom_niet_beeindigen": waarom_niet_beeindigen(indicatie),
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/afloop.html", context)


def _gedaan(request, indicatie: Indicatie, welk: str, formulier, vandaag) -> bool:
    """One of the forms was sent and done; a refusal stands at its field."""
    if not formulier.is_valid():
        return False
    vast = {
        "indicatie_id": indicatie.pk, "door": request.lezer, "vandaag": vandaag,
        "versie": versie_uit(request),
    }  # fmt: skip
    velden = formulier.cleaned_data
    try:
        if welk == "aflopen":
            indicatie_laten_aflopen(reden=velden["reden"], **vast)
            zin = f"Vastgelegd: de hulp loopt af op {datum(indicatie.einddatum)}. Er komen geen herinneringen meer."
        elif welk == "opnieuw":
            heronderzoek_plannen(heronderzoek_op=velden["heronderzoek_op"], **vast)
            zin = _wanneer(velden["heronderzoek_op"])
        else:
            indicatie_beeindigen(laatste_dag=velden["laatste_dag"], reden=velden["waarom"], **vast)
            zin = f"Vastgelegd: de hulp is gestopt na {datum(velden['laatste_dag'])}."
    except ValidationError as fout:
        fouten_overnemen(formulier, fout)
        return False
    except Verouderd as fout:
        indicatie.refresh_from_db()
        ingehaald(request, formulier, fout.huidig)
        return False
    messages.success(request, zin)
    return True


def _wanneer(dag) -> str:
    if dag is None:
        return "Vastgelegd: u kijkt opnieuw bij de herinneringen voor het einde."
    return f"Vastgelegd: op {datum(dag)} krijgt de regisseur een taak om opnieuw te kijken."
