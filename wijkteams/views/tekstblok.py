"""The text blocks, kept by the beheerder."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.rechten import Rol
from toegang.schermen import scherm
from toegang.verouderd import ingehaald, versie_uit
from wijkteams.forms.tekstblok import TekstblokFormulier
from wijkteams.models import Tekstblok
from wijkteams.usecases.tekstblok_vastleggen import tekstblok_vastleggen

VELDEN = ("titel", "veld", "trede", "wet", "tekst", "actief")


@scherm("tekstblokken", rollen=(Rol.BEHEERDER,))
def tekstblokken(request):
    """All of them, by the field they are for."""
    rijen = Tekstblok.objects.order_by("veld", "titel", "pk")[:500]
    return TemplateResponse(request, "wijkteams/tekstblokken.html", {"rijen": list(rijen)})


@scherm("tekstblok_toevoegen", rollen=(Rol.BEHEERDER,))
def toevoegen(request):
    """A new one."""
    return _formulier(request, None, TekstblokFormulier(request.POST or None))


@scherm("tekstblok_wijzigen", rollen=(Rol.BEHEERDER,))
def wijzigen(request, pk):
    """Another wording; what was written with it before stays as it is."""
    rij = Tekstblok.objects.get(pk=pk)
    begin = {veld: getattr(rij, veld) for veld in VELDEN}
    return _formulier(request, rij, TekstblokFormulier(request.POST or None, initial=begin))


def _formulier(request, rij: Tekstblok | None, formulier: TekstblokFormulier):
    if request.method == "POST" and formulier.is_valid():
        try:
            tekstblok_vastleggen(
                door=request.lezer, tekstblok_id=rij.pk if rij else None, versie=versie_uit(request) if rij else None,
                **formulier.velden(),
            )  # fmt: skip
        except Verouderd as fout:
            rij = fout.huidig
            ingehaald(request, formulier, rij, {veld: getattr(rij, veld) for veld in formulier.fields})
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Vaste tekst bewaard. Collega's kunnen hem meteen kiezen.")
            return redirect("wijkteams:tekstblokken")
    return TemplateResponse(request, "wijkteams/tekstblok.html", {"rij": rij, "formulier": formulier})
