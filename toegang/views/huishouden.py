"""Who lives with this person: find the other, say from when, correct or end it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.forms.contact import Zoekvelden
from toegang.forms.inwoner import HuisgenootFormulier
from toegang.models import Huishoudlid, Verouderd
from toegang.personen import van_wie
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.usecases.huisgenoot_vastleggen import huisgenoot_toevoegen as toevoegen
from toegang.usecases.huisgenoot_vastleggen import huisgenoot_wijzigen as aanpassen
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.inwoner import SJABLOON, kop, ophalen
from toegang.views.zoekvelden import zoeken_met, zoekvelden_van


@scherm("huisgenoot_zoeken", laag=Laag.CONTACT, actie="zoeken")
def huisgenoot_zoeken(request, pk):
    """Whom we know already; a housemate whom we do not know is written down by name only."""
    gevonden, recht = ophalen(request, pk, schrijven=True)
    velden = zoekvelden_van(request) if request.method == "POST" else Zoekvelden()
    resultaat = zoeken_met(request, velden)
    context = {
        "titel": "Huisgenoot koppelen",
        "zoekformulier": velden,
        "formulier": velden,
        "gezocht": resultaat is not None,
        "niets_gevraagd": request.method == "POST" and resultaat is None and not velden.errors,
        "treffers": [t for t in resultaat.treffers if t.pk != gevonden.pk] if resultaat else [],
    }
    return TemplateResponse(
        request, "toegang/huisgenoot_zoeken.html", kop(gevonden, recht, timezone.localdate()) | context
    )


@scherm("huisgenoot_toevoegen", laag=Laag.PROCES)
def huisgenoot_toevoegen(request, pk, ander):
    """From when they live together; only for who may write on both pages."""
    gevonden, recht = ophalen(request, pk, schrijven=True)
    huisgenoot, _ = ophalen(request, ander, schrijven=True)
    vandaag = timezone.localdate()
    formulier = HuisgenootFormulier(request.POST or None, vandaag=vandaag)
    naam = huisgenoot.naam.weergave()
    if request.method == "POST" and formulier.is_valid():
        try:
            toevoegen(
                inwoner_id=pk, huisgenoot_id=ander, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data
            )  # fmt: skip
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            messages.success(request, f"{naam} staat nu in hetzelfde huishouden.")
            return redirect("toegang:inwoner", pk)
    context = {
        "titel": "Huisgenoot koppelen", "knop_tekst": "Huisgenoot koppelen", "formulier": formulier, "versie": None,
        "uitleg": f"{naam}, geboren {opmaak.onvolledige_datum(huisgenoot.geboren)}, komt in het huishouden van deze "
        "inwoner. Niemand leest daardoor het dossier van de ander.",
    }  # fmt: skip
    return TemplateResponse(request, SJABLOON, kop(gevonden, recht, vandaag) | context)


@scherm("huisgenoot_wijzigen", laag=Laag.PROCES)
def huisgenoot_wijzigen(request, pk, lid):
    """The period of one who lives, or lived, with this person."""
    gevonden, recht = ophalen(request, pk, schrijven=True)
    rij = van_wie(Huishoudlid, lid)
    huisgenoot, _ = ophalen(request, rij.inwoner_id, schrijven=True)
    vandaag = timezone.localdate()
    formulier = HuisgenootFormulier(
        request.POST or None, vandaag=vandaag, initial={"vanaf_op": rij.vanaf_op, "tot_op": rij.tot_op}
    )
    versie = rij.versie
    if request.method == "POST" and formulier.is_valid():
        try:
            aanpassen(
                lid_id=lid,
                door=request.lezer,
                vandaag=vandaag,
                versie=versie_uit(request),
                **formulier.cleaned_data,
            )
        except Verouderd as fout:
            versie = fout.huidig.versie
            hun = {"vanaf_op": fout.huidig.vanaf_op, "tot_op": fout.huidig.tot_op}
            ingehaald(request, formulier, fout.huidig, hun)
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            messages.success(request, "De periode is bewaard. Wat er stond, blijft in de historie.")
            return redirect("toegang:inwoner", pk)
    context = {
        "titel": "Periode van samenwonen", "knop_tekst": "Periode bewaren", "formulier": formulier, "versie": versie,
        "uitleg": f"Van {huisgenoot.naam.weergave()}. Wonen zij niet meer samen? Vul dan de laatste dag in.",
    }  # fmt: skip
    return TemplateResponse(request, SJABLOON, kop(gevonden, recht, vandaag) | context)
