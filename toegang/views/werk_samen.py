"""One act on many rows of the werkvoorraad: what goes along and what does not, then the result of each."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.bulk import Uitslag, sleutels
from toegang.forms.werk import NaarFormulier
from toegang.models import Contactmoment, Taak
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.usecases.contacten_overdragen import contacten_oppakken, contacten_overdragen
from toegang.usecases.taken_afvinken import taken_afvinken
from toegang.usecases.taken_oppakken import taken_oppakken
from toegang.usecases.taken_overdragen import taken_overdragen
from toegang.views.terug import terug_van
from toegang.werkregels import (
    waarom_niet_afvinken,
    waarom_niet_geven,
    waarom_niet_opnemen,
    waarom_niet_oppakken,
    waarom_niet_overdragen,
    wie_kan,
)
from toegang.werkrijen import contactrij, taakrij
from toegang.werkvoorraad import CONTACT, GROEPEN, ROLLEN

HOOGSTENS = 100
WOORDEN = {"oppakken": "opgepakt", "overdragen": "overgedragen", "afvinken": "afgevinkt"}


@dataclass(frozen=True)
class Werk:
    """The rows that the reader chose and may see, with the verdict of each."""

    soort: str
    telwoord: str
    rijen: list  # (ding, row, why not)


@scherm("werk_samen", laag=Laag.PROCES, rollen=ROLLEN)
def werk_samen(request):
    """POST with what was ticked: a check page; with `bevestigd` it is done, and the list says what came of each."""
    terug, actie = terug_van(request, "toegang:werkvoorraad"), request.POST.get("actie", "")
    groep = next((g for g in GROEPEN if g.naam == request.POST.get("groep") and actie in g.samen), None)
    if groep is None:
        return redirect(terug)
    gekozen = sleutels(request.POST.getlist("keuze"), UUID, HOOGSTENS)
    werk = _lezen(request, groep, actie, gekozen)
    formulier = None
    if actie == "overdragen":
        rollen = (Rol.ADMINISTRATIE,) if groep.soort == CONTACT else ()
        formulier = NaarFormulier(
            request.POST if "bevestigd" in request.POST else None, mensen=wie_kan(request.lezer, rollen)
        )
    if gekozen and "bevestigd" in request.POST and (formulier is None or formulier.is_valid()):
        try:
            uitslag = _doen(request, groep, actie, gekozen, formulier)
            _melden(request, uitslag, actie, werk.telwoord, formulier)
            return redirect(terug)
        except ValidationError as fout:
            formulier.add_error("naar", " ".join(fout.messages))
    context = {
        "groep": groep, "actie": actie, "werk": werk, "formulier": formulier, "terug_url": terug,
        "mee": [(ding, rij) for ding, rij, waarom in werk.rijen if not waarom],
        "niet": [(rij, waarom) for _, rij, waarom in werk.rijen if waarom],
        "weg": len(gekozen) - len(werk.rijen), "leeg": not gekozen,
    }  # fmt: skip
    return TemplateResponse(request, "toegang/werk_samen.html", context)


def _lezen(request, groep, actie: str, gekozen: list[UUID]) -> Werk:
    lezer, vandaag = request.lezer, timezone.localdate()
    if groep.soort == CONTACT:
        contacten = groep.orde.gesorteerd(
            Contactmoment.objects.voor(lezer, vandaag).open().filter(pk__een_van=gekozen).met_pogingen()
            .select_related("inwoner", "zaak", "opgepakt_door")
        )  # fmt: skip
        rijen = [(c, contactrij(c, groep.naam), _oordeel_contact(lezer, actie, c)) for c in contacten]
        werk = Werk(CONTACT, "contact,contacten", rijen)
    else:
        taken = groep.orde.gesorteerd(
            Taak.objects.voor_werk(lezer).open().filter(pk__een_van=gekozen)
            .select_related("zaak__dossier__inwoner", "medewerker")
        )  # fmt: skip
        oordeel = {
            "oppakken": waarom_niet_oppakken, "overdragen": waarom_niet_overdragen, "afvinken": waarom_niet_afvinken,
        }[actie]  # fmt: skip
        werk = Werk(groep.soort, "taak,taken", [(t, taakrij(t), oordeel(lezer, t)) for t in taken])
    for _, rij, _ in werk.rijen:
        if rij.zaak:
            request.inzage.toon_zaak(rij.zaak)
        elif rij.inwoner_id:
            request.inzage.toon(inwoner=rij.inwoner_id, laag=Laag.CONTACT)
    return werk


def _oordeel_contact(lezer, actie: str, contact: Contactmoment) -> str:
    if actie == "oppakken":
        return waarom_niet_opnemen(lezer, contact)
    return waarom_niet_geven(contact, None)


def _doen(request, groep, actie: str, gekozen: list[UUID], formulier) -> Uitslag:
    """What the reader saw comes along: what went elsewhere since is left there."""
    door, vandaag = request.lezer, timezone.localdate()
    naar = {"naar_id": int(formulier.cleaned_data["naar"]), "van": _gezien(request)} if formulier else {}
    if groep.soort == CONTACT:
        contacten = {"contact_ids": gekozen, "door": door, "vandaag": vandaag}
        return contacten_overdragen(**contacten, **naar) if naar else contacten_oppakken(**contacten)
    if naar:
        return taken_overdragen(taak_ids=gekozen, door=door, **naar)
    doen = taken_oppakken if actie == "oppakken" else taken_afvinken
    return doen(taak_ids=gekozen, door=door)


def _gezien(request) -> dict[UUID, int | None]:
    """Who had each row when the check page was drawn."""
    gezien = {}
    for tekst in request.POST.getlist("was"):
        pk, _, wie = tekst.partition(":")
        for sleutel in sleutels([pk], UUID):
            gezien[sleutel] = next(iter(sleutels([wie], int)), None)
    return gezien


def _melden(request, uitslag: Uitslag, actie: str, telwoord: str, formulier) -> None:
    woord = WOORDEN[actie] + (f" aan {formulier.naam_van()}" if formulier else "")
    for goed, zin in uitslag.zinnen(woord, telwoord):
        (messages.success if goed else messages.warning)(request, zin)
