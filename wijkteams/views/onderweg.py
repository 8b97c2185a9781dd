"""*Zet klaar voor onderweg*: choose visits, take their pages along; and the card of one visit."""

import datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.models import Vraagverheldering
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import SLEUTEL as TAFELSTAND
from toegang.tafelstand import Tafel
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import adres, zaakcontext
from wijkteams.onderweg import bagage_van, eigen_bezoeken
from wijkteams.permissions import is_regisseur
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.onderweg_klaarzetten import onderweg_klaarzetten

GEEN = "Kies eerst een of meer huisbezoeken."
ZONDER = "Dit apparaat is nog niet klaar. Kies een pincode en probeer het opnieuw."
VERST = datetime.timedelta(days=7)


@scherm("onderweg", laag=Laag.PROCES, rollen=(Rol.CONSULENT,))
def onderweg(request):
    """One's own visits of a day, to take along; below them what this device (`?apparaat=`) already holds."""
    op = _dag(request.GET.get("op", ""))
    bezoeken = eigen_bezoeken(request.lezer, op)
    fouten: list[tuple[str, str]] = []
    if request.method == "POST":
        apparaat, gekozen = _uuid(request.POST.get("apparaat")), request.POST.getlist("bezoek")
        fouten = [("bezoeken", GEEN)] if not gekozen else [] if apparaat else [("pin", ZONDER)]
        if not fouten:
            return _klaarzetten(request, gekozen, apparaat, op)
    for bezoek in bezoeken:
        request.inzage.toon_zaak(bezoek.zaak)
        bezoek.adres = bezoek.plaats or adres(
            bezoek.zaak.dossier.inwoner, bezoek.zaak.rechten_van(request.lezer.rechten)
        )
    apparaat = _uuid(request.GET.get("apparaat"))
    bagage = bagage_van(request.lezer, apparaat, timezone.now()) if apparaat else []
    for stuk in bagage:
        request.inzage.toon_zaak(stuk.huisbezoek.zaak)
    context = {
        "op": op,
        "bezoeken": bezoeken,
        "bagage": bagage,
        "extra_fouten": fouten,
        "vandaag": timezone.localdate(),
    }
    return TemplateResponse(request, "wijkteams/onderweg.html", context)


def _klaarzetten(request, gekozen: list[str], apparaat: UUID, op: datetime.date):
    gelukt = 0
    for sleutel in gekozen:
        try:
            klaar = onderweg_klaarzetten(
                huisbezoek_id=_uuid(sleutel), apparaat_id=apparaat, door=request.lezer, nu=timezone.now()
            )
            request.inzage.toon_zaak(klaar.huisbezoek.zaak, laag=Laag.INHOUD)
            gelukt += 1
        except OngeldigeOvergang as fout:
            messages.error(request, str(fout))
    if gelukt:
        request.session.pop(TAFELSTAND, None)  # the talk goes along as it is shown at the table
        woord = "1 bezoek wordt" if gelukt == 1 else f"{gelukt} bezoeken worden"
        messages.success(
            request, f"{woord} op dit apparaat gezet. Wacht tot hieronder staat dat het klaar is."
        )
    return redirect(f"{reverse('wijkteams:onderweg')}?op={op:%Y-%m-%d}&apparaat={apparaat}&haal=ja")


@scherm("onderweg_bezoek", laag=Laag.INHOUD, aan_tafel=Tafel.MAG)
def onderweg_bezoek(request, pk):
    """What the visitor must have at hand: name, address, telephone, the question. The plan is a page of its own.

    At the table address and telephone are not on it: who sits beside the inwoner need not know them.
    """
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    if not is_regisseur(request.lezer, zaak):
        raise PermissionDenied("Alleen wie het huisbezoek doet, neemt het mee.")
    bezoek = zaak.huisbezoeken.filter(status=HuisbezoekStatus.GEPLAND).order_by("gepland_om").first()
    if bezoek is None:
        raise Http404
    context = {
        **zaakcontext(request, zaak), "titel": "Het bezoek", "bezoek": bezoek,
        "vraag": Vraagverheldering.objects.filter(zaak=zaak).first(),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/onderweg_bezoek.html", context)


def _dag(tekst: str) -> datetime.date:
    """The day of the address; what is no day, past or a week away, is today."""
    vandaag = timezone.localdate()
    try:
        op = datetime.date.fromisoformat(tekst)
    except ValueError:
        return vandaag
    return op if vandaag <= op <= vandaag + VERST else vandaag


def _uuid(tekst) -> UUID | None:
    try:
        return UUID(tekst or "")
    except ValueError:
        return None
