"""A letter that the post brought back: register it, and say what was done."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import velden as v
from toegang.formulier import Formulier, fouten_overnemen
from toegang.models import Brief, Terugafloop, Terugreden
from toegang.permissions import check_mag_terugpost_afdoen, check_rol
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.brief_teruggekomen import brief_teruggekomen, wat_terugkomen_weigert
from toegang.usecases.teruggekomen_post_afdoen import (
    AL_AFGEDAAN,
    teruggekomen_post_afdoen,
    wat_opnieuw_weigert,
)
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


class TerugFormulier(Formulier):
    teruggekomen_op = v.DatumVeld(label="Op welke dag kwam de brief terug?")
    reden = v.KeuzeVeld(
        label="Waarom kwam de brief terug?", choices=Terugreden.choices, vraag="Kies waarom de brief terugkwam",
        help_text="Dat staat op de envelop",
    )  # fmt: skip

    def __init__(self, *args, brief: Brief, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["teruggekomen_op"].niet_voor, self.fields["teruggekomen_op"].niet_na = (
            brief.verzonden_op,
            vandaag,
        )


class AfdoenFormulier(Formulier):
    """Sending again is offered where it can be done now."""

    afloop = v.KeuzeVeld(label="Wat doet u met de brief?", vraag="Kies wat u met de brief doet")

    def __init__(self, *args, opnieuw: bool, **kwargs):
        super().__init__(*args, **kwargs)
        keuzes = [
            (Terugafloop.OPNIEUW.value, "Opnieuw versturen, naar het adres van nu"),
            (Terugafloop.GEGEVEN.value, "Ik gaf de brief aan de inwoner, of las hem voor"),
            (Terugafloop.NIET_MEER.value, "De brief is niet meer nodig"),
        ]
        self.fields["afloop"].choices = keuzes if opnieuw else keuzes[1:]


def _ophalen(request, pk):
    brief = Brief.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, brief.zaak_id)
    brief.zaak = zaak
    return brief, zaak


@scherm("brief_teruggekomen", laag=Laag.UITVOERING)
def teruggekomen(request, pk):
    """The envelope is in hand: when it came back, and what stands on it."""
    brief, zaak = _ophalen(request, pk)
    check_rol(request.lezer, Rol.ADMINISTRATIE)
    vandaag = timezone.localdate()
    formulier = TerugFormulier(request.POST or None, brief=brief, vandaag=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            brief_teruggekomen(brief_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Vastgelegd. Zoek nu uit waar de inwoner woont.")
            return redirect("toegang:teruggekomen_afdoen", pk)
    context = {
        "titel": "Deze brief kwam terug", "brief": brief, "formulier": formulier,
        "weigering": wat_terugkomen_weigert(brief),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/brief_teruggekomen.html", zaakcontext(request, zaak) | context)


@scherm("teruggekomen_afdoen", laag=Laag.PROCES)
def afdoen(request, pk):
    """Check the address, and say what becomes of the letter."""
    brief, zaak = _ophalen(request, pk)
    check_mag_terugpost_afdoen(request.lezer, zaak)
    vandaag = timezone.localdate()
    niet_opnieuw = wat_opnieuw_weigert(brief, vandaag) if brief.is_terug else ""
    formulier = AfdoenFormulier(request.POST or None, opnieuw=not niet_opnieuw)
    if request.method == "POST" and formulier.is_valid():
        try:
            nieuw = teruggekomen_post_afdoen(
                brief_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data
            )
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            zin = (
                "De brief wordt opnieuw gemaakt. Verstuur hem vandaag."
                if nieuw
                else "Teruggekomen post afgehandeld."
            )
            messages.success(request, zin)
            return redirect("toegang:brief", nieuw.pk if nieuw else pk)
    context = {
        "titel": "Teruggekomen post", "brief": brief, "formulier": formulier, "niet_opnieuw": niet_opnieuw,
        "weigering": "" if brief.is_terug else AL_AFGEDAAN,
    }  # fmt: skip
    return TemplateResponse(request, "toegang/teruggekomen_afdoen.html", zaakcontext(request, zaak) | context)
