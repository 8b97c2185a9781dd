"""The steps of a besluit after the draft: check, remark, return, sign, plan the letter."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beschikkingen.briefbouw import onderwerp
from beschikkingen.forms.besluit import OpmerkingFormulier, TerugstuurFormulier, VerzendFormulier
from beschikkingen.mandaat import gevraagd_mandaat, mandaten_van
from beschikkingen.models import Besluit, Toetsopmerking
from beschikkingen.permissions import (
    check_mag_ondertekenen,
    check_mag_terugsturen,
    check_mag_verzenden,
    check_opgepakt,
)
from beschikkingen.toetsonderdelen import onderdelen_van
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluit_terugsturen import besluit_terugsturen
from beschikkingen.usecases.besluitbrief_klaarzetten import besluitbrief_klaarzetten, waarom_niet_verzenden
from beschikkingen.usecases.opmerkingen import opmerking_afhandelen, opmerking_maken
from beschikkingen.views.besluit import ophalen
from toegang.models import Brief
from toegang.opmaak import datum_lang
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import BriefStatus
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.regels import omvang_in_woorden


@require_POST
@scherm("besluit_ter_toetsing", laag=Laag.INHOUD)
def ter_toetsing(request, pk):
    """Through the gate, or back to the page with all that is missing."""
    try:
        besluit_ter_toetsing(besluit_id=pk, door=request.lezer, vandaag=timezone.localdate())
    except ValidationError as fout:
        messages.error(
            request, "Nog niet naar de toetser. " + " ".join(f"{z.rstrip('.')}." for z in fout.messages)
        )
    else:
        messages.success(request, "Het besluit ligt nu bij de toetsers. Zij zien het in hun rij.")
    return redirect("beschikkingen:besluit", pk=pk)


@require_POST
@scherm("besluit_opmerking", laag=Laag.INHOUD)
def opmerking(request, pk):
    """A remark per part, by who claimed it."""
    check_opgepakt(request.lezer, ophalen(request, pk))
    formulier = OpmerkingFormulier(request.POST)
    if formulier.is_valid():
        opmerking_maken(
            besluit_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
        )
        messages.success(request, "Opmerking bewaard. Stuur het besluit terug als u klaar bent met lezen.")
    else:
        messages.error(request, " ".join(z for zinnen in formulier.errors.values() for z in zinnen))
    return redirect("beschikkingen:besluit", pk=pk)


@require_POST
@scherm("besluit_opmerking_gedaan", laag=Laag.INHOUD)
def opmerking_gedaan(request, pk):
    """*Gedaan*; `pk` is the remark."""
    gevonden = Toetsopmerking.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    opmerking_afhandelen(
        besluit_id=gevonden.besluit_id, opmerking_id=pk, door=request.lezer, vandaag=timezone.localdate()
    )
    return redirect("beschikkingen:besluit", pk=gevonden.besluit_id)


@require_POST
@scherm("besluit_goedkeuren", laag=Laag.INHOUD)
def goedkeuren(request, pk):
    besluit = besluit_goedkeuren(besluit_id=pk, door=request.lezer, vandaag=timezone.localdate())
    messages.success(request, f"{besluit.kenmerk} is goedgekeurd en ligt nu bij de ondertekenaars.")
    return redirect("beschikkingen:rij")


@scherm("besluit_terugsturen", laag=Laag.INHOUD)
def terugsturen(request, pk):
    """With the reason; from the queue, or by the team before the letter went."""
    formulier = TerugstuurFormulier(request.POST or None)
    vandaag = timezone.localdate()
    if request.method == "POST" and formulier.is_valid():
        besluit = besluit_terugsturen(
            besluit_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data
        )
        messages.success(request, f"{besluit.kenmerk} is teruggestuurd met uw opmerking.")
        return (
            redirect("beschikkingen:besluiten", pk=besluit.zaak_id)
            if _van_het_team(request, besluit)
            else redirect("beschikkingen:rij")
        )
    gevonden = ophalen(request, pk)
    check_mag_terugsturen(request.lezer, gevonden, vandaag)
    formulier.fields["onderdeel"].choices = onderdelen_van(gevonden)
    context = zaakcontext(request, gevonden.zaak) | {
        "titel": "Besluit terugsturen",
        "besluit": gevonden,
        "formulier": formulier,
    }
    return TemplateResponse(request, "beschikkingen/besluit_terugsturen.html", context)


def _van_het_team(request, besluit) -> bool:
    return besluit.zaak.mag(Recht.INHOUD_BEWERKEN)


@scherm("besluit_ondertekenen", laag=Laag.INHOUD)
def ondertekenen(request, pk):
    """Controleer en onderteken: outcome, amount, mandate; 'U tekent namens het college'."""
    vandaag = timezone.localdate()
    if request.method == "POST":
        besluit = besluit_ondertekenen(besluit_id=pk, door=request.lezer, vandaag=vandaag)
        messages.success(
            request,
            f"{besluit.kenmerk} is ondertekend. De administratie verstuurt de brief; pas dan geldt het besluit.",
        )
        return redirect("beschikkingen:rij")
    gevonden = ophalen(request, pk)
    check_mag_ondertekenen(request.lezer, gevonden, vandaag)
    vraag = gevraagd_mandaat(gevonden)
    mandaten = mandaten_van(gevonden, vandaag).get(request.lezer.medewerker_id, [])
    context = zaakcontext(request, gevonden.zaak) | {
        "titel": "Controleer en onderteken",
        "besluit": gevonden,
        "onderwerp": onderwerp(gevonden),
        "regels": [
            (r.indicatie, omvang_in_woorden(r.indicatie.volume, r.indicatie.eenheid, r.indicatie.frequentie))
            for r in gevonden.geldende_regels()
        ],
        "per_jaar": vraag.per_jaar,
        "tot_bedrag": max((m.tot_bedrag for m in mandaten), default=None),
    }
    return TemplateResponse(request, "beschikkingen/besluit_ondertekenen.html", context)


@scherm("besluit_verzenden", laag=Laag.UITVOERING)
def verzenden(request, pk):
    """The administratie plans the day; the letter is made with it, and sent from its own page."""
    rij = Besluit.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, rij.zaak_id, laag=Laag.UITVOERING)
    check_mag_verzenden(request.lezer)
    vandaag = timezone.localdate()
    formulier = VerzendFormulier(request.POST or None, vandaag=vandaag, initial={"verzenddatum": vandaag})
    if request.method == "POST" and formulier.is_valid():
        dag = formulier.cleaned_data["verzenddatum"]
        try:
            brief = besluitbrief_klaarzetten(
                besluit_id=pk, door=request.lezer, vandaag=vandaag, verzenddatum=dag
            )
        except ValidationError as fout:
            formulier.add_error("verzenddatum", " ".join(fout.messages))
        else:
            messages.success(
                request, f"De brief wordt gemaakt met als datum {datum_lang(dag)}. Verstuur hem die dag."
            )
            return redirect("toegang:brief", pk=brief.pk)
    brief = (
        Brief.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .filter(zaak=zaak, bron_id=pk)
        .exclude(status=BriefStatus.VERVALLEN)
        .order_by("sleutel")
        .first()
    )
    context = zaakcontext(request, zaak) | {
        "titel": "Besluit versturen",
        "besluit": rij,
        "formulier": formulier,
        "brief": brief,
        "waarom_niet": waarom_niet_verzenden(rij),
    }
    return TemplateResponse(request, "beschikkingen/besluit_verzenden.html", context)
