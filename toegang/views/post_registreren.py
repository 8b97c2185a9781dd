"""Post and e-mail that came in: what it is, when it came, its scan, and who it is about when that is clear."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.forms.contact import ANONIEM, KOPPELEN
from toegang.forms.contact_handelingen import PostFormulier
from toegang.models import Contactmoment
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.usecases.post_registreren import post_registreren as registreren
from toegang.views.zoekvelden import gekozen_treffer, gevonden_bewijs, zoeken_met, zoekvelden_van


@scherm("post_registreren", laag=Laag.CONTACT, rollen=(Rol.ADMINISTRATIE,))
def post_registreren(request):
    """Searching never clears it; who is not found is linked later, from the work list."""
    vandaag = timezone.localdate()
    post = request.method == "POST"
    formulier = PostFormulier(
        request.POST if post else None, request.FILES if post else None, vandaag=vandaag
    )
    zoekvelden = zoekvelden_van(request)
    gekozen = None if "zoeken" in request.POST else gekozen_treffer(request, zoekvelden)
    resultaat = None if gekozen else _zoeken(request, formulier, zoekvelden)
    if gekozen:
        formulier.toon_treffers([gekozen], gezocht=True)
    if "zoeken" in request.POST:
        formulier.alleen_zoeken(zoekvelden)
    elif post and formulier.is_valid() and (contact := _vastleggen(request, formulier, gekozen, resultaat)):
        messages.success(request, _wat_nu(contact))
        if "volgende" in request.POST:
            return redirect("toegang:post_registreren")
        return redirect("toegang:contact", contact.pk)
    if gekozen:
        resultaat = _zoeken(request, formulier, zoekvelden)
    context = {
        "formulier": formulier,
        "resultaat": resultaat,
        "gezocht": gevonden_bewijs(request, zoekvelden, resultaat),
        "omschrijving": zoekvelden.omschrijving() if resultaat is not None else "",
        "niets_gevraagd": "zoeken" in request.POST and resultaat is None and not formulier.errors,
        "bestand_opnieuw": bool(request.FILES),
    }
    return TemplateResponse(request, "toegang/post_registreren.html", context)


def _zoeken(request, formulier, zoekvelden):
    resultaat = zoeken_met(request, zoekvelden)
    if resultaat is not None:
        formulier.toon_treffers(resultaat.treffers, gezocht=True)
    return resultaat


def _vastleggen(request, formulier, gekozen, resultaat) -> Contactmoment | None:
    wie = formulier.cleaned_data["wie"]
    if wie == ANONIEM:
        persoon: dict = {"anoniem": True}
    elif wie == KOPPELEN:
        persoon = {"te_koppelen_naam": formulier.cleaned_data["zoek_naam"]}
    else:
        treffers = [gekozen] if gekozen else resultaat.treffers
        persoon = {"inwoner": next(t.inwoner for t in treffers if str(t.pk) == wie)}
    try:
        return registreren(
            door=request.lezer, vandaag=timezone.localdate(), nu=timezone.now(), **persoon, **formulier.post()
        )
    except ValidationError as fout:
        formulier.add_error("bestanden", fout.messages)
        return None


def _wat_nu(contact: Contactmoment) -> str:
    if contact.inwoner is None:
        return "Post geregistreerd. Koppel haar nu aan een inwoner, of doe dat later vanuit de werkvoorraad."
    return "Post geregistreerd en gekoppeld. Zet haar nu bij een zaak, open een zaak of handel haar af."
