"""End a zaak by one of the exits of its state."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import onderdelen
from toegang.forms.zaak import AfsluitFormulier
from toegang.formulier import fouten_overnemen
from toegang.models import Aanvraag
from toegang.rechten import Laag, Recht
from toegang.regels import (
    HULP_ZONDER_BESLUIT,
    NIET_TE_KIEZEN,
    Afsluitreden,
    uitgangen,
    wat_afsluiten_weigert,
)
from toegang.schermen import scherm
from toegang.statussen import AanvraagStatus, OngeldigeOvergang
from toegang.usecases.zaak_afsluiten import verslag_verstuurd
from toegang.usecases.zaak_afsluiten import zaak_afsluiten as afsluiten
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@scherm("zaak_afsluiten", laag=Laag.PROCES)
def zaak_afsluiten(request, pk):
    """Only the exits that are open now can be chosen; of the others the page says why not."""
    zaak = zaak_ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    redenen, gesloten = _redenen(request, zaak)
    vandaag = timezone.localdate()
    formulier = AfsluitFormulier(request.POST or None, redenen=redenen, zaak=zaak, vandaag=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            afsluiten(zaak_id=pk, door=request.lezer, vandaag=vandaag, **formulier.feiten())
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Zaak afgesloten. De termijnen en taken zijn gestopt.")
            return redirect("toegang:zaak", pk)
    blokkades = onderdelen.wat_sluiten_blokkeert(zaak) if zaak.is_open else ["Deze zaak is al afgesloten."]
    context = {
        "titel": "Zaak afsluiten",
        "formulier": formulier,
        "gesloten": gesloten,
        "blokkades": blokkades,
        "weigering": "" if redenen or blokkades else "Deze zaak kan nu niet eindigen.",
    }
    return TemplateResponse(request, "toegang/zaak_afsluiten.html", context | zaakcontext(request, zaak))


def _redenen(request, zaak) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(value, label) of what can be chosen, and (label, sentence) of what cannot yet.

    A decision that was sent closes the zaak by itself, and what was opened by mistake has a page of its own.
    """
    aanvragen = Aanvraag.objects.voor(request.lezer, Recht.PROCES_INZIEN)
    open_aanvraag = aanvragen.filter(zaak=zaak, status=AanvraagStatus.OPEN).exists()
    verstuurd = verslag_verstuurd(zaak)
    kan_zonder = zaak.wet in HULP_ZONDER_BESLUIT
    zonder_besluit = kan_zonder and onderdelen.hulp_zonder_besluit(zaak)
    kan, kan_niet = [], []
    for reden in Afsluitreden:
        if reden in NIET_TE_KIEZEN or reden not in uitgangen(zaak.status):
            continue
        if reden == Afsluitreden.ZONDER_BESLUIT and not kan_zonder:
            continue
        waarom = wat_afsluiten_weigert(
            zaak.status,
            reden,
            verslag_verstuurd=verstuurd,
            open_aanvraag=open_aanvraag,
            schriftelijk=True,
            zaaksoort=zaak.soort,
            zonder_besluit=zonder_besluit,
        )
        if waarom:
            kan_niet.append((reden.label, " ".join(waarom)))
        else:
            kan.append((reden.value, reden.label))
    return kan, kan_niet
